"""Generated from ws.py: edit that, never this file."""

from trading_api.models.broker import Execution, ExecutionSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class ExecutionWsRouter(WsRouter[ExecutionSubscriptionRequest, Execution]):
    request_model = ExecutionSubscriptionRequest
    update_model = Execution
