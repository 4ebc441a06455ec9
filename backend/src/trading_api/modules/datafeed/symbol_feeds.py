"""What one symbol's source yields, for all who listen: begun by the first, ended by the last."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any, Generic, Protocol, TypeVar

from trading_api.shared.clock import Clock
from trading_api.shared.ws.producers import Producer, Producers

from .instruments import Instrument
from .providers.base import ProviderEnded, Served
from .tick_sources import LIVE_REST, PLAYED_REST, TICKS_A_TURN, TURN_S


class FeedListener(Protocol):
    """Who hears how a feed fares."""

    def interrupted(self, error: Exception) -> None:
        """The source died and is being restarted."""
        ...

    def ended(self, end: ProviderEnded) -> None:
        """Nothing will ever follow."""
        ...


Item = TypeVar("Item")
Listener = TypeVar("Listener", bound=FeedListener)


class SymbolFeed(ABC, Generic[Item, Listener]):
    """One running source and its listeners."""

    def __init__(self, name: str, served: Served, producers: Producers, clock: Clock) -> None:
        self.served = served
        self.listeners: dict[Listener, None] = {}
        self._name = name
        self._producers = producers
        self._clock = clock
        self._producer: Producer | None = None
        self._end: ProviderEnded | None = None
        self._failure: Exception | None = None

    @abstractmethod
    def open(self) -> AsyncGenerator[Item, None]:
        """Begin to listen to the source."""

    @abstractmethod
    def take(self, item: object) -> None:
        """Judge what came, which may be anything, and tell the listeners if it is sound."""

    def join(self, listener: Listener) -> None:
        """Listen; whoever joins a feed that is dead or over is told so at once."""
        self.listeners[listener] = None
        if self._producer is None:
            self._producer = self._producers.start(
                f"{self._name} {self.served.symbol}", self._run, on_restart=self._interrupted
            )
        if self._end is not None:
            listener.ended(self._end)
        elif self._failure is not None:
            listener.interrupted(self._failure)

    def leave(self, listener: Listener) -> None:
        """Stop listening; the last one stops the source."""
        del self.listeners[listener]
        if not self.listeners and self._producer is not None:
            self._producer.cancel()

    async def _run(self) -> None:
        """Take what comes, and rest as a source of ticks does: it may never wait by itself."""
        rest = PLAYED_REST if self.served.provider.capabilities.own_time else LIVE_REST
        try:
            async with aclosing(self.open()) as items:
                count, busy_s = 0, 0.0
                async for item in items:
                    began_s = self._clock.monotonic_s()
                    self._failure = None
                    self.take(item)
                    busy_s += self._clock.monotonic_s() - began_s
                    count += 1
                    if count == TICKS_A_TURN or busy_s >= TURN_S:
                        await asyncio.sleep(busy_s * rest)
                        count, busy_s = 0, 0.0
        except ProviderEnded as end:
            self._end = end
            for listener in list(self.listeners):
                listener.ended(end)

    def _interrupted(self, error: Exception) -> None:
        self._failure = error
        for listener in list(self.listeners):
            listener.interrupted(error)


Feed = TypeVar("Feed", bound=SymbolFeed[Any, Any])


class SymbolFeeds(Generic[Feed]):
    """The feeds that somebody listens to, one a symbol."""

    def __init__(self, make: Callable[[Instrument], Feed]) -> None:
        """`make` raises a `Refusal` where the instrument's source has no such feed."""
        self._make = make
        self._feeds: dict[str, Feed] = {}

    def joined(self, instrument: Instrument, listener: FeedListener) -> Feed:
        """Listen to an instrument's feed and return it.

        Raises:
            Refusal: its source has none.
        """
        feed = self._feeds.get(instrument.symbol)
        if feed is None:
            feed = self._feeds[instrument.symbol] = self._make(instrument)
        feed.join(listener)
        return feed

    def leave(self, instrument: Instrument, listener: FeedListener) -> None:
        """Stop listening."""
        feed = self._feeds[instrument.symbol]
        feed.leave(listener)
        if not feed.listeners:
            del self._feeds[instrument.symbol]
