"""What operations stream: the state of all streams."""

from typing import TYPE_CHECKING, TypeAlias

from trading_api.models.operations import ActivitySubscriptionRequest, ServerActivity
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import WsRouteInterface, WsRouteService

if TYPE_CHECKING:
    ActivityWsRouter: TypeAlias = WsRouter[ActivitySubscriptionRequest, ServerActivity]
else:
    from .ws_generated import ActivityWsRouter

# It is published once a second: a silence of five is no accident.
STALE_AFTER_S = 5.0


class OperationsWsRouters(list[WsRouteInterface]):
    """The one route of operations: its latest value."""

    def __init__(self, operations_service: WsRouteService) -> None:
        activity = ActivityWsRouter(
            route="activity",
            tags=["operations"],
            service=operations_service,
            stale_after_s=STALE_AFTER_S,
        )
        super().__init__([activity])
