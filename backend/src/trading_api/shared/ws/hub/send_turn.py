"""What one turn of the loop has to write: the outboxes that got something, each once. Pure.

Publishing only marks outboxes; what they got is joined and written when the turn's callbacks are
done. So a connection costs one write a turn however many updates it gets, and one that gets
nothing costs nothing.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Protocol

logger = logging.getLogger(__name__)

# Writes before others have their turn: about two milliseconds. The rest waits in `_rest`.
WRITES_A_TURN = 256


class Writable(Protocol):
    """An outbox, as its turn needs it; `connection` is the number of whose it is."""

    connection: int | None

    def flush(self) -> None:
        """Write what is queued, if the socket accepts."""
        ...

    def abandon(self) -> None:
        """Let go of the connection: a fault of ours has hit it."""
        ...


class SendTurn:
    """The outboxes of a process that have something to write."""

    def __init__(self, call_soon: Callable[[Callable[[], None]], object], bound: int) -> None:
        """`call_soon` runs a callback in the loop's next turn; about `bound` bytes may wait.

        An outbox that is followed by nothing but this object's rounds holds at most what was
        published in the last two of them; so the bytes are counted here, once an update, and not
        by each outbox.
        """
        self.call_soon = call_soon
        """What wakes `run`; a sample of the latency takes its place for a round."""
        self._bound = bound // 2
        self._marked: set[Writable] = set()
        self._rest: list[Writable] = []
        self._is_due = False
        self._published_bytes = 0

    @property
    def is_midway(self) -> bool:
        """Whether outboxes of the round in work are still to be written."""
        return bool(self._rest)

    def mark(self, outbox: Writable) -> None:
        """Have `outbox` flushed."""
        self._marked.add(outbox)
        self._wake()

    def mark_all(self, outboxes: Iterable[Writable], size: int) -> None:
        """Have `outboxes` flushed, each of which got one frame of `size` bytes."""
        self._marked.update(outboxes)
        self._published_bytes += size
        if not self._is_due:
            self._wake()
        if self._published_bytes > self._bound:
            self._write_all()

    def run(self) -> None:
        """Write a bounded part of what is marked; called by the loop."""
        self._is_due = False
        if not self._rest:
            self._begin_round()
        part = self._rest[-WRITES_A_TURN:]
        del self._rest[-WRITES_A_TURN:]
        _flush(part)
        if self._rest or self._marked:
            self._wake()

    def _wake(self) -> None:
        if not self._is_due:
            self._is_due = True
            self.call_soon(self.run)

    def _begin_round(self) -> None:
        self._rest = list(self._marked)
        self._marked.clear()
        self._published_bytes = 0

    def _write_all(self) -> None:
        """Make room in the middle of a burst, before outboxes grow beyond their bound."""
        _flush(self._rest)
        self._begin_round()
        _flush(self._rest)
        self._rest.clear()


def _flush(outboxes: list[Writable]) -> None:
    for outbox in outboxes:
        try:
            outbox.flush()
        except Exception:
            logger.exception("send_failed connection=%s", outbox.connection)
            outbox.abandon()
