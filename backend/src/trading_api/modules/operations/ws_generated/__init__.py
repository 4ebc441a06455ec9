"""Generated from ws.py: edit that, never this file."""

from .server_streams_ws_router import ServerStreamsWsRouter

__all__ = ["ServerStreamsWsRouter"]
