"""Delivery of `lossless`: what a connection misses is read from the record (rule U1). Pure.

open ──position, state──► catching ◄──no room, or a hole── live
└───────nothing is left────────┘
"""

import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.messages import Entry, Recover
from trading_api.shared.ws.router_interface import History, HistoryPosition

from .cursor import Cursor, Opener, recoverable
from .line import Line, Reading

T = TypeVar("T")
logger = logging.getLogger(__name__)


class HistoryCursor(Cursor):
    """Reads the record at the pace of the socket until it has caught up, then sends live."""

    def __init__(self, topic: HubTopic, history: History, line: Line, opener: Opener) -> None:
        super().__init__(topic, line, opener)
        self.state = "catching"
        self._history = history
        self._parts: deque[bytes] = deque()
        self._reading: Reading | None = None

    @property
    def _is_held_back(self) -> bool:
        return self.state == "catching"

    def open(self, recover: Recover | None) -> None:
        if recover is None:
            self._read(self._history.state, self._start_with_state)
        else:
            self._read(self._history.position, lambda position: self._resume(recover, position))

    def published(self, entry: Entry, frame: bytes) -> None:
        if self.state == "catching" or entry.seq <= self.position:
            return
        if entry.seq == self.position + 1 and self._outbox.has_room:
            self._send(entry.seq, frame)
        else:
            self.state = "catching"
            self._catch_up()

    def drained(self) -> None:
        self._catch_up()

    def stop(self) -> None:
        super().stop()
        self.topic.readers.pop(self, None)
        if self._reading is not None:
            self._reading.cancel()

    def _resume(self, recover: Recover, position: HistoryPosition) -> None:
        if not recoverable(recover, position):
            self._read(self._history.state, self._start_with_state)
            return
        self._start(position, recover.seq, recovered=True)

    def _start_with_state(self, state: tuple[HistoryPosition, Sequence[Entry]]) -> None:
        position, entries = state
        encoder = self.topic.encoder
        self._parts.extend(encoder.snapshot(entry, position.top) for entry in entries)
        self._start(position, position.top, recovered=False)

    def _start(self, position: HistoryPosition, seq: int, *, recovered: bool) -> None:
        self.topic.epoch = position.epoch
        self._answer(seq, snapshot=len(self._parts), recovered=recovered)
        self._join()
        if self in self.topic.subscribers:
            self.topic.readers[self] = None
            self._catch_up()
            self._opener.opened()

    def _catch_up(self) -> None:
        """Send parts of the state, then pages of the history, while there is room."""
        while self._parts and self._outbox.has_room:
            self._outbox.append(self._parts.popleft())
        if not self._outbox.has_room:
            self._outbox.wait(self)
            return
        published = self.topic.seq
        self._read(
            lambda: self._history.page(self.position, self._line.history_page),
            lambda entries: self._take_page(entries, published),
        )

    def _take_page(self, entries: Sequence[Entry], published: int) -> None:
        fault = self._fault(entries, published)
        if fault is not None:
            step = self.position
            logger.error("history_faulty topic=%s step=%s fault=%s", self.topic.name, step, fault)
            self._opener.unreadable(TradingApiError("topic_failed", f"history: {fault}"))
            return
        for entry in entries:
            self._send(entry.seq, self.topic.encoder.frame(entry))
        if not entries and self.topic.seq <= self.position:
            self.state = "live"
            self._tell_status()
        else:
            self._catch_up()

    def _fault(self, entries: Sequence[Entry], published: int) -> str | None:
        """Say what is wrong with a page that was asked for when `published` was the newest."""
        expected = self.position + 1
        if not entries and published >= expected:
            return f"expected {expected} to {published}, got nothing"
        for seq, entry in enumerate(entries, expected):
            if entry.seq != seq:
                return f"expected {seq}, got {entry.seq}"
        return None

    def _read(self, reading: Callable[[], Awaitable[T]], then: Callable[[T], None]) -> None:
        self._reading = self._line.read(reading, then, self._opener.unreadable)
