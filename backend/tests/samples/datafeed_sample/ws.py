"""The methodology's router factory, step 1.2, as it is written there."""

from typing import TYPE_CHECKING, TypeAlias

from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import WsRouteInterface, WsRouteService

if TYPE_CHECKING:
    # Type alias for type checkers
    BarWsRouter: TypeAlias = WsRouter[BarsSubscriptionRequest, Bar]
else:
    # Runtime: use generated concrete class from module-local ws_generated
    from .ws_generated import BarWsRouter


class DatafeedWsRouters(list[WsRouteInterface]):
    """Factory creating all datafeed WebSocket routers"""

    def __init__(self, datafeed_service: WsRouteService):
        bar_router = BarWsRouter(route="bars", tags=["datafeed"], service=datafeed_service)
        # Add more routers as needed
        super().__init__([bar_router])
