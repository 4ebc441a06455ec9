"""What the datafeed streams."""

from typing import TYPE_CHECKING, TypeAlias

from trading_api.models.market import (
    Bar,
    BarsSubscriptionRequest,
    QuoteData,
    QuoteDataSubscriptionRequest,
)
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import Delivery, WsRouteInterface, WsRouteService

if TYPE_CHECKING:
    BarWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]
    QuoteWsRouter: TypeAlias = WsRouter[QuoteDataSubscriptionRequest, QuoteData]
else:
    from .ws_generated import BarWsRouter, QuoteWsRouter

# Until symbols learn their own rate, an open market silent for this long is stale (rule E4).
STALE_AFTER_S = 10.0


class DatafeedWsRouters(list[WsRouteInterface]):
    """The datafeed's routes: bars keep the last 16 bar times, quotes the last value."""

    def __init__(self, datafeed_service: WsRouteService) -> None:
        bars = BarWsRouter(
            route="bars",
            tags=["datafeed"],
            service=datafeed_service,
            delivery=Delivery("latest", key="time", held=16),
            stale_after_s=STALE_AFTER_S,
        )
        quotes = QuoteWsRouter(
            route="quotes",
            tags=["datafeed"],
            service=datafeed_service,
            stale_after_s=STALE_AFTER_S,
        )
        super().__init__([bars, quotes])
