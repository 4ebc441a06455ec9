"""One source of ticks a symbol, however many streams listen to it."""

import asyncio
from contextlib import aclosing
from typing import NamedTuple, Protocol

from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.ws.producers import Producer, Producers

from .border import RefusedData, tick_fault
from .instruments import Tick
from .providers.base import Provider, ProviderEnded, served_by

# Ticks of one source, and seconds, before others have their turn: it may never wait by itself.
TICKS_A_TURN = 16
TURN_S = 0.001
# Then it rests, so many times as long as it worked: a live source has a fifth of the loop at most.
# A source with a time of its own may be played at any speed: it has half.
LIVE_REST, PLAYED_REST = 4, 1


class TickListener(Protocol):
    """What is computed from the ticks of a symbol."""

    def ticked(self) -> None:
        """A tick was heard; the provider answers as of it."""
        ...

    def interrupted(self, error: Exception) -> None:
        """The source died and is being restarted."""
        ...

    def ended(self, end: ProviderEnded) -> None:
        """No tick will ever follow."""
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


class _Source:
    """The ticks of one symbol, and who listens."""

    def __init__(self, symbol: str, served: Provider) -> None:
        self.symbol = symbol
        self.served = served
        self.listeners: dict[TickListener, None] = {}
        self.producer: Producer | None = None
        self.end: ProviderEnded | None = None
        self.failure: Exception | None = None
        self.newest: HeardTick | None = None


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
        self._refused = refused or RefusedData()
        self._keeper = keeper or KeepsNothing()
        self._provider = provider
        self._producers = producers
        self._clock = clock or SystemClock()
        self._sources: dict[str, _Source] = {}

    def join(self, symbol: str, listener: TickListener) -> None:
        """Listen to a symbol; whoever joins one that is dead or over is told so at once."""
        source = self._sources.get(symbol)
        if source is None:
            source = self._sources[symbol] = _Source(
                symbol, served_by(self._provider, symbol).provider
            )
            self._start(source)
        source.listeners[listener] = None
        if source.end is not None:
            listener.ended(source.end)
        elif source.failure is not None:
            listener.interrupted(source.failure)

    def leave(self, symbol: str, listener: TickListener) -> None:
        """Stop listening."""
        source = self._sources[symbol]
        del source.listeners[listener]
        if not source.listeners:
            del self._sources[symbol]
            if source.producer is not None:
                source.producer.cancel()

    def newest(self, symbol: str) -> HeardTick | None:
        """Return the newest tick: the last one heard, or fetched now where nobody listens."""
        source = self._sources.get(symbol)
        if source is not None and source.newest is not None:
            return source.newest
        tick = self._provider.last_tick(symbol)
        return None if tick is None else HeardTick(tick, self._clock.now_ms())

    def _start(self, source: _Source) -> None:
        def interrupted(error: Exception) -> None:
            source.failure = error
            for listener in list(source.listeners):
                listener.interrupted(error)

        source.producer = self._producers.start(
            f"ticks {source.symbol}", lambda: self._run(source), on_restart=interrupted
        )

    async def _run(self, source: _Source) -> None:
        rest = PLAYED_REST if source.served.capabilities.own_time else LIVE_REST
        try:
            async with aclosing(self._provider.ticks(source.symbol)) as ticks:
                count, busy_s = 0, 0.0
                async for tick in ticks:
                    began_s = self._clock.monotonic_s()
                    self._take(source, tick)
                    busy_s += self._clock.monotonic_s() - began_s
                    count += 1
                    if count == TICKS_A_TURN or busy_s >= TURN_S:
                        await asyncio.sleep(busy_s * rest)
                        count, busy_s = 0, 0.0
        except ProviderEnded as end:
            source.end = end
            for listener in list(source.listeners):
                listener.ended(end)
        finally:
            self._keeper.ceased(source.symbol)

    def _take(self, source: _Source, tick: Tick) -> None:
        if self._is_sound(source, tick):
            source.newest = HeardTick(tick, self._clock.now_ms())
            source.failure = None
            self._keeper.heard(source.symbol, source.newest)
            for listener in list(source.listeners):
                listener.ticked()

    def _is_sound(self, source: _Source, tick: Tick) -> bool:
        """Refuse corrupt market data at the border, where it came in."""
        last = source.newest.tick if source.newest else None
        fault = tick_fault(tick, last, source.served.now_ms())
        if fault is not None:
            self._refused.add(source.served.name, source.symbol, fault)
        return fault is None
