"""Generated from ws.py: edit that, never this file."""

from acme_weather.models import Strike, StrikeSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class StrikeWsRouter(WsRouter[StrikeSubscriptionRequest, Strike]):
    request_model = StrikeSubscriptionRequest
    update_model = Strike
