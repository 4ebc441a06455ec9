"""Generated from ws.py: edit that, never this file."""

from .activity_ws_router import ActivityWsRouter

__all__ = ["ActivityWsRouter"]
