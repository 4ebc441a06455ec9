"""Generated from ws.py: edit that, never this file."""

from trading_api.models.operations import ActivitySubscriptionRequest, ServerActivity
from trading_api.shared.ws.generic_route import WsRouter


class ActivityWsRouter(WsRouter[ActivitySubscriptionRequest, ServerActivity]):
    request_model = ActivitySubscriptionRequest
    update_model = ServerActivity
