"""Generated from ws.py: edit that, never this file."""

from trading_api.models.broker import OrderSubscriptionRequest, PlacedOrder
from trading_api.shared.ws.generic_route import WsRouter


class OrderWsRouter(WsRouter[OrderSubscriptionRequest, PlacedOrder]):
    request_model = OrderSubscriptionRequest
    update_model = PlacedOrder
