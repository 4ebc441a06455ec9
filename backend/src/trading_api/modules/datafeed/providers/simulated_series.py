"""The bars and ticks of one simulated instrument as of any moment."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.resolutions import (
    DAY_MS,
    MINUTE_MS,
    RESOLUTIONS,
    bucket_end,
    first_moment,
    fold_newest,
    length_ms,
)
from trading_api.modules.datafeed.sessions import calendar_named

from .depth_source import Book
from .noise import Ints
from .simulated_days import BLOCK_DAYS, MINUTES, SimulatedDays
from .simulated_market import Character
from .simulated_minutes import MinuteBars, minute_bars
from .simulated_tape.depth import book_at
from .simulated_tape.late import LatePrint, late_print, with_provisional, without
from .simulated_ticks import MinuteTicks, minute_ticks
from .trade_source import Side, Trade

LONGER = ("1W", "1M")

# How far back the history reaches.
DAILY_DAYS = 730
INTRADAY_DAYS = 60
# Ticks later than this are passed over, but for those that close bars: whoever slept is not
# flooded, and still sees how each resolution's newest 16 bars closed.
LATE_MS = 2_000
LATE_BARS = 16
# Days of minute bars that are remembered: a chart's first pages at the coarsest resolution.
_DAYS_REMEMBERED = INTRADAY_DAYS + 4


class SimulatedSeries:
    """One instrument; everything is a function of time, so that any thread may ask."""

    def __init__(self, seed: int, character: Character) -> None:
        self.instrument = character.instrument
        self._days = SimulatedDays(seed, character)
        self._minutes = lru_cache(_DAYS_REMEMBERED)(self._build_minutes)
        self._all_ticks = lru_cache(4)(self._build_all_ticks)

    def history(self, resolution: str, before: int, count: int, *, as_of: int) -> list[StoredBar]:
        """Return the newest `count` bars before `before`, ascending, the last as of `as_of`."""
        if resolution in LONGER:
            return self._longer(resolution, before, count, as_of)
        newest = min(before - 1, as_of)
        day, oldest = newest // DAY_MS, self._oldest_day(resolution, as_of)
        bars: list[StoredBar] = []
        while day >= oldest and len(bars) < count:
            of_day = self._bars_of(resolution, day, as_of)
            bars[:0] = [bar for bar in of_day if bar.time < before]
            day -= 1
        return bars[-count:] if count > 0 else []

    def forming(self, resolution: str, *, as_of: int) -> StoredBar:
        """Return the bar that covers `as_of`, folded from the ticks until then."""
        if resolution in LONGER:
            return self._longer(resolution, as_of + 1, 1, as_of)[0]
        minute = as_of // MINUTE_MS
        length = length_ms(resolution) // MINUTE_MS
        first = minute - minute % length
        ticks = self._ticks(minute)
        last = ticks.bar(ticks.count_until(as_of))
        day = self._known_minutes(minute // MINUTES, as_of)
        done = slice(first % MINUTES, minute % MINUTES)
        return self._priced(_joined(first * MINUTE_MS, day, done, last))

    def last_tick(self, *, as_of: int) -> Tick:
        """Return the newest tick; every minute has one on its first millisecond."""
        ticks = self._ticks(as_of // MINUTE_MS)
        return self._tick(ticks, ticks.count_until(as_of) - 1)

    def tick_after(self, after: int) -> Tick:
        """Return the tick that follows `after`."""
        ticks = self._ticks(after // MINUTE_MS)
        number = ticks.count_until(after)
        if number == len(ticks):
            ticks, number = self._ticks(after // MINUTE_MS + 1), 0
        return self._tick(ticks, number)

    def opens(self, time_ms: int) -> bool:
        """Whether a tick of this time is the first after time without trading."""
        return False

    def book(self, *, as_of: int) -> Book:
        """Return the book at the newest tick."""
        minute = as_of // MINUTE_MS
        ticks = self._ticks(minute)
        return book_at(self._days, ticks, minute, ticks.count_until(as_of) - 1)

    def prints(self, minute: int) -> list[Trade]:
        """Return the trades of `minute` (since 1970) that are known at once, ascending."""
        ticks = self._ticks(minute)
        return [
            self._print(ticks, minute, number)
            for number, size in enumerate(ticks.last_size.tolist())
            if size
        ]

    def late_print_of(self, minute: int) -> LatePrint | None:
        """Return which trade of `minute` is known late, if any."""
        if not self.instrument.corrected:
            return None
        return late_print(self._days, self._all_ticks(minute), minute)

    def print_of(self, late: LatePrint) -> Trade:
        return self._print(self._all_ticks(late.minute), late.minute, late.number)

    def next_tick(self, after: int, *, now_ms: int) -> Tick:
        """Return the tick that follows `after`; of those long due, the last of a bar."""
        tick = self.tick_after(after)
        due = tick.time
        if now_ms - due <= LATE_MS:
            return tick
        calendar = calendar_named(self.instrument.calendar)
        closes = min(bucket_end(due, name, calendar) for name in _strides(now_ms - due))
        return self.last_tick(as_of=min(now_ms, closes - 1))

    def _longer(self, resolution: str, before: int, count: int, as_of: int) -> list[StoredBar]:
        """Return bars of weeks or months, folded from the days; the first is a whole one."""
        oldest = first_moment(self._oldest_day("1D", as_of) * DAY_MS, resolution)
        end = min(first_moment(before, resolution), as_of + 1)
        days = range(-(-end // DAY_MS) - 1, oldest // DAY_MS - 1, -1)
        newest_first = (self._bars_of("1D", day, as_of)[0] for day in days)
        return fold_newest(newest_first, resolution, count)

    def _bars_of(self, resolution: str, day: int, as_of: int) -> list[StoredBar]:
        """Return the bars of one day, without those that have not begun."""
        if day < as_of // DAY_MS:
            return self._closed_bars(resolution, day, as_of)
        open_bar = self.forming(resolution, as_of=as_of)
        if resolution == "1D":
            return [open_bar]
        closed = self._closed_bars(resolution, day, as_of)
        return [bar for bar in closed if bar.time < open_bar.time] + [open_bar]

    def _closed_bars(self, resolution: str, day: int, as_of: int) -> list[StoredBar]:
        if resolution == "1D":
            return [self._day_bar(day)]
        length = length_ms(resolution) // MINUTE_MS
        bars = self._known_minutes(day, as_of)
        columns = (
            (np.arange(0, MINUTES, length) + day * MINUTES) * MINUTE_MS,
            bars.open[::length] * self.instrument.min_move,
            bars.high.reshape(-1, length).max(axis=1) * self.instrument.min_move,
            bars.low.reshape(-1, length).min(axis=1) * self.instrument.min_move,
            bars.close[length - 1 :: length] * self.instrument.min_move,
            bars.volume.reshape(-1, length).sum(axis=1),
        )
        return list(map(StoredBar, *(column.tolist() for column in columns)))

    def _day_bar(self, day: int) -> StoredBar:
        block, row = self._days.block(day // BLOCK_DAYS), day % BLOCK_DAYS
        columns = (block.open, block.high, block.low, block.close, block.volume)
        return self._priced(StoredBar(day * DAY_MS, *(int(column[row]) for column in columns)))

    def _priced(self, bar: StoredBar) -> StoredBar:
        """Return a bar that counts ticks in the instrument's price units."""
        move = self.instrument.min_move
        return bar._replace(
            open=bar.open * move, high=bar.high * move, low=bar.low * move, close=bar.close * move
        )

    def _tick(self, ticks: MinuteTicks, number: int) -> Tick:
        return ticks.tick(number, self.instrument.min_move)

    def _oldest_day(self, resolution: str, as_of: int) -> int:
        reach = DAILY_DAYS if resolution == "1D" else INTRADAY_DAYS
        return as_of // DAY_MS - reach

    def _build_minutes(self, day: int) -> MinuteBars:
        return minute_bars(self._days, day)

    def _build_all_ticks(self, minute: int) -> MinuteTicks:
        return minute_ticks(self._days, self._minutes(minute // MINUTES), minute)

    def _ticks(self, minute: int) -> MinuteTicks:
        """Return the ticks of a minute as they are seen at their time, without a late print."""
        ticks, late = self._all_ticks(minute), self.late_print_of(minute)
        return ticks if late is None else without(ticks, late)

    def _known_minutes(self, day: int, as_of: int) -> MinuteBars:
        """Return the whole minutes of a day, without the print that is not known at `as_of`."""
        bars, minute = self._minutes(day), as_of // MINUTE_MS - 1
        late = self.late_print_of(minute) if minute // MINUTES == day else None
        if late is None or late.known <= as_of:
            return bars
        return with_provisional(bars, self._ticks(minute), minute)

    def _print(self, ticks: MinuteTicks, minute: int, number: int) -> Trade:
        tick = self._tick(ticks, number)
        side: Side = "buy" if tick.last == tick.ask else "sell"
        return Trade(f"{minute}-{number}", tick.time, tick.last, tick.last_size, side)


def _strides(late_ms: int) -> Sequence[str]:
    """Return the resolutions whose bars are seen to close: those not too many bars behind."""
    strides = [name for name in RESOLUTIONS if late_ms <= LATE_BARS * length_ms(name)]
    return strides or RESOLUTIONS[-1:]


def _joined(time: int, day: MinuteBars, done: slice, last: StoredBar) -> StoredBar:
    """Return the minutes `done` and the minute under way as one bar."""

    def part(column: Ints) -> Ints:
        return column[done]

    if not len(part(day.open)):
        return last._replace(time=time)
    return StoredBar(
        time,
        int(part(day.open)[0]),
        max(int(part(day.high).max()), last.high),
        min(int(part(day.low).min()), last.low),
        last.close,
        int(part(day.volume).sum()) + last.volume,
    )
