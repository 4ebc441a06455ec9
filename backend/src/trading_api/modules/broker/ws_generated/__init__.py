"""Generated from ws.py: edit that, never this file."""

from .account_ws_router import AccountWsRouter
from .connection_ws_router import ConnectionWsRouter
from .equity_ws_router import EquityWsRouter
from .execution_ws_router import ExecutionWsRouter
from .order_ws_router import OrderWsRouter
from .position_ws_router import PositionWsRouter

__all__ = [
    "AccountWsRouter",
    "ConnectionWsRouter",
    "EquityWsRouter",
    "ExecutionWsRouter",
    "OrderWsRouter",
    "PositionWsRouter",
]
