"""Generated from ws.py: edit that, never this file."""

from .bar_ws_router import BarWsRouter
from .depth_ws_router import DepthWsRouter
from .quote_ws_router import QuoteWsRouter
from .trade_ws_router import TradeWsRouter

__all__ = ["BarWsRouter", "DepthWsRouter", "QuoteWsRouter", "TradeWsRouter"]
