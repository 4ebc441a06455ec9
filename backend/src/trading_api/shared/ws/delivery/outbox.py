"""One connection's outgoing queue, and who waits for it to drain. Pure.

Responses, snapshots and updates share one FIFO, so their order is the order of the wire. The queue
is bounded by its users: `latest` and `recent` subscriptions append only while nothing is in flight,
lossless ones only while there is room, requests are read only while there is room (rule U4).
"""

from collections import deque
from collections.abc import Callable
from typing import Protocol


class Waiting(Protocol):
    """A subscription that holds back updates until the socket accepts more."""

    def drained(self) -> None:
        """Send what was held back, as far as there is room."""
        ...


class Outbox:
    """Frames on their way to one socket; `wake` is called when there is something to write."""

    def __init__(self, limit_bytes: int, wake: Callable[[], None]) -> None:
        self._limit_bytes = limit_bytes
        self._wake = wake
        self._frames: deque[tuple[str, object]] = deque()
        self._waiting: dict[Waiting, None] = {}
        self._silenced: set[object] = set()
        self.queued_bytes = 0
        self.in_flight = False

    @property
    def has_room(self) -> bool:
        return self.queued_bytes < self._limit_bytes

    def append(self, frame: str, owner: object = None) -> None:
        """Queue a frame; `owner` may discard it while it is unsent."""
        self._frames.append((frame, owner))
        self.queued_bytes += len(frame)  # nearly all of it is ASCII
        self._wake()

    def discard(self, owner: object) -> None:
        """Drop the owner's unsent frames and its wait; it queues nothing any more.

        The frames are passed over when their turn comes: until then they take up room.
        """
        self._waiting.pop(owner, None)  # type: ignore[call-overload]
        if self._frames:
            self._silenced.add(owner)

    def wait(self, waiting: Waiting) -> None:
        """Have `waiting.drained()` called once the frames now queued are written."""
        self._waiting[waiting] = None
        self._wake()

    def take(self) -> list[str]:
        """Return all queued frames; they are in flight until `written`."""
        silenced = self._silenced
        frames = [frame for frame, owner in self._frames if owner not in silenced]
        self._frames.clear()
        silenced.clear()
        self.queued_bytes = 0
        self.in_flight = True
        return frames

    def written(self) -> None:
        """The socket has accepted what was taken: let those who waited go on."""
        self.in_flight = False
        waiting, self._waiting = self._waiting, {}
        for subscription in waiting:
            subscription.drained()

    @property
    def is_idle(self) -> bool:
        return not self._frames and not self._waiting
