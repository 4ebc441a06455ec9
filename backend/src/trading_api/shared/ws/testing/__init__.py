"""Doubles of the streaming core that every module's tests share; tested by being used."""

from .clocks import ManualClock, SteppedClock, settle
from .fake_line import FakeLine, live_subscription
from .fault_proxy import Conditions, FaultProxy
from .memory_history import MemoryHistory
from .recording_sink import RecordingSink, accept, blocking_outbox, idle_turn, take
from .route_contract import WsRouteContract
from .values import Params, RecordingService, Value, ValueWsRouter, value_topic

__all__ = [
    "Conditions",
    "FakeLine",
    "FaultProxy",
    "ManualClock",
    "MemoryHistory",
    "Params",
    "RecordingService",
    "RecordingSink",
    "SteppedClock",
    "Value",
    "ValueWsRouter",
    "WsRouteContract",
    "accept",
    "blocking_outbox",
    "idle_turn",
    "live_subscription",
    "settle",
    "take",
    "value_topic",
]
