"""Generated from ws.py: edit that, never this file."""

from trading_api.models.workspace import WorkspaceSubscriptionRequest, WorkspaceUpdate
from trading_api.shared.ws.generic_route import WsRouter


class WorkspaceWsRouter(WsRouter[WorkspaceSubscriptionRequest, WorkspaceUpdate]):
    request_model = WorkspaceSubscriptionRequest
    update_model = WorkspaceUpdate
