"""Generated from ws.py: edit that, never this file."""

from trading_api.models.market import Depth, DepthSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class DepthWsRouter(WsRouter[DepthSubscriptionRequest, Depth]):
    request_model = DepthSubscriptionRequest
    update_model = Depth
