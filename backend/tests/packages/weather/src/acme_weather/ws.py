"""What the weather streams."""

from typing import TYPE_CHECKING, TypeAlias

from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import Delivery, WsRouteInterface, WsRouteService

from .models import Strike, StrikeSubscriptionRequest, Weather, WeatherSubscriptionRequest

if TYPE_CHECKING:
    WeatherWsRouter: TypeAlias = WsRouter[WeatherSubscriptionRequest, Weather]
    StrikeWsRouter: TypeAlias = WsRouter[StrikeSubscriptionRequest, Strike]
else:
    from .ws_generated import StrikeWsRouter, WeatherWsRouter


class WeatherWsRouters(list[WsRouteInterface]):
    """The newest weather wins; of lightning, the last hundred strokes are held."""

    def __init__(self, service: WsRouteService) -> None:
        strikes = Delivery("recent", held=100)
        super().__init__(
            [
                WeatherWsRouter(route="weather", tags=["weather"], service=service),
                StrikeWsRouter(
                    route="strikes", tags=["weather"], service=service, delivery=strikes
                ),
            ]
        )
