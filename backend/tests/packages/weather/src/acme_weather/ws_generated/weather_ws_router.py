"""Generated from ws.py: edit that, never this file."""

from acme_weather.models import Weather, WeatherSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class WeatherWsRouter(WsRouter[WeatherSubscriptionRequest, Weather]):
    request_model = WeatherSubscriptionRequest
    update_model = Weather
