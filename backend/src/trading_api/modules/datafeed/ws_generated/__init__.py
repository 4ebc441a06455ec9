"""Generated from ws.py: edit that, never this file."""

from .bar_ws_router import BarWsRouter
from .quote_ws_router import QuoteWsRouter

__all__ = ["BarWsRouter", "QuoteWsRouter"]
