"""What a module may know of everything that streams: counts, read when it asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from .router_interface import TopicState


@dataclass(frozen=True)
class TimeCounts:
    """How often a time fell between which bounds since the start, as `Distribution` counts them."""

    bounds_s: tuple[float, ...]
    counts: list[int]


class TopicCounts(NamedTuple):
    """One topic; `last_update_s` is monotonic, of its start before the first update.

    `state` is None while it starts, `code` says why it is not live.
    """

    name: str
    epoch: str
    seq: int
    listeners: int
    state: TopicState | None
    code: str | None
    last_update_s: float | None


@dataclass(frozen=True, slots=True)
class EndedConnection:
    """How a connection ended; `number` is the log's, `at_ms` is Unix time."""

    number: int
    at_ms: int
    code: int
    lived_s: float
    skipped: int


@dataclass(frozen=True)
class StreamCounts:
    """One look at all streams of a process; what is not a state counts since its start."""

    connections: int
    paused: int
    subscriptions: int
    outbox_bytes: int
    updates: int
    deliveries: int
    skipped: int
    producers: int
    producer_restarts: int
    is_draining: bool
    write: TimeCounts
    loop_lag: TimeCounts
    topics: Sequence[TopicCounts]
    ended: Sequence[EndedConnection]
    """The last ones, oldest first."""


class CountsReader(Protocol):
    """Looks at the streams of an app; given to a module by `configure_app`."""

    def __call__(self) -> StreamCounts:
        """Look once: in the loop, where the counts agree. A moment a connection and a topic."""
        ...
