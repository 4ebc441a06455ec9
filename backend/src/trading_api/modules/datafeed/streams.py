"""Streams: one value of one instrument, computed once a tick for every topic that names it."""

from collections.abc import Callable

from pydantic import BaseModel

from trading_api.shared.ws.router_interface import TopicUpdate

from .instruments import Instrument
from .providers.base import ProviderEnded

Read = Callable[[], BaseModel | None]


class Stream:
    """A value that is read anew after each tick and published to its topics."""

    def __init__(self, instrument: Instrument, read: Read) -> None:
        self.instrument = instrument
        self.read = read
        self._topics: dict[str, TopicUpdate] = {}
        self._end: ProviderEnded | None = None

    @property
    def is_heard(self) -> bool:
        return bool(self._topics)

    def add(self, topic: str, update: TopicUpdate) -> None:
        """Publish to one more topic; one whose source is over, or never was, is told so."""
        self._topics[topic] = update
        if self._end is not None:
            update.status("stale", self._end.code, self._end.message)
        elif not self.instrument.live:
            message = f"{self.instrument.symbol} was imported: it has history but no live source"
            update.status("stale", "no_live_source", message)

    def remove(self, topic: str) -> None:
        del self._topics[topic]

    def ticked(self) -> None:
        value = self.read()
        if value is None:
            return
        for update in list(self._topics.values()):
            update(value)

    def interrupted(self, error: Exception) -> None:
        self._tell("producer_failed", f"the source died ({error}) and is being restarted")

    def ended(self, end: ProviderEnded) -> None:
        self._end = end
        self._tell(end.code, end.message)

    def _tell(self, code: str, message: str) -> None:
        for update in list(self._topics.values()):
            update.status("stale", code, message)
