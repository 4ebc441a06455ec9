"""Generated from ws.py: edit that, never this file."""

from trading_api.models.broker import AccountSubscriptionRequest, AccountUpdate
from trading_api.shared.ws.generic_route import WsRouter


class AccountWsRouter(WsRouter[AccountSubscriptionRequest, AccountUpdate]):
    request_model = AccountSubscriptionRequest
    update_model = AccountUpdate
