"""Doubles of the parts inside the streaming core, for its own tests alone; they change with it."""

from .fake_line import FakeLine, live_subscription
from .recording_sink import RecordingSink, accept, blocking_outbox, idle_turn, take
from .value_topic import value_topic

__all__ = [
    "FakeLine",
    "RecordingSink",
    "accept",
    "blocking_outbox",
    "idle_turn",
    "live_subscription",
    "take",
    "value_topic",
]
