"""A simulated instrument that trades in sessions: the one around the clock, seen through them."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.depth_source import Book
from trading_api.modules.datafeed.providers.simulated_market import Character
from trading_api.modules.datafeed.providers.simulated_series import (
    DAILY_DAYS,
    INTRADAY_DAYS,
    LONGER,
    SimulatedSeries,
)
from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.modules.datafeed.resolutions import (
    DAY_MS,
    MINUTE_MS,
    bucket,
    first_moment,
    fold_newest,
)
from trading_api.modules.datafeed.sessions import TradingCalendar, calendar_named
from trading_api.modules.datafeed.storage.folding import Columns, fold_columns


class SessionSeries(SimulatedSeries):
    """Nothing happens outside of the sessions; what the price did meanwhile is the next gap.

    Opens and closes lie on whole minutes. Days are trading days, named by 00:00 UTC of their date.
    """

    def __init__(self, seed: int, character: Character) -> None:
        super().__init__(seed, character)
        self._day = lru_cache(DAILY_DAYS + 2)(self._build_day)

    @property
    def _calendar(self) -> TradingCalendar:
        # Its first use reads a file, which the start of a server need not wait for.
        return calendar_named(self.instrument.calendar)

    def history(self, resolution: str, before: int, count: int, *, as_of: int) -> list[StoredBar]:
        """Return the newest `count` bars before `before`, ascending, the last as of `as_of`."""
        if count <= 0:
            return []
        if resolution in LONGER:
            return self._longer(resolution, before, count, as_of)
        bars: list[StoredBar] = []
        for day in self._days_back(resolution, before, as_of):
            bars[:0] = [bar for bar in self._bars_of(resolution, day, as_of) if bar.time < before]
            if len(bars) >= count:
                break
        return bars[-count:]

    def forming(self, resolution: str, *, as_of: int) -> StoredBar:
        """Return the newest bar, folded from the ticks until `as_of`."""
        if resolution in LONGER:
            return self._longer(resolution, as_of + 2 * DAY_MS, 1, as_of)[0]
        seen = self._seen(as_of)
        covered = bucket(seen, resolution, self._calendar)
        minute = seen // MINUTE_MS
        ticks = self._ticks(minute)
        last = np.array([ticks.bar(ticks.count_until(seen))], dtype=np.int64).T
        columns = np.hstack((self._minutes_between(covered.start, minute * MINUTE_MS), last))
        return self._priced(_joined(covered.time, columns))

    def last_tick(self, *, as_of: int) -> Tick:
        """Return the newest tick; every minute of a session has one on its first millisecond."""
        return super().last_tick(as_of=self._seen(as_of))

    def tick_after(self, after: int) -> Tick:
        """Return the tick that follows `after`: the first of a session comes with its open."""
        tick = super().tick_after(after)
        opens = self._open_from(tick.time)
        return tick if opens == tick.time else super().last_tick(as_of=opens)

    def opens(self, time_ms: int) -> bool:
        """Whether a tick of this time is the first after time without trading."""
        part = self._calendar.part(time_ms)
        return part.start == time_ms and part.in_session

    def book(self, *, as_of: int) -> Book:
        """Return the book at the newest tick."""
        return super().book(as_of=self._seen(as_of))

    def prints(self, minute: int) -> list[Trade]:
        """Return the trades of `minute` (since 1970), ascending."""
        if not self._calendar.part(minute * MINUTE_MS).in_session:
            return []
        return super().prints(minute)

    def _seen(self, as_of: int) -> int:
        """Return the newest moment of a session."""
        part = self._calendar.part(as_of)
        while not part.in_session:
            as_of = part.start - 1
            part = self._calendar.part(as_of)
        return as_of

    def _open_from(self, time_ms: int) -> int:
        """Return the first moment of a session from this one on."""
        part = self._calendar.part(time_ms)
        while not part.in_session:
            time_ms = part.end
            part = self._calendar.part(time_ms)
        return time_ms

    def _longer(self, resolution: str, before: int, count: int, as_of: int) -> list[StoredBar]:
        """Return bars of weeks or months, folded from the days; the first is a whole one."""
        days = self._days_back("1D", first_moment(before, resolution), as_of)
        oldest = first_moment(self._oldest_day("1D", as_of) * DAY_MS, resolution)
        newest_first = (self._bars_of("1D", day, as_of)[0] for day in days if day >= oldest)
        return fold_newest(newest_first, resolution, count)

    def _days_back(self, resolution: str, before: int, as_of: int) -> Iterator[int]:
        """Yield the trading days that have begun, newest first; intraday from that of `before`."""
        calendar = self._calendar
        seen = self._seen(as_of)
        newest = seen if resolution == "1D" else min(before - 1, seen)
        day, reach = calendar.trading_day(newest), INTRADAY_DAYS
        if resolution == "1D":
            reach = DAILY_DAYS
            day = min(day, calendar.trading_day(calendar.day_start(before) - 1))
        oldest = (as_of // DAY_MS - reach) * DAY_MS
        while day >= oldest:
            yield day
            day = calendar.trading_day(calendar.day_start(day) - 1)

    def _bars_of(self, resolution: str, day: int, as_of: int) -> list[StoredBar]:
        """Return the bars of one trading day (by its name), without those that have not begun."""
        closed = [self._day(day)] if resolution == "1D" else self._folded(resolution, day)
        if day < self._calendar.trading_day(self._seen(as_of)):
            return closed
        newest = self.forming(resolution, as_of=as_of)
        return [bar for bar in closed if bar.time < newest.time] + [newest]

    def _build_day(self, day: int) -> StoredBar:
        (bar,) = self._folded("1D", day)
        return bar

    def _folded(self, resolution: str, day: int) -> list[StoredBar]:
        start, end = self._calendar.day_start(day), self._calendar.day_start(day + DAY_MS)
        minutes = self._minutes_between(start, end)
        folded = fold_columns(minutes, resolution, self._calendar)
        assert folded is not None
        return [self._priced(bar) for bar in map(StoredBar, *folded.tolist())]

    def _minutes_between(self, start: int, end: int) -> Columns:
        """Return the minutes of sessions from `start` up to `end`; prices in ticks."""
        pieces: list[Columns] = [np.empty((6, 0), dtype=np.int64)]
        while start < end:
            part = self._calendar.part(start)
            midnight = start - start % DAY_MS + DAY_MS
            until = min(part.end, end, midnight)
            if part.in_session:
                pieces.append(self._piece(start, until))
            start = until
        return np.hstack(pieces)

    def _piece(self, start: int, end: int) -> Columns:
        """Return the minutes from `start` up to `end` of one UTC day."""
        midnight = start - start % DAY_MS
        bars = self._minutes(midnight // DAY_MS)
        chosen = slice((start - midnight) // MINUTE_MS, (end - midnight) // MINUTE_MS)
        times = np.arange(start, end, MINUTE_MS, dtype=np.int64)
        columns = (bars.open, bars.high, bars.low, bars.close, bars.volume)
        return np.stack((times, *(column[chosen] for column in columns)))


def _joined(time: int, minutes: Columns) -> StoredBar:
    """Return minutes (at least one) as one bar."""
    _, opens, highs, lows, closes, volumes = minutes
    return StoredBar(
        time,
        int(opens[0]),
        int(highs.max()),
        int(lows.min()),
        int(closes[-1]),
        int(volumes.sum()),
    )
