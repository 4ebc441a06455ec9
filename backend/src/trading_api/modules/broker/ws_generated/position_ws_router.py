"""Generated from ws.py: edit that, never this file."""

from trading_api.models.broker import Position, PositionSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class PositionWsRouter(WsRouter[PositionSubscriptionRequest, Position]):
    request_model = PositionSubscriptionRequest
    update_model = Position
