"""One source of ticks a symbol, however many streams listen to it."""

import asyncio
import logging
from contextlib import aclosing
from dataclasses import astuple
from typing import NamedTuple, Protocol

from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.ws.producers import Producer, Producers

from .instruments import Tick
from .providers.base import Provider, ProviderEnded

logger = logging.getLogger(__name__)

# Ticks of one source that are heard before others have their turn: it may never wait by itself.
TICKS_A_TURN = 16


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


class _Source:
    """The ticks of one symbol, and who listens."""

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol
        self.listeners: dict[TickListener, None] = {}
        self.producer: Producer | None = None
        self.end: ProviderEnded | None = None
        self.failure: Exception | None = None
        self.newest: HeardTick | None = None


class TickSources:
    """Starts a source with its first listener and stops it with its last."""

    def __init__(
        self, provider: Provider, producers: Producers, clock: Clock | None = None
    ) -> None:
        self.refused = 0
        """Ticks that were no ticks: corrupt, or older than the one before."""
        self._provider = provider
        self._producers = producers
        self._clock = clock or SystemClock()
        self._sources: dict[str, _Source] = {}

    def join(self, symbol: str, listener: TickListener) -> None:
        """Listen to a symbol; whoever joins one that is dead or over is told so at once."""
        source = self._sources.get(symbol)
        if source is None:
            source = self._sources[symbol] = _Source(symbol)
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
        try:
            async with aclosing(self._provider.ticks(source.symbol)) as ticks:
                count = 0
                async for tick in ticks:
                    self._take(source, tick)
                    count += 1
                    if count % TICKS_A_TURN == 0:
                        await asyncio.sleep(0)
        except ProviderEnded as end:
            source.end = end
            for listener in list(source.listeners):
                listener.ended(end)

    def _take(self, source: _Source, tick: Tick) -> None:
        if self._is_sound(source, tick):
            source.newest = HeardTick(tick, self._clock.now_ms())
            source.failure = None
            for listener in list(source.listeners):
                listener.ticked()

    def _is_sound(self, source: _Source, tick: Tick) -> bool:
        """Refuse corrupt market data at the border, where it came in."""
        fault = _fault(tick, source.newest.tick if source.newest else None)
        if fault is not None:
            self.refused += 1
            if _is_power_of_two(self.refused):
                logger.error(
                    "tick_refused symbol=%s reason=%s total=%d", source.symbol, fault, self.refused
                )
        return fault is None


def _is_power_of_two(count: int) -> bool:
    """Whether a fault is to be logged: a broken source must not flood the log."""
    return count & (count - 1) == 0


def _fault(tick: Tick, last: Tick | None) -> str | None:
    if not all(isinstance(number, int) for number in astuple(tick)):
        return f"a number is not an integer in {tick}"
    if last is not None and tick.time < last.time:
        return f"time went back from {last.time} to {tick.time}"
    if min(tick.bid, tick.ask, tick.last) <= 0:
        return "a price is not positive"
    if tick.bid > tick.ask:
        return f"bid {tick.bid} above ask {tick.ask}"
    if min(tick.bid_size, tick.ask_size, tick.last_size) < 0:
        return "a size is negative"
    return None
