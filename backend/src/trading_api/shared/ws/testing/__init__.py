"""The test kit of streams: doubles, clocks, a bad network, the suite that every route passes."""

from .clocks import ManualClock, SteppedClock, settle
from .fault_proxy import Conditions, FaultProxy
from .memory_history import MemoryHistory
from .route_contract import WsRouteContract
from .values import Params, RecordingService, Value, ValueWsRouter

__all__ = [
    "Conditions",
    "FaultProxy",
    "ManualClock",
    "MemoryHistory",
    "Params",
    "RecordingService",
    "SteppedClock",
    "Value",
    "ValueWsRouter",
    "WsRouteContract",
    "settle",
]
