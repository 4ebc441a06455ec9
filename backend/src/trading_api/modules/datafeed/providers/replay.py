"""Replays a file of bars or of ticks as if it happened now, at any speed."""

import asyncio
import hashlib
import math
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from itertools import islice
from pathlib import Path

from trading_api.modules.datafeed.importing import ImportRefused
from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.resolutions import RESOLUTIONS
from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.errors import ConfigurationError, Refusal

from .base import Capabilities, ProviderEnded
from .replay_clock import ReplayClock
from .replay_file import read_replay
from .replay_series import ReplaySeries
from .replay_turns import Listener, Sleep, Turns
from .trade_source import Trade

AGAIN = "nothing executes any more; serve it with --replay-from-start to play it again"


class ReplayProvider:
    """A provider whose past is the part of the file that was played.

    All symbols of the file share one time, which begins with the first `ticks`, so that whoever
    opens the page sees it from the start. What nobody listens to is played by the clock alone.
    """

    name = "replay"
    continues_imports = False

    def __init__(
        self,
        path: Path,
        *,
        speed: float = 1.0,
        symbol: str | None = None,
        clock: Clock | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Name a file, which `start` reads.

        Args:
            path: bars or ticks, in any shape that an import takes.
            speed: seconds of the file a second of the wall.
            symbol: the symbol of a file without a symbol column; of one with, selects.
            clock: what the wall's time is taken from.
            sleep: how to wait for a number of seconds.

        Raises:
            ConfigurationError: a speed that is no positive number.
        """
        if not (math.isfinite(speed) and speed > 0):
            raise ConfigurationError(f"expected a replay speed above 0, got {speed}")
        self.content = "replay"
        self._path = path
        self._speed = speed
        self._symbol = symbol
        self._wall = clock or SystemClock()
        self._sleep = sleep
        self._series: dict[str, ReplaySeries] = {}
        self._positions: dict[str, int] = {}
        self._listeners: dict[str, list[Listener]] = {}
        self._set_time(0, 0)

    async def start(self) -> None:
        """Read the file, in a worker thread; each start replays it from its beginning.

        Raises:
            ConfigurationError: the file cannot be replayed.
        """
        try:
            series = await asyncio.to_thread(read_replay, self._path, self._symbol)
            self.content = await asyncio.to_thread(_content_of, self._path)
        except ImportRefused as refused:
            raise ConfigurationError(f"the replay file cannot be used: {refused}") from refused
        self._series = {one.instrument.symbol: one for one in series}
        self._positions = dict.fromkeys(self._series, 0)
        self._listeners = {symbol: [] for symbol in self._series}
        self._set_time(
            min(one.tick_time(0) for one in series),
            max(one.tick_time(one.tick_count - 1) for one in series),
        )

    async def stop(self) -> None:
        """Forget the file; nobody may be listening any more."""
        self._series = {}

    def instruments(self) -> Sequence[Instrument]:
        return [one.instrument for one in self._series.values()]

    @property
    def capabilities(self) -> Capabilities:
        offered = {name for one in self._series.values() for name in one.instrument.resolutions}
        return Capabilities(
            resolutions=tuple(name for name in RESOLUTIONS if name in offered),
            quotes=any(one.is_quoted for one in self._series.values()),
            own_time=True,
            trades=any(one.has_prints for one in self._series.values()),
        )

    def now_ms(self) -> int:
        """Return the replay's time, which stands before the first tick until somebody listens."""
        return self._turns.now_ms()

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        """Return bars as of the ticks played so far; see `Provider.history`."""
        series = self._known(symbol)
        return series.history(resolution, before, count, self._position(symbol))

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        return self._known(symbol).forming(resolution, self._position(symbol))

    def last_tick(self, symbol: str) -> Tick | None:
        series, position = self._known(symbol), self._position(symbol)
        return series.tick(position - 1) if position else None

    def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        """Yield the ticks that follow `last_tick`; the first iteration of all begins the replay.

        Ticks of one time come in the order of the file, of whatever symbol. A tick counts as
        played when it is yielded: whoever asks for `forming` and then iterates, without awaiting
        anything else between, misses none and hears none twice.

        Raises:
            ProviderEnded: the symbol's last tick was played.
        """
        return self._ticks(self._known(symbol))

    def recent_trades(self, symbol: str, count: int) -> Sequence[Trade]:
        """Return the newest prints among the ticks played; a file of bars has none."""
        series = self._known(symbol)
        newest_first = map(series.print, range(self._position(symbol) - 1, -1, -1))
        found = (trade for trade in newest_first if trade is not None)
        return list(islice(found, count))[::-1] if series.has_prints else []

    def trades(self, symbol: str) -> AsyncGenerator[Trade, None]:
        """Yield the prints of the file among its ticks, each as it is played."""
        return self._prints(self._known(symbol))

    def tick_after(self, symbol: str, after_ms: int) -> Tick | None:
        series = self._known(symbol)
        number = series.position_at(after_ms)
        if number == series.tick_count:
            return None
        return series.tick(series.position_at(series.tick_time(number)) - 1)

    def tick_until(self, symbol: str, until_ms: int) -> Tick | None:
        series = self._known(symbol)
        number = series.position_at(until_ms)
        return series.tick(number - 1) if number else None

    def is_quoted(self, symbol: str) -> bool:
        return self._known(symbol).is_quoted

    def opens(self, symbol: str, time_ms: int) -> bool:
        return self._known(symbol).opens_at(time_ms)

    def begin(self) -> None:
        """Start the replay's time as the first listener does."""
        self._clock.begin()

    def resume(self, time_ms: int) -> None:
        """Go on from here: a listener that is behind hears what lies between at once."""
        self._clock.resume(time_ms)

    def standstill(self) -> str:
        if self._clock.has_ended:
            return f"the replay of {self._path.name} has come to its end: {AGAIN}"
        if not self._clock.has_begun:
            return "the replay has not begun: it begins with the first listener or order"
        return ""

    async def _ticks(self, series: ReplaySeries) -> AsyncGenerator[Tick, None]:
        async with aclosing(self._play(series)) as numbers:
            async for number in numbers:
                yield series.tick(number)

    async def _prints(self, series: ReplaySeries) -> AsyncGenerator[Trade, None]:
        async with aclosing(self._play(series)) as numbers:
            async for number in numbers:
                trade = series.print(number)
                if trade is not None:
                    yield trade

    async def _play(self, series: ReplaySeries) -> AsyncGenerator[int, None]:
        """Play ticks by their numbers."""
        symbol = series.instrument.symbol
        position = self._position(symbol)
        if position < series.tick_count:
            listener = self._turns.join(series, position)
            self._positions[symbol] = position
            self._listeners[symbol].append(listener)
            self._clock.begin()
            try:
                # Whoever begins to listen in the same turn joins before the first tick.
                await asyncio.sleep(0)
                while not listener.ended:
                    await self._turns.wait(listener)
                    self._turns.played(listener)
                    self._positions[symbol] = max(self._positions[symbol], listener.position)
                    yield listener.position - 1
            finally:
                self._listeners[symbol].remove(listener)
                self._turns.leave(listener)
        raise ProviderEnded(
            "replay_ended", f"the replay of {self._path.name} has come to its end for {symbol}"
        )

    def _position(self, symbol: str) -> int:
        """Return how many ticks were played: to the listeners, or else by the clock."""
        position = self._positions[symbol]
        if self._listeners[symbol]:
            return position
        return max(position, self._series[symbol].position_at(self.now_ms()))

    def _known(self, symbol: str) -> ReplaySeries:
        series = self._series.get(symbol)
        if series is None:
            raise Refusal("unknown_symbol", f"the replay has no symbol {symbol[:40]!r}")
        return series

    def _set_time(self, first_ms: int, last_ms: int) -> None:
        self._clock = ReplayClock(self._wall, self._speed, first_ms, last_ms)
        self._turns = Turns(self._clock, self._sleep)


def _content_of(path: Path) -> str:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"replay-{digest[:16]}"
