"""Generated from ws.py: edit that, never this file."""

from trading_api.models.broker import BrokerConnectionStatus, BrokerConnectionSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class ConnectionWsRouter(WsRouter[BrokerConnectionSubscriptionRequest, BrokerConnectionStatus]):
    request_model = BrokerConnectionSubscriptionRequest
    update_model = BrokerConnectionStatus
