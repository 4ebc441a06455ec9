"""The simulated market: a pure function of seed, symbol and time, streamed as time goes by."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence

from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.resolutions import RESOLUTIONS
from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.errors import Refusal

from .base import Capabilities
from .depth_source import Book, BookChange, change_between
from .simulated_market import CHARACTERS
from .simulated_series import LATE_MS, SimulatedSeries
from .simulated_sessions.instruments import SESSION_CHARACTERS
from .simulated_sessions.series import SessionSeries
from .simulated_tape.trades import SimulatedTrades
from .simulated_ticks import MINUTE_MS
from .trade_source import Trade

Sleep = Callable[[float], Awaitable[None]]

# Ticks are never this far apart; it bounds how late a corrected clock is noticed.
LONGEST_SLEEP_MS = 1_000


class SimulatedProvider:
    """A provider whose history, ticks and restarts are one and the same path.

    Of a symbol that somebody listens to, time stands at the tick that was yielded last, so that
    bars asked for and bars streamed never disagree; of all others it is the clock's.
    """

    name = "simulated"
    continues_imports = True

    def __init__(
        self, *, seed: int, clock: Clock | None = None, sleep: Sleep = asyncio.sleep
    ) -> None:
        self.content = f"simulated-{seed}"
        self._clock = clock or SystemClock()
        self._sleep = sleep
        self._series: dict[str, SimulatedSeries] = {
            character.instrument.symbol: SimulatedSeries(seed, character)
            for character in CHARACTERS
        } | {
            character.instrument.symbol: SessionSeries(seed, character)
            for character in SESSION_CHARACTERS
        }
        self._trades = {symbol: SimulatedTrades(series) for symbol, series in self._series.items()}
        self.capabilities = Capabilities(RESOLUTIONS, trades=True, depth=True)
        self._heard: dict[str, int] = {}

    async def start(self) -> None:
        """Nothing to open: the market is computed."""

    async def stop(self) -> None:
        """Nothing to release."""

    def now_ms(self) -> int:
        return self._clock.now_ms()

    def instruments(self) -> Sequence[Instrument]:
        return [series.instrument for series in self._series.values()]

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        series = self._known(symbol)
        return series.history(resolution, before, count, as_of=self._time_of(symbol))

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        return self._known(symbol).forming(resolution, as_of=self._time_of(symbol))

    def last_tick(self, symbol: str) -> Tick | None:
        return self._known(symbol).last_tick(as_of=self._time_of(symbol))

    def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        """Yield ticks as they fall due; at most one iteration a symbol at a time."""
        return self._play(symbol, self._known(symbol))

    def recent_trades(self, symbol: str, count: int) -> Sequence[Trade]:
        return self._trades_of(symbol).recent(count, as_of=self._time_of(symbol))

    def trades(self, symbol: str) -> AsyncGenerator[Trade, None]:
        """Yield trades as they become known; after a sleep only the late ones of it."""
        return self._print(symbol, self._trades_of(symbol))

    def book(self, symbol: str) -> Book | None:
        return self._known(symbol).book(as_of=self.now_ms())

    def depth(self, symbol: str) -> AsyncGenerator[Book | BookChange, None]:
        """Yield the book and a change for each tick; after a sleep the book anew."""
        return self._show(self._known(symbol))

    def tick_after(self, symbol: str, after_ms: int) -> Tick | None:
        return self._known(symbol).tick_after(after_ms)

    def tick_until(self, symbol: str, until_ms: int) -> Tick | None:
        return self._known(symbol).last_tick(as_of=until_ms)

    def is_quoted(self, symbol: str) -> bool:
        return True

    def opens(self, symbol: str, time_ms: int) -> bool:
        return self._known(symbol).opens(time_ms)

    def begin(self) -> None:
        """Nothing to begin: its time is the wall's."""

    def resume(self, time_ms: int) -> None:
        """Nothing to resume: its time is the wall's."""

    def standstill(self) -> str:
        return ""

    async def _play(self, symbol: str, series: SimulatedSeries) -> AsyncGenerator[Tick, None]:
        self._heard[symbol] = series.last_tick(as_of=self.now_ms()).time
        try:
            while True:
                tick = series.next_tick(self._heard[symbol], now_ms=self.now_ms())
                await self._wait_until(tick.time)
                self._heard[symbol] = max(self._heard[symbol], tick.time)
                yield tick
        finally:
            del self._heard[symbol]

    async def _print(self, symbol: str, tape: SimulatedTrades) -> AsyncGenerator[Trade, None]:
        told = self._time_of(symbol)
        minute = told // MINUTE_MS
        while True:
            for known in tape.of_minute(minute):
                is_old = self.now_ms() - known.known > LATE_MS and not known.is_late
                if known.known <= told or is_old:
                    continue
                await self._wait_until(known.known)
                if symbol in self._heard:
                    self._heard[symbol] = max(self._heard[symbol], known.known)
                yield known.trade
            minute += 1
            await asyncio.sleep(0)

    async def _show(self, series: SimulatedSeries) -> AsyncGenerator[Book | BookChange, None]:
        shown = series.book(as_of=self.now_ms())
        yield shown
        while True:
            due = series.next_tick(shown.time, now_ms=self.now_ms()).time
            await self._wait_until(due)
            book = series.book(as_of=due)
            follows = book.version == shown.version + 1
            yield change_between(shown, book) if follows else book
            shown = book

    async def _wait_until(self, due_ms: int) -> None:
        """Wait for a time; for one that is past, only let the loop serve others."""
        if due_ms <= self.now_ms():
            await asyncio.sleep(0)
        while (wait_ms := due_ms - self.now_ms()) > 0:
            await self._sleep(min(wait_ms, LONGEST_SLEEP_MS) / 1000)

    def _time_of(self, symbol: str) -> int:
        return self._heard.get(symbol, self.now_ms())

    def _trades_of(self, symbol: str) -> SimulatedTrades:
        self._known(symbol)
        return self._trades[symbol]

    def _known(self, symbol: str) -> SimulatedSeries:
        series = self._series.get(symbol)
        if series is None:
            raise Refusal("unknown_symbol", f"the simulated market has no symbol {symbol[:40]!r}")
        return series
