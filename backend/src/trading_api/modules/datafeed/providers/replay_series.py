"""The replayed history of one symbol: its ticks one by one, and the bars that they make."""

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.resolutions import (
    BarTuple,
    bucket_end,
    extend,
    fold_newest,
    length_ms,
)

from .trade_source import Trade

# A file of bars has no quote: one of a tick's width is shown, for this many units on each side.
DISPLAYED_UNITS = 100

_TICKS_A_BAR = 4

# Up to so many ticks a newest bar is grown by; beyond, folding the whole bars before is quicker.
_GROWN_TICKS = 64


class Rows:
    """Rows of integers, packed: a file of years fits in memory."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._flat = array("q")

    def __len__(self) -> int:
        return len(self._flat) // self._width

    def __getitem__(self, number: int) -> Sequence[int]:
        return self._flat[number * self._width : (number + 1) * self._width]

    def append(self, row: Sequence[int]) -> None:
        self._flat.extend(row)

    def first(self, number: int) -> int:
        """Return the first column of a row."""
        return self._flat[number * self._width]

    def last(self, number: int) -> int:
        """Return the last column of a row."""
        return self._flat[(number + 1) * self._width - 1]


class ReplaySeries(ABC):
    """Ticks numbered from 0 in the order of time, and whole bars of the base resolution.

    A *position* is the number of ticks played so far; everything is answered as of a position.
    """

    is_quoted = False
    """Whether bids and asks are the file's, not drawn around the last price."""
    has_prints = False
    """Whether the file says which ticks were trades, and of how much."""

    def __init__(self, instrument: Instrument, base: str, bar_count: int, tick_count: int) -> None:
        self.instrument = instrument
        self.base = base
        self.bar_count = bar_count
        self.tick_count = tick_count
        self._formed: dict[str, tuple[int, StoredBar | None]] = {}

    @abstractmethod
    def tick(self, number: int) -> Tick: ...

    @abstractmethod
    def tick_time(self, number: int) -> int: ...

    @abstractmethod
    def tick_line(self, number: int) -> int:
        """Return the line of the file that the tick comes from."""

    @abstractmethod
    def bar(self, number: int) -> BarTuple:
        """Return a whole bar of the base resolution."""

    @abstractmethod
    def bar_of(self, tick: int) -> int:
        """Return the number of the bar that a tick belongs to."""

    @abstractmethod
    def first_tick_of(self, bar: int) -> int: ...

    @abstractmethod
    def opens_at(self, time_ms: int) -> bool:
        """Whether the tick of this time comes after time without any trading."""

    def print(self, number: int) -> Trade | None:
        """Return the trade of a tick, named by its line; None where nothing traded."""
        tick = self.tick(number)
        if not (self.has_prints and tick.last_size):
            return None
        return Trade(str(self.tick_line(number)), tick.time, tick.last, tick.last_size, None)

    def position_at(self, time_ms: int) -> int:
        """Return how many ticks have a time up to this one."""
        return bisect_right(range(self.tick_count), time_ms, key=self.tick_time)

    def forming(self, resolution: str, position: int) -> StoredBar | None:
        """Return the newest bar, folded from the ticks so far; None before the first.

        It is grown from the one that was asked for last, so ask in one thread alone.
        """
        before, bar = self._formed.get(resolution, (0, None))
        if 0 <= position - before <= _GROWN_TICKS:
            for number in range(before, position):
                bar = extend(bar, self.tick(number), resolution)
        else:
            newest_first = self._newest_first(position, None)
            bar = next(iter(fold_newest(newest_first, resolution, 1)), None)
        self._formed[resolution] = (position, bar)
        return bar

    def history(
        self, resolution: str, before: int, count: int, position: int
    ) -> Sequence[StoredBar]:
        """Return the newest `count` bars that start before `before`, ascending."""
        bound = bucket_end(before - 1, resolution)
        return fold_newest(self._newest_first(position, bound), resolution, count)

    def _newest_first(self, position: int, bound: int | None) -> Iterator[BarTuple]:
        """Yield the base bars as of `position` that start before `bound`."""
        if position == 0:
            return
        newest = self.bar_of(position - 1)
        forming = None
        for number in range(self.first_tick_of(newest), position):
            forming = extend(forming, self.tick(number), self.base)
        if forming and (bound is None or forming.time < bound):
            yield forming
        whole = newest
        if bound is not None:
            whole = bisect_left(range(newest), bound, key=lambda number: self.bar(number)[0])
        for number in range(whole - 1, -1, -1):
            yield self.bar(number)


