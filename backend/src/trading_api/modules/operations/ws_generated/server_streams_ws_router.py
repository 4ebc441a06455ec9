"""Generated from ws.py: edit that, never this file."""

from trading_api.models.operations import ServerStreams, ServerStreamsSubscriptionRequest
from trading_api.shared.ws.generic_route import WsRouter


class ServerStreamsWsRouter(WsRouter[ServerStreamsSubscriptionRequest, ServerStreams]):
    request_model = ServerStreamsSubscriptionRequest
    update_model = ServerStreams
