"""Folds columns of bars at once, as `resolutions.fold` folds them one by one."""

import numpy as np
from numpy.typing import NDArray

from trading_api.modules.datafeed.resolutions import DAILY, bucket, can_fold, length_ms
from trading_api.modules.datafeed.sessions import TradingCalendar

Columns = NDArray[np.int64]
"""Time, open, high, low, close and volume of ascending bars, a row each."""

KEPT = ("15", "60", "1D")
"""What is kept folded, from the finest; each folds from the one before it."""

_LARGEST = 2**63 - 1


class FoldedColumns:
    """What the bars of one import fold to, taken in as they are written.

    The finest kept resolution is folded as bars come, so that only its bars stay in memory.
    """

    def __init__(self, resolution: str, calendar: TradingCalendar) -> None:
        """Take bars of this resolution."""
        coarser = [name for name in KEPT if name != resolution and can_fold(resolution, name)]
        self._kept = coarser
        self._calendar = calendar
        self._done: list[Columns] = []
        self._open: Columns | None = None
        self._spoiled = not coarser

    def spoil(self) -> None:
        """Say that the store holds other bars between those that are taken in."""
        self._spoiled = True
        self._done, self._open = [], None

    def add(self, bars: Columns) -> None:
        """Take in bars that are later than those before."""
        if self._spoiled:
            return
        if self._open is not None:
            bars = np.hstack((self._open, bars))
        folded = fold_columns(bars, self._kept[0], self._calendar)
        if folded is None:
            self.spoil()
            return
        self._done.append(folded[:, :-1])
        self._open = folded[:, -1:]

    def bars(self, calendar: TradingCalendar) -> dict[str, Columns]:
        """Return the folded bars by their resolution.

        Nothing where only the store can say: it holds more, another calendar counts, or a sum
        may be beyond 64 bits.
        """
        if self._spoiled or self._open is None or calendar is not self._calendar:
            return {}
        finest = np.hstack((*self._done, self._open))
        folded = {self._kept[0]: finest}
        for name in self._kept[1:]:
            coarser = fold_columns(finest, name, calendar)
            if coarser is None:
                break
            folded[name] = finest = coarser
        return folded


def fold_columns(bars: Columns, resolution: str, calendar: TradingCalendar) -> Columns | None:
    """Return what bars of a finer resolution fold to; None where a sum may be beyond 64 bits."""
    times = bucket_times(bars[0], resolution, calendar)
    heads = np.flatnonzero(np.diff(times, prepend=times[0] - 1))
    counts = np.diff(heads, append=len(times))
    largest = max(int(bars[5].max()), -int(bars[5].min()))
    if largest * int(counts.max()) > _LARGEST:
        return None
    return np.stack(
        (
            times[heads],
            bars[1, heads],
            np.maximum.reduceat(bars[2], heads),
            np.minimum.reduceat(bars[3], heads),
            bars[4, heads + counts - 1],
            np.add.reduceat(bars[5], heads),
        )
    )


def bucket_times(times: Columns, resolution: str, calendar: TradingCalendar) -> Columns:
    """Return of ascending moments the time of the bar that `bucket` says they belong to.

    Asks the calendar once a session, and of a day or a part what they begin with.
    """
    found = np.empty_like(times)
    at = 0
    while at < len(times):
        first = int(times[at])
        if resolution in DAILY:
            day = bucket(first, resolution, calendar)
            end = int(np.searchsorted(times, day.end))
            found[at:end] = day.time
        else:
            part, step = calendar.part(first), length_ms(resolution)
            end = int(np.searchsorted(times, part.end))
            moments = times[at:end]
            origin = part.start if part.in_session else 0
            found[at:end] = np.maximum(part.start, moments - (moments - origin) % step)
        at = end
    return found
