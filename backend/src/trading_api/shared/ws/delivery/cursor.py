"""A cursor: how far one connection is in a topic, and how what follows gets into its outbox. Pure.

There are two kinds. A `RetainedCursor` folds: what a slow connection misses is rebuilt from what
the topic holds. A `HistoryCursor` keeps all: what a slow connection misses is read from the record.
"""

from abc import ABC, abstractmethod
from typing import Literal, Protocol

from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.messages import Recover
from trading_api.shared.ws.router_interface import HistoryPosition

from .line import Line


class Opener(Protocol):
    """The subscription that opened a cursor, and hears how it fares."""

    def answer(self, seq: int, *, snapshot: int = 0, recovered: bool = False) -> None:
        """Answer the request: what follows comes after `seq`."""
        ...

    def opened(self) -> None:
        """The topic is joined: the next request may be served."""
        ...

    def unreadable(self, error: TradingApiError) -> None:
        """What the connection misses cannot be read: refuse, or end what stood."""
        ...

    def ended(self, frame: bytes) -> None:
        """The topic is over: `frame` says so."""
        ...


class Cursor(ABC):
    """A subscriber of one topic; it is opened once and stopped once."""

    def __init__(self, topic: HubTopic, line: Line, opener: Opener) -> None:
        self.topic = topic
        self.state: Literal["catching", "live"] = "live"
        self._position = 0
        self._line = line
        self._outbox = line.outbox
        self._opener = opener
        self._owed_status: bytes | None = None

    @abstractmethod
    def open(self, recover: Recover | None) -> None:
        """Answer the request, send what its sender misses, join the topic."""

    @abstractmethod
    def drained(self) -> None: ...

    @property
    def position(self) -> int:
        """The last `seq` that was put into the outbox."""
        return self._position

    @property
    @abstractmethod
    def _is_held_back(self) -> bool:
        """Whether updates may have been published that are not in the outbox."""

    def status_changed(self, frame: bytes) -> None:
        """Tell it after all that came before; of several that must wait, the newest (rule E4)."""
        self._owed_status = frame
        if not self._is_held_back:
            self._tell_status()

    def ended(self, frame: bytes) -> None:
        self._opener.ended(frame)

    def stop(self) -> None:
        """Leave the topic; what is queued still leaves, before whatever is answered next."""
        self.topic.subscribers.pop(self, None)
        self._outbox.forget(self)

    def _answer(self, seq: int, *, snapshot: int = 0, recovered: bool = False) -> None:
        self._position = seq
        self._opener.answer(seq, snapshot=snapshot, recovered=recovered)

    def _join(self) -> None:
        self.topic.subscribers[self] = None
        trouble = self.topic.trouble
        if trouble is not None:
            tell = self.ended if trouble.state == "ended" else self.status_changed
            tell(self.topic.status_frame(trouble))

    def _tell_status(self) -> None:
        if self._owed_status is not None:
            self._outbox.append(self._owed_status)
            self._owed_status = None

    def _send(self, seq: int, frame: bytes) -> None:
        self._outbox.append(frame)
        self.topic.traffic.deliveries += 1
        self._position = seq


def recoverable(recover: Recover, position: HistoryPosition) -> bool:
    """Return whether what follows `recover` is all there (rule R1)."""
    matches = recover.epoch == position.epoch
    return matches and position.floor <= recover.seq <= position.top
