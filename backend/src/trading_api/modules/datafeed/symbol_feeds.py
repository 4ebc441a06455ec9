"""What one symbol's source yields, for all who listen: begun by the first, ended by the last."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any, Generic, Protocol, TypeVar

from trading_api.shared.clock import Clock
from trading_api.shared.ws.producers import Producer, Producers

from .providers.base import ProviderEnded, Served

# Items of one source, and seconds, before others have their turn: it may never wait by itself.
ITEMS_A_TURN = 16
TURN_S = 0.001
# Then it rests, so many times as long as it worked: a live source has a fifth of the loop at most.
# A source with a time of its own may be played at any speed: it has half.
LIVE_REST, PLAYED_REST = 4, 1


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
        self._listeners: dict[Listener, None] = {}
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

    def closed(self) -> None:
        """The source is not heard any more: it died, ended, or nobody listens."""
        return

    @property
    def is_heard(self) -> bool:
        return bool(self._listeners)

    def listeners(self) -> list[Listener]:
        """Return whom to tell something sound, with which the source is alive."""
        self._failure = None
        return list(self._listeners)

    def join(self, listener: Listener) -> None:
        """Listen; whoever joins a feed that is dead or over is told so at once."""
        self._listeners[listener] = None
        if self._producer is None:
            self._producer = self._producers.start(
                self._name, self._run, on_restart=self._interrupted
            )
        if self._end is not None:
            listener.ended(self._end)
        elif self._failure is not None:
            listener.interrupted(self._failure)

    def leave(self, listener: Listener) -> None:
        """Stop listening; the last one stops the source."""
        del self._listeners[listener]
        if not self._listeners and self._producer is not None:
            self._producer.cancel()

    async def _run(self) -> None:
        """Take what comes, and rest between."""
        rest = PLAYED_REST if self.served.provider.capabilities.own_time else LIVE_REST
        try:
            async with aclosing(self.open()) as items:
                count, busy_s = 0, 0.0
                async for item in items:
                    began_s = self._clock.monotonic_s()
                    self.take(item)
                    busy_s += self._clock.monotonic_s() - began_s
                    count += 1
                    if count == ITEMS_A_TURN or busy_s >= TURN_S:
                        await asyncio.sleep(busy_s * rest)
                        count, busy_s = 0, 0.0
        except ProviderEnded as end:
            self._end = end
            for listener in list(self._listeners):
                listener.ended(end)
        finally:
            self.closed()

    def _interrupted(self, error: Exception) -> None:
        self._failure = error
        for listener in list(self._listeners):
            listener.interrupted(error)


Feed = TypeVar("Feed", bound=SymbolFeed[Any, Any])


class SymbolFeeds(Generic[Feed]):
    """The feeds that somebody listens to, one a symbol."""

    def __init__(self, make: Callable[[str], Feed]) -> None:
        """`make` raises a `Refusal` where the symbol's source has no such feed."""
        self._make = make
        self._feeds: dict[str, Feed] = {}

    def get(self, symbol: str) -> Feed | None:
        """Return the feed of a symbol; None where nobody listens."""
        return self._feeds.get(symbol)

    def join(self, symbol: str, listener: FeedListener) -> Feed:
        """Listen to a symbol's feed and return it.

        Raises:
            Refusal: its source has none.
        """
        feed = self._feeds.get(symbol)
        if feed is None:
            feed = self._feeds[symbol] = self._make(symbol)
        feed.join(listener)
        return feed

    def leave(self, symbol: str, listener: FeedListener) -> None:
        """Stop listening."""
        feed = self._feeds[symbol]
        feed.leave(listener)
        if not feed.is_heard:
            del self._feeds[symbol]
