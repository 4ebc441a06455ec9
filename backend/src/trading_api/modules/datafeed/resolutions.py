"""Resolutions: their names, where a bar starts, and how bars and ticks fold into one."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.sessions import ALWAYS_OPEN, TradingCalendar
from trading_api.shared.errors import Refusal

MINUTE_MS = 60_000
DAY_MS = 24 * 60 * MINUTE_MS
# Later than any bar, and still exact in every client.
END_OF_TIME_MS = 2**53 - 1

BarTuple = tuple[int, int, int, int, int, int]
"""The fields of a `StoredBar` in their order: what a row of the store is."""

RESOLUTIONS = ("1", "5", "15", "30", "60", "240", "1D", "1W", "1M")
"""Every resolution that the product knows, from the finest to the coarsest."""

IMPORTABLE = RESOLUTIONS[:-2]
"""What the bars of a file can be; weeks and months are folded from days."""

DAILY = ("1D", "1W", "1M")
"""Those whose bars are named by a date, at 00:00 UTC of it, and cover whole trading days."""

_LENGTHS_MS = {name: int(name) * MINUTE_MS for name in RESOLUTIONS[:-3]} | {
    "1D": DAY_MS,
    "1W": 7 * DAY_MS,
    "1M": 28 * DAY_MS,
}
_ALIASES = {"D": "1D", "W": "1W", "M": "1M"}
_EPOCH = date(1970, 1, 1)
# No bar is later than the last month that a date can say, whatever is asked for.
_LAST_DAY = (date(9999, 11, 30) - _EPOCH).days


def canonical_resolution(text: str) -> str:
    """Return the one spelling of a resolution (`D`, `W` and `M` are `1D`, `1W` and `1M`).

    Raises:
        Refusal: `unsupported_resolution`.
    """
    resolution = _ALIASES.get(text, text)
    if resolution not in _LENGTHS_MS:
        known = ", ".join(RESOLUTIONS)
        raise Refusal(
            "unsupported_resolution", f"expected a resolution of {known}, got {text[:40]!r}"
        )
    return resolution


def length_ms(resolution: str) -> int:
    """Return the length of a bar that nothing cuts, of a month the shortest."""
    return _LENGTHS_MS[resolution]


class Bucket(NamedTuple):
    """What one bar covers: the moments from `start` up to but not including `end`, in Unix ms.

    `time` is the bar's own: its start, or for days and longer 00:00 UTC of its first date.
    """

    time: int
    start: int
    end: int


def bucket(time_ms: int, resolution: str, calendar: TradingCalendar = ALWAYS_OPEN) -> Bucket:
    """Return what the bar of a resolution covers that a moment belongs to.

    The only place that divides time into bars. Within a session they are counted from its open,
    and the last is cut by its close. Outside of the sessions they lie on the grid of UTC, cut by
    opens, closes and the borders of trading days. Weeks begin on Monday.
    """
    if resolution in DAILY:
        day = calendar.trading_day(time_ms)
        first, following = _dates(day, resolution)
        return Bucket(first, calendar.day_start(first), calendar.day_start(following))
    step = _LENGTHS_MS[resolution]
    part = calendar.part(time_ms)
    origin = part.start if part.in_session else 0
    on_grid = time_ms - (time_ms - origin) % step
    start = max(part.start, on_grid)
    return Bucket(start, start, min(part.end, on_grid + step))


def bucket_start(time_ms: int, resolution: str, calendar: TradingCalendar = ALWAYS_OPEN) -> int:
    """Return the time of the bar that covers a moment."""
    return bucket(time_ms, resolution, calendar).time


def bucket_end(time_ms: int, resolution: str, calendar: TradingCalendar = ALWAYS_OPEN) -> int:
    """Return the first moment after the bar that covers `time_ms`."""
    return bucket(time_ms, resolution, calendar).end


def first_moment(time_ms: int, resolution: str, calendar: TradingCalendar = ALWAYS_OPEN) -> int:
    """Return the first moment that belongs to a bar whose time is `time_ms` or later."""
    if resolution not in DAILY:
        return bucket_end(time_ms - 1, resolution, calendar)
    day = ALWAYS_OPEN.day_start(time_ms)
    first, following = _dates(day, resolution)
    return calendar.day_start(first if first == day else following)


def grid_of(base: str, calendar: TradingCalendar) -> TradingCalendar:
    """Return the calendar by which bars of `base` fold: what dates name, folds by the date."""
    return ALWAYS_OPEN if base in DAILY else calendar


def can_fold(base: str, resolution: str) -> bool:
    """Whether bars of `base` make whole bars of `resolution`, or are these already."""
    if resolution == "1M":
        return base != "1W"
    return _LENGTHS_MS[resolution] % _LENGTHS_MS[base] == 0


def foldable(base: str) -> tuple[str, ...]:
    """Return the resolutions that bars of `base` can serve, from the finest."""
    return tuple(resolution for resolution in RESOLUTIONS if can_fold(base, resolution))


def fold(
    bars: Iterable[BarTuple], resolution: str, calendar: TradingCalendar = ALWAYS_OPEN
) -> list[StoredBar]:
    """Fold ascending bars of a finer resolution (or this one) into bars of `resolution`.

    Args:
        bars: of days or longer only with the calendar that `grid_of` returns for these.
        resolution: what to fold into.
        calendar: when the instrument trades.
    """
    folded: list[list[int]] = []
    end = None
    for time, open_, high, low, close, volume in bars:
        if end is None or time >= end:
            covered = bucket(time, resolution, calendar)
            folded.append([covered.time, open_, high, low, close, volume])
            end = covered.end
            continue
        bar = folded[-1]
        bar[2] = max(bar[2], high)
        bar[3] = min(bar[3], low)
        bar[4] = close
        bar[5] += volume
    return [StoredBar._make(bar) for bar in folded]


def fold_newest(
    newest_first: Iterable[BarTuple],
    resolution: str,
    count: int,
    calendar: TradingCalendar = ALWAYS_OPEN,
) -> list[StoredBar]:
    """Fold bars that come newest first into the newest `count` bars, ascending.

    Reads no further than it must: to the first bar that is older.
    """
    taken: list[BarTuple] = []
    starts = 0
    start = None
    for bar in newest_first:
        if start is None or bar[0] < start:
            starts += 1
            if starts > count:
                break
            start = bucket(bar[0], resolution, calendar).start
        taken.append(bar)
    taken.reverse()
    return fold(taken, resolution, calendar)


def extend(
    bar: StoredBar | None, tick: Tick, resolution: str, calendar: TradingCalendar = ALWAYS_OPEN
) -> StoredBar:
    """Return the bar after `tick`: the same one grown, or the next one opened by it.

    Every tick counts, one that trades nothing too: it carries the last price on, so that a bar
    opens on time.

    Raises:
        ValueError: the tick is older than the bar.
    """
    start = bucket_start(tick.time, resolution, calendar)
    last = tick.last
    if bar is None or start > bar.time:
        return StoredBar(start, last, last, last, last, tick.last_size)
    if start < bar.time:
        raise ValueError(f"expected a tick at or after {bar.time}, got one at {tick.time}")
    high, low = max(bar.high, last), min(bar.low, last)
    return StoredBar(bar.time, bar.open, high, low, last, bar.volume + tick.last_size)


def _dates(day: int, resolution: str) -> tuple[int, int]:
    """Return the first date of the bar that a trading day belongs to, and of the next bar."""
    if resolution == "1D":
        return day, day + DAY_MS
    if resolution == "1W":
        monday = day - (day // DAY_MS + _EPOCH.weekday()) % 7 * DAY_MS
        return monday, monday + 7 * DAY_MS
    first = (_EPOCH + timedelta(days=min(day // DAY_MS, _LAST_DAY))).replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return (first - _EPOCH).days * DAY_MS, (following - _EPOCH).days * DAY_MS
