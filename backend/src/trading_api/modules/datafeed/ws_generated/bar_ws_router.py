"""Generated from ws.py: edit that, never this file."""

from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class BarWsRouter(WsRouter[BarsSubscriptionRequest, Bar]):
    request_model = BarsSubscriptionRequest
    update_model = Bar
