"""Keeps what the sources say: folded and buffered in the loop, written in a thread."""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from trading_api.modules.datafeed.border import instrument_fault
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.providers.base import Provider, served_by
from trading_api.modules.datafeed.received.minutes import Minutes
from trading_api.modules.datafeed.received.received_file import Kept, ReceivedFile
from trading_api.modules.datafeed.received.spans import Span
from trading_api.modules.datafeed.sessions import DAY_MS, calendar_named
from trading_api.modules.datafeed.tick_sources import HeardTick
from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.errors import ConfigurationError

logger = logging.getLogger(__name__)

# A process that is killed loses so much of what it heard, and says so: it counts as not heard.
WRITTEN_EVERY_S = 10.0
# A tick may be so late on its way, beside what its source admits; until then nothing is whole.
ON_THE_WAY_MS = 1_000
FORGOTTEN_EVERY_MS = 60 * 60_000

Sleep = Callable[[float], Awaitable[None]]


class Keeping(NamedTuple):
    """What is kept beside the minutes, and for how many days; 0 days are for ever."""

    ticks: bool = False
    bars_days: int = 0
    ticks_days: int = 30


@dataclass
class _Heard:
    """One symbol, from its first tick until nobody listens any more."""

    source: Provider
    instrument: Instrument
    since_ms: int
    minutes: Minutes
    ticks: list[HeardTick] = field(default_factory=list)


class Keeper:
    """Takes ticks in the loop; a file that cannot be written harms no stream.

    A provider with a time of its own is not kept: it plays what is a file already.
    """

    def __init__(
        self,
        file: ReceivedFile,
        keeping: Keeping,
        provider: Provider,
        *,
        clock: Clock | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._file = file
        self._keeping = keeping
        self._provider = provider
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._heard: dict[str, _Heard | None] = {}
        self._ended: list[Kept] = []
        self._forgotten_ms = 0
        self._writing: asyncio.Task[None] | None = None
        self._one_write = asyncio.Lock()

    def heard(self, symbol: str, heard: HeardTick) -> None:
        """Take a tick."""
        if symbol not in self._heard:
            self._heard[symbol] = self._begin(symbol, heard.tick.time)
        kept = self._heard[symbol]
        if kept is not None:
            kept.minutes.heard(heard.tick)
            if self._keeping.ticks:
                kept.ticks.append(heard)

    def ceased(self, symbol: str) -> None:
        """Nobody listens any more, or the source died."""
        heard = self._heard.pop(symbol, None)
        if heard is not None:
            self._ended.append(self._taken(heard))

    def start(self) -> None:
        """Write from time to time, until stopped."""
        self._writing = asyncio.get_running_loop().create_task(self._write_on(), name="keeping")

    async def stop(self) -> None:
        """Write what is left."""
        if self._writing is not None:
            # What was taken to be written would be lost with a write that is cancelled.
            async with self._one_write:
                self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)
        await self.write()

    async def write(self) -> None:
        """Write what was heard since the last time, and forget what is too old."""
        async with self._one_write:
            kept, self._ended = self._ended, []
            kept += [self._taken(heard) for heard in self._heard.values() if heard is not None]
            try:
                await asyncio.to_thread(self._store, kept)
            except (OSError, sqlite3.Error, OverflowError, ConfigurationError) as error:
                logger.error("received_not_kept file=%s reason=%s", self._file.path, error)
                # Each begins anew with its next tick: what was lost does not count as heard.
                self._heard.clear()

    async def _write_on(self) -> None:
        while True:
            await self._sleep(WRITTEN_EVERY_S)
            await self.write()

    def _begin(self, symbol: str, since_ms: int) -> _Heard | None:
        source, name = served_by(self._provider, symbol)
        if source.capabilities.own_time:
            return None
        listed = {one.symbol: one for one in source.instruments() if not instrument_fault(one)}
        if listed[name].corrected:
            # A trade that becomes known late is no tick: the minutes would not be what they became.
            return None
        minutes = Minutes(calendar_named(listed[name].calendar), since_ms)
        return _Heard(source, listed[name], since_ms, minutes)

    def _taken(self, heard: _Heard) -> Kept:
        late_ms = heard.source.capabilities.delay_ms + ON_THE_WAY_MS
        until_ms = max(heard.since_ms, self._clock.now_ms() - late_ms)
        ticks, heard.ticks = heard.ticks, []
        return Kept(
            provider=heard.source.name,
            instrument=heard.instrument,
            heard=Span(heard.since_ms, until_ms),
            bars=heard.minutes.take(until_ms),
            ticks=ticks,
            keeps_ticks=self._keeping.ticks,
        )

    def _store(self, kept: list[Kept]) -> None:
        if kept:
            self._file.write(kept)
        now = self._clock.now_ms()
        if self._file.exists and now - self._forgotten_ms >= FORGOTTEN_EVERY_MS:
            self._forgotten_ms = now
            self._file.forget(
                bars_before=_limit(now, self._keeping.bars_days),
                ticks_before=_limit(now, self._keeping.ticks_days),
            )


def _limit(now_ms: int, days: int) -> int:
    return now_ms - days * DAY_MS if days else 0
