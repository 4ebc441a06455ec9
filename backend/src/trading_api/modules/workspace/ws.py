"""What the workspace streams: which documents there are, and what becomes of them."""

from typing import TYPE_CHECKING, TypeAlias

from trading_api.models.workspace import WorkspaceSubscriptionRequest, WorkspaceUpdate
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.router_interface import Delivery, WsRouteInterface, WsRouteService

if TYPE_CHECKING:
    WorkspaceWsRouter: TypeAlias = WsRouter[WorkspaceSubscriptionRequest, WorkspaceUpdate]
else:
    from .ws_generated import WorkspaceWsRouter


class WorkspaceWsRouters(list[WsRouteInterface]):
    """The one route of the workspace: the newest of each document."""

    def __init__(self, workspace_service: WsRouteService) -> None:
        workspace = WorkspaceWsRouter(
            route="workspace",
            tags=["workspace"],
            service=workspace_service,
            delivery=Delivery("latest", key="id"),
        )
        super().__init__([workspace])
