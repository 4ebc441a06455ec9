"""One source of ticks a symbol, however many streams listen to it."""

from collections.abc import AsyncGenerator
from typing import Any, NamedTuple, Protocol

from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.ws.producers import Producers

from .border import RefusedData, tick_fault
from .instruments import Tick
from .providers.base import Provider, served_by
from .symbol_feeds import FeedListener, SymbolFeed, SymbolFeeds


class TickListener(FeedListener, Protocol):
    """What is computed from the ticks of a symbol."""

    def ticked(self) -> None:
        """A tick was heard; the provider answers as of it."""
        ...


class HeardTick(NamedTuple):
    """A tick with its source's time, and when it came in here: Unix ms by our own clock."""

    tick: Tick
    received: int


class TickKeeper(Protocol):
    """Keeps what is heard; must not block."""

    def heard(self, symbol: str, heard: HeardTick) -> None:
        """A sound tick came in."""
        ...

    def ceased(self, symbol: str) -> None:
        """The source is not heard any more: it died, ended, or nobody listens."""
        ...


class KeepsNothing:
    """Lets every tick go by."""

    def heard(self, symbol: str, heard: HeardTick) -> None:
        """Do nothing."""

    def ceased(self, symbol: str) -> None:
        """Do nothing."""


class _TickFeed(SymbolFeed[Tick, TickListener]):
    """The ticks of one symbol: judged at the border, where they come in, and stamped."""

    def __init__(self, symbol: str, sources: "TickSources") -> None:
        served = served_by(sources.provider, symbol)
        super().__init__(f"ticks {symbol}", served, sources.producers, sources.clock)
        self.newest: HeardTick | None = None
        self._symbol = symbol
        self._refused = sources.refused
        self._keeper = sources.keeper

    def open(self) -> AsyncGenerator[Tick, None]:
        return self.served.provider.ticks(self.served.symbol)

    def take(self, item: Any) -> None:
        source = self.served.provider
        last = self.newest.tick if self.newest else None
        fault = tick_fault(item, last, source.now_ms())
        if fault is not None:
            self._refused.add(source.name, self.served.symbol, fault)
            return
        self.newest = HeardTick(item, self._clock.now_ms())
        self._keeper.heard(self._symbol, self.newest)
        for listener in self.listeners():
            listener.ticked()

    def closed(self) -> None:
        self._keeper.ceased(self._symbol)


class TickSources:
    """Starts a source with its first listener and stops it with its last."""

    def __init__(
        self,
        provider: Provider,
        producers: Producers,
        clock: Clock | None = None,
        refused: RefusedData | None = None,
        keeper: TickKeeper | None = None,
    ) -> None:
        self.provider = provider
        self.producers = producers
        self.clock = clock or SystemClock()
        self.refused = refused or RefusedData()
        self.keeper = keeper or KeepsNothing()
        self._feeds = SymbolFeeds(lambda symbol: _TickFeed(symbol, self))

    def join(self, symbol: str, listener: TickListener) -> None:
        """Listen to a symbol; whoever joins one that is dead or over is told so at once."""
        self._feeds.join(symbol, listener)

    def leave(self, symbol: str, listener: TickListener) -> None:
        """Stop listening."""
        self._feeds.leave(symbol, listener)

    def newest(self, symbol: str) -> HeardTick | None:
        """Return the newest tick: the last one heard, or fetched now where nobody listens."""
        feed = self._feeds.get(symbol)
        if feed is not None and feed.newest is not None:
            return feed.newest
        tick = self.provider.last_tick(symbol)
        return None if tick is None else HeardTick(tick, self.clock.now_ms())
