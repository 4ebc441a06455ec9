"""Generated from ws.py: edit that, never this file."""

from .bar_ws_router import BarWsRouter
from .depth_ws_router import DepthWsRouter
from .market_status_ws_router import MarketStatusWsRouter
from .quote_ws_router import QuoteWsRouter
from .trade_ws_router import TradeWsRouter

__all__ = ["BarWsRouter", "DepthWsRouter", "MarketStatusWsRouter", "QuoteWsRouter", "TradeWsRouter"]
