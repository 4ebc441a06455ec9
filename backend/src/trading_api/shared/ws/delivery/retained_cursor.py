"""Delivery of `latest` and `recent`: nothing piles up for who reads slowly (rules U2, U3). Pure.

While the socket accepts, the cursor *follows*: its topic appends each frame to the outbox itself,
nobody is called, and the position is the topic's own. When the socket stops accepting, the cursor
is told once, keeps its position, and hears nothing until the outbox drains.
"""

from collections.abc import Sequence

from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.messages import Entry, Recover
from trading_api.shared.ws.router_interface import HistoryPosition

from .cursor import Cursor, Opener, recoverable
from .line import Line


class RetainedCursor(Cursor):
    """Sends updates as they come, or, after a pause, what the topic still holds of them."""

    def __init__(self, topic: HubTopic, line: Line, opener: Opener) -> None:
        super().__init__(topic, line, opener)
        self._follows = False

    @property
    def position(self) -> int:
        return self.topic.seq if self._follows else self._position

    @property
    def _is_held_back(self) -> bool:
        return not self._follows

    def open(self, recover: Recover | None) -> None:
        if recover is not None and recoverable(recover, self._whole()):
            self._answer(recover.seq, recovered=True)
            self._send_since()
        else:
            try:
                state = self.topic.state()
            except TradingApiError as error:
                self._opener.unreadable(error)
                return
            self._send_state(state)
        self._join()
        if self in self.topic.subscribers:
            self._follow()
        self._opener.opened()

    def drained(self) -> None:
        self._send_since()
        self._follow()

    def ended(self, frame: bytes) -> None:
        """Send what was held back before the end: beyond the bound perhaps, but once."""
        if self._is_held_back:
            self._send_since()
        super().ended(frame)

    def held_back(self) -> None:
        """Fix the position: from here on, what comes is rebuilt from what the topic holds."""
        self._position = self.topic.seq
        self._unfollow()

    def stop(self) -> None:
        super().stop()
        self._outbox.skipped += self.topic.seq - self.position
        self._unfollow()

    def _follow(self) -> None:
        self._tell_status()
        self._follows = self._outbox.follow(self)
        if self._follows:
            self.topic.followers[self._outbox] = self._outbox.push

    def _unfollow(self) -> None:
        if self._follows:
            self._follows = False
            del self.topic.followers[self._outbox]

    def _whole(self) -> HistoryPosition:
        """Anything can be resumed here: what was folded or lost is told."""
        return HistoryPosition(self.topic.epoch, 0, self.topic.seq)

    def _send_state(self, state: Sequence[Entry]) -> None:
        topic = self.topic
        self._answer(topic.seq, snapshot=len(state))
        for entry in state:
            self._outbox.append(topic.encoder.snapshot(entry, topic.seq))

    def _send_since(self) -> None:
        """Send what is held after the position; of what was folded or lost, say how much."""
        entries, gap = self.topic.retention.since(self._position)
        for entry in entries:
            skipped = entry.seq - self._position - 1
            self.topic.traffic.skipped += skipped
            self._outbox.skipped += skipped
            frame = self.topic.encoder.frame(entry, skipped=skipped, gap=gap)
            self._send(entry.seq, frame)
            gap = False
