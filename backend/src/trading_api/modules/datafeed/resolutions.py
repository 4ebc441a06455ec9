"""Resolutions: their names, where a bar starts, and how bars and ticks fold into one."""

from collections.abc import Iterable
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

RESOLUTIONS = ("1", "5", "15", "30", "60", "240", "1D")
"""Every resolution that the product knows, from the finest to the coarsest."""

_LENGTHS_MS = {name: int(name) * MINUTE_MS for name in RESOLUTIONS[:-1]} | {"1D": DAY_MS}
_ALIASES = {"D": "1D"}


def canonical_resolution(text: str) -> str:
    """Return the one spelling of a resolution (`D` is `1D`).

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
    """Return the length of a bar at a canonical resolution."""
    return _LENGTHS_MS[resolution]


class Bucket(NamedTuple):
    """What one bar covers: the moments from `start` up to but not including `end`, in Unix ms.

    `time` is the bar's: its start, or for a bar of a day the day's name, 00:00 UTC of its date.
    """

    time: int
    start: int
    end: int


def bucket(time_ms: int, resolution: str, calendar: TradingCalendar = ALWAYS_OPEN) -> Bucket:
    """Return what the bar of a resolution covers that a moment belongs to.

    Within a session bars are counted from its open, and the last is cut by its close. Outside of
    the sessions they lie on the grid of UTC, cut by the parts of the trading day.
    """
    if resolution == "1D":
        day = calendar.trading_day(time_ms)
        return Bucket(day, calendar.day_start(day), calendar.day_start(day + DAY_MS))
    step = _LENGTHS_MS[resolution]
    part = calendar.part(time_ms)
    origin = part.start if part.in_session else 0
    on_grid = time_ms - (time_ms - origin) % step
    start = max(part.start, on_grid)
    return Bucket(start, start, min(part.end, on_grid + step))


def bucket_start(time_ms: int, resolution: str) -> int:
    """Return the start of the bar that covers `time_ms`, in Unix ms.

    Every instrument trades around the clock so far. This function is the only place that divides
    time into bars: trading sessions enter here.
    """
    return time_ms - time_ms % _LENGTHS_MS[resolution]


def bucket_end(time_ms: int, resolution: str) -> int:
    """Return the first ms after the bar that covers `time_ms`."""
    return bucket_start(time_ms, resolution) + _LENGTHS_MS[resolution]


def can_fold(base: str, resolution: str) -> bool:
    """Whether bars of `base` make whole bars of `resolution`, or are these already."""
    return _LENGTHS_MS[resolution] % _LENGTHS_MS[base] == 0


def foldable(base: str) -> tuple[str, ...]:
    """Return the resolutions that bars of `base` can serve, from the finest."""
    return tuple(resolution for resolution in RESOLUTIONS if can_fold(base, resolution))


def fold(bars: Iterable[BarTuple], resolution: str) -> list[StoredBar]:
    """Fold ascending bars of a finer resolution (or this one) into bars of `resolution`."""
    folded: list[list[int]] = []
    end = None
    for time, open_, high, low, close, volume in bars:
        if end is None or time >= end:
            folded.append([bucket_start(time, resolution), open_, high, low, close, volume])
            end = bucket_end(time, resolution)
            continue
        bar = folded[-1]
        bar[2] = max(bar[2], high)
        bar[3] = min(bar[3], low)
        bar[4] = close
        bar[5] += volume
    return [StoredBar._make(bar) for bar in folded]


def fold_newest(newest_first: Iterable[BarTuple], resolution: str, count: int) -> list[StoredBar]:
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
            start = bucket_start(bar[0], resolution)
        taken.append(bar)
    taken.reverse()
    return fold(taken, resolution)


def extend(bar: StoredBar | None, tick: Tick, resolution: str) -> StoredBar:
    """Return the bar after `tick`: the same one grown, or the next one opened by it.

    Every tick counts, one that trades nothing too: it carries the last price on, so that a bar
    opens on time.

    Raises:
        ValueError: the tick is older than the bar.
    """
    start = bucket_start(tick.time, resolution)
    last = tick.last
    if bar is None or start > bar.time:
        return StoredBar(start, last, last, last, last, tick.last_size)
    if start < bar.time:
        raise ValueError(f"expected a tick at or after {bar.time}, got one at {tick.time}")
    high, low = max(bar.high, last), min(bar.low, last)
    return StoredBar(bar.time, bar.open, high, low, last, bar.volume + tick.last_size)
