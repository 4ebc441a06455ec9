"""One connection's outgoing queue, and who waits for it to drain. Pure.

Responses, snapshots and updates share one FIFO, so their order is the order of the wire. While the
socket accepts, the queue is written once a turn; while it does not, the queue is bounded by its
users: `latest` and `recent` updates wait in their topics, lossless ones in their record, and
requests are read only while there is room (rule U4).
"""

from collections.abc import Callable
from itertools import islice
from typing import Protocol

from trading_api.shared.log_context import CONNECTION
from trading_api.shared.ws.hub.send_turn import SendTurn

# Cursors that catch up before others have their turn: about a millisecond.
DRAINS_A_TURN = 200


class Waiting(Protocol):
    """A cursor that holds back updates until the socket accepts more."""

    def drained(self) -> None:
        """Send what was held back, as far as there is room."""
        ...


class Follower(Waiting, Protocol):
    """A cursor whose topic puts each update straight into the outbox."""

    def held_back(self) -> None:
        """Leave the topic's fast lane: the socket accepts nothing for a while."""
        ...


class Outbox:
    """Frames on their way to one socket."""

    __slots__ = (
        "_abort",
        "_counted",
        "_counted_bytes",
        "_followers",
        "_limit_bytes",
        "_on_written",
        "_turn",
        "_waiting",
        "_write",
        "connection",
        "frames",
        "is_lost",
        "is_paused",
        "push",
        "skipped",
    )

    def __init__(self, limit_bytes: int, turn: SendTurn, sink: "Sink") -> None:
        self.connection = CONNECTION.get()
        """Whose it is, for the log: turns of the loop write for everybody."""
        self.frames: list[bytes] = []
        self.push = self.frames.append
        """Queues a frame for whoever marks this outbox in the turn himself."""
        self.is_paused = False
        self.is_lost = False
        self.skipped = 0
        """Updates that never came here: newer ones took their place."""
        self._limit_bytes = limit_bytes
        self._turn = turn
        self._write = sink.write
        self._abort = sink.abort
        self._followers: dict[Follower, None] = {}
        self._waiting: dict[Waiting, None] = {}
        self._on_written: list[Callable[[], None]] = []
        self._counted = self._counted_bytes = 0

    @property
    def queued_bytes(self) -> int:
        """Bytes that are not written; counted when asked, so that nobody counts while queueing."""
        self._counted_bytes += sum(map(len, islice(self.frames, self._counted, None)))
        self._counted = len(self.frames)
        return self._counted_bytes

    @property
    def has_room(self) -> bool:
        return self.queued_bytes < self._limit_bytes

    def append(self, frame: bytes) -> None:
        """Queue a frame."""
        self.frames.append(frame)
        self._turn.mark(self)

    # Who wants each update.

    def follow(self, follower: Follower) -> bool:
        """Return whether the follower may have its topic push; else it is drained later."""
        if self.is_paused:
            self._waiting[follower] = None
            return False
        self._followers[follower] = None
        return True

    def wait(self, waiting: Waiting) -> None:
        """Have `waiting.drained()` called once there is room."""
        self._waiting[waiting] = None
        self._turn.mark(self)

    def forget(self, cursor: Waiting) -> None:
        """The cursor has stopped: it follows and waits no more."""
        self._followers.pop(cursor, None)  # type: ignore[call-overload]
        self._waiting.pop(cursor, None)

    def when_written(self, callback: Callable[[], None]) -> None:
        """Call `callback` once, after the next write."""
        self._on_written.append(callback)

    # What the socket says.

    def pause(self) -> None:
        """The socket accepts no more: nothing is written, and topics push nothing."""
        if self.is_paused:
            return
        self.is_paused = True
        followers, self._followers = self._followers, {}
        for follower in followers:
            follower.held_back()
            self._waiting[follower] = None

    def resume(self) -> None:
        """The socket has accepted all that was written."""
        self.is_paused = False
        self._turn.mark(self)

    def lost(self) -> None:
        """The socket is gone: whoever waits for a write waits in vain."""
        self.is_lost = True
        self.pause()
        self.frames.clear()
        self._counted = self._counted_bytes = 0
        self._tell_written()

    # What the turn says.

    def flush(self) -> None:
        """Let those who waited go on, then write all that is queued."""
        if self.is_paused:
            return
        if self._waiting:
            self.drain()
        frames = self.frames
        if frames:
            data = frames[0] if len(frames) == 1 else b"".join(frames)
            frames.clear()
            self._counted = self._counted_bytes = 0
            self._write(data)
            if self._on_written:
                self._tell_written()

    def drain(self) -> None:
        """Let a bounded number of those who wait go on."""
        for waiting in list(islice(self._waiting, DRAINS_A_TURN)):
            if not self.has_room:
                break
            if self._waiting.pop(waiting, self) is None:
                waiting.drained()
        if self._waiting:
            self._turn.mark(self)

    def abandon(self) -> None:
        self._abort()

    def _tell_written(self) -> None:
        callbacks, self._on_written = self._on_written, []
        for callback in callbacks:
            callback()


class Sink(Protocol):
    """Where an outbox writes to; it tells the outbox when to pause and to resume."""

    @property
    def write(self) -> Callable[[bytes], object]:
        """What takes whole frames; `Outbox.pause` may be called meanwhile."""
        ...

    def abort(self) -> None:
        """End the connection without a word."""
        ...