class BarSeries(ReplaySeries):
    """Bars, each played as four ticks: open, the two extremes, close.

    The low comes before the high in a bar that rises. The volume is split over the four, so that
    they fold to the bar exactly.
    """

    def __init__(self, instrument: Instrument, base: str, rows: Rows) -> None:
        """Take rows of time, open, high, low, close, volume and line, ascending by time."""
        super().__init__(instrument, base, len(rows), _TICKS_A_BAR * len(rows))
        self._rows = rows
        length = length_ms(base)
        self._offsets = (0, length // 3, 2 * length // 3, length - 1)
        self._displayed = DISPLAYED_UNITS * 10**instrument.volume_precision

    def tick(self, number: int) -> Tick:
        bar, part = divmod(number, _TICKS_A_BAR)
        time, open_, high, low, close, volume, _ = self._rows[bar]
        path = (open_, low, high, close) if close >= open_ else (open_, high, low, close)
        share, rest = divmod(volume, _TICKS_A_BAR)
        size = share + rest if part == _TICKS_A_BAR - 1 else share
        last = path[part]
        shown = self._displayed
        return Tick(time + self._offsets[part], last, last + 1, last, shown, shown, size)

    def tick_time(self, number: int) -> int:
        bar, part = divmod(number, _TICKS_A_BAR)
        return self._rows.first(bar) + self._offsets[part]

    def tick_line(self, number: int) -> int:
        return self._rows.last(number // _TICKS_A_BAR)

    def bar(self, number: int) -> BarTuple:
        time, open_, high, low, close, volume, _ = self._rows[number]
        return time, open_, high, low, close, volume

    def opens_at(self, time_ms: int) -> bool:
        number = self.position_at(time_ms) - 1
        return number >= 0 and number % _TICKS_A_BAR == 0

    def bar_of(self, tick: int) -> int:
        return tick // _TICKS_A_BAR

    def first_tick_of(self, bar: int) -> int:
        return bar * _TICKS_A_BAR


class TickSeries(ReplaySeries):
    """Ticks as the file has them, and the minutes that they make."""

    def __init__(self, instrument: Instrument, rows: Rows, *, is_quoted: bool) -> None:
        """Take rows of the fields of `Tick` and the line, ascending by time."""
        self.is_quoted = is_quoted
        self._rows = rows
        self._minutes = Rows(6)
        self._first_ticks = array("q")
        self._fold_minutes()
        self.has_prints = any(map(self._minutes.last, range(len(self._minutes))))
        super().__init__(instrument, "1", len(self._minutes), len(rows))

    def tick(self, number: int) -> Tick:
        time, bid, ask, last, bid_size, ask_size, last_size, _ = self._rows[number]
        return Tick(time, bid, ask, last, bid_size, ask_size, last_size)

    def tick_time(self, number: int) -> int:
        return self._rows.first(number)

    def tick_line(self, number: int) -> int:
        return self._rows.last(number)

    def bar(self, number: int) -> BarTuple:
        time, open_, high, low, close, volume = self._minutes[number]
        return time, open_, high, low, close, volume

    def opens_at(self, time_ms: int) -> bool:
        return False

    def bar_of(self, tick: int) -> int:
        return bisect_right(self._first_ticks, tick) - 1

    def first_tick_of(self, bar: int) -> int:
        return self._first_ticks[bar]

    def _fold_minutes(self) -> None:
        minute: StoredBar | None = None
        for number in range(len(self._rows)):
            grown = extend(minute, self.tick(number), "1")
            if minute is None or grown.time > minute.time:
                self._first_ticks.append(number)
                if minute is not None:
                    self._minutes.append(minute)
            minute = grown
        if minute is not None:
            self._minutes.append(minute)
