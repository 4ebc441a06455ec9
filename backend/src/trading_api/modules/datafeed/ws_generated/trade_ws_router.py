"""Generated from ws.py: edit that, never this file."""

from trading_api.models.market import Trade, TradesSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class TradeWsRouter(WsRouter[TradesSubscriptionRequest, Trade]):
    request_model = TradesSubscriptionRequest
    update_model = Trade
