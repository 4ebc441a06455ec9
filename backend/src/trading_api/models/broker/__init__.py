"""The brokerage account on the wire."""

from .account import BrokerConnectionStatus, ConnectionStatus, DisconnectType, EquityData
from .executions import Execution
from .orders import OrderStatus, OrderType, PlacedOrder, Side, StopType
from .positions import Position
from .subscriptions import (
    BrokerConnectionSubscriptionRequest,
    EquitySubscriptionRequest,
    ExecutionSubscriptionRequest,
    OrderSubscriptionRequest,
    PositionSubscriptionRequest,
)

__all__ = [
    "BrokerConnectionStatus",
    "BrokerConnectionSubscriptionRequest",
    "ConnectionStatus",
    "DisconnectType",
    "EquityData",
    "EquitySubscriptionRequest",
    "Execution",
    "ExecutionSubscriptionRequest",
    "OrderStatus",
    "OrderSubscriptionRequest",
    "OrderType",
    "PlacedOrder",
    "Position",
    "PositionSubscriptionRequest",
    "Side",
    "StopType",
]
