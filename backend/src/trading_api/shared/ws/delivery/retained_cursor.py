"""Delivery of `latest` and `recent`: nothing piles up for who reads slowly (rules U2, U3). Pure."""

from collections.abc import Sequence

from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.messages import Entry, Recover
from trading_api.shared.ws.router_interface import HistoryPosition

from .cursor import Cursor, recoverable


class RetainedCursor(Cursor):
    """Sends updates as they come, or, after a pause, what the topic still holds of them."""

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
        self._opener.opened()

    def published(self, entry: Entry, frame: str) -> None:
        if self._outbox.in_flight:
            self._outbox.wait(self)
        else:
            self._send(entry.seq, frame)

    def drained(self) -> None:
        self._send_since()

    def _whole(self) -> HistoryPosition:
        """Anything can be resumed here: what was folded or lost is told."""
        return HistoryPosition(self.topic.epoch, 0, self.topic.seq)

    def _send_state(self, state: Sequence[Entry]) -> None:
        topic = self.topic
        self._answer(topic.seq, snapshot=len(state))
        for entry in state:
            self._outbox.append(topic.encoder.snapshot(entry, topic.seq), self)

    def _send_since(self) -> None:
        """Send what is held after `position`; of what was folded or lost, say how much."""
        entries, gap = self.topic.retention.since(self.position)
        for entry in entries:
            skipped = entry.seq - self.position - 1
            frame = self.topic.encoder.frame(entry, skipped=skipped, gap=gap)
            self._send(entry.seq, frame)
            gap = False
