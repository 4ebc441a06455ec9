"""Generated from ws.py: edit that, never this file."""

from trading_api.models.broker import EquityData, EquitySubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class EquityWsRouter(WsRouter[EquitySubscriptionRequest, EquityData]):
    request_model = EquitySubscriptionRequest
    update_model = EquityData
