"""Generated from ws.py: edit that, never this file."""

from trading_api.models.market import MarketStatus, MarketStatusSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class MarketStatusWsRouter(WsRouter[MarketStatusSubscriptionRequest, MarketStatus]):
    request_model = MarketStatusSubscriptionRequest
    update_model = MarketStatus
