"""Generated from ws.py: edit that, never this file."""

from .workspace_ws_router import WorkspaceWsRouter

__all__ = ["WorkspaceWsRouter"]
