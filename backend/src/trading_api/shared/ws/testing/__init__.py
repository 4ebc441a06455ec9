"""Doubles of the streaming core that every module's tests share; tested by being used."""

from .clocks import ManualClock, SteppedClock, settle
from .fake_line import FakeLine, live_subscription
from .memory_history import MemoryHistory
from .route_contract import WsRouteContract
from .values import Params, RecordingService, Value, ValueWsRouter, value_topic

__all__ = [
    "FakeLine",
    "ManualClock",
    "MemoryHistory",
    "Params",
    "RecordingService",
    "SteppedClock",
    "Value",
    "ValueWsRouter",
    "WsRouteContract",
    "live_subscription",
    "settle",
    "value_topic",
]
