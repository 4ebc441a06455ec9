"""Streams: one value of one instrument, computed once a tick for every topic that names it."""

from collections.abc import Callable
from typing import NamedTuple

from pydantic import BaseModel

from trading_api.shared.ws.router_interface import TopicUpdate

from .instruments import Instrument
from .providers.base import ProviderEnded

Read = Callable[[], BaseModel | None]


class _Trouble(NamedTuple):
    """Why nothing new comes, for those who subscribe while it lasts."""

    code: str
    message: str


class InstrumentTopics:
    """The topics that get one and the same of an instrument, and why nothing new comes to them."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._topics: dict[str, TopicUpdate] = {}
        self._trouble: _Trouble | None = None
        if not instrument.live:
            message = f"{instrument.symbol} was imported: it has history but no live source"
            self._trouble = _Trouble("no_live_source", message)

    @property
    def is_heard(self) -> bool:
        return bool(self._topics)

    def add(self, topic: str, update: TopicUpdate) -> None:
        """Publish to one more topic; one whose source is dead, over or never was is told so."""
        self._topics[topic] = update
        if self._trouble is not None:
            update.status("stale", *self._trouble)

    def remove(self, topic: str) -> None:
        del self._topics[topic]

    def publish(self, value: BaseModel) -> None:
        self._trouble = None
        for update in list(self._topics.values()):
            update(value)

    def interrupted(self, error: Exception) -> None:
        message = f"the source died ({error}) and is being restarted"
        self._tell(_Trouble("producer_failed", message))

    def ended(self, end: ProviderEnded) -> None:
        self._tell(_Trouble(end.code, end.message))

    def _tell(self, trouble: _Trouble) -> None:
        self._trouble = trouble
        for update in list(self._topics.values()):
            update.status("stale", *trouble)


class Stream(InstrumentTopics):
    """A value that is read anew after each tick and published to its topics."""

    def __init__(self, instrument: Instrument, read: Read) -> None:
        super().__init__(instrument)
        self.read = read

    def ticked(self) -> None:
        self._trouble = None
        value = self.read()
        if value is not None:
            self.publish(value)
