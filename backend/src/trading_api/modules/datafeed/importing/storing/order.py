"""Follows the bars of a file: whether they come in order, and whether they overlap."""

import numpy as np

from trading_api.modules.datafeed.importing.bar_columns import BarColumns, Integers
from trading_api.modules.datafeed.importing.refusal import CorruptRows
from trading_api.modules.datafeed.resolutions import MINUTE_MS, length_ms


class TimeOrder:
    """Remembers the last bar of each series."""

    def __init__(self, series: int) -> None:
        self._times = np.full(series, -1, np.int64)
        self._rows = np.zeros(series, np.int64)

    def follow(self, bars: BarColumns, resolution: str, corrupt: CorruptRows) -> bool:
        """Return whether each bar is later than the one before it in its series.

        Where they are, those that start before the one before them has ended are reported.
        """
        heads = np.flatnonzero(np.diff(bars.series, prepend=-1))
        times, rows = self._before(bars, heads)
        if (bars.time <= times).any():
            return False
        if resolution not in ("1", "1D"):
            _report_overlaps(bars, times, rows, length_ms(resolution), corrupt)
        tails = np.append(heads[1:], bars.bars) - 1
        self._times[bars.series[tails]] = bars.time[tails]
        self._rows[bars.series[tails]] = bars.row[tails]
        return True

    def _before(self, bars: BarColumns, heads: Integers) -> tuple[Integers, Integers]:
        """Return the time and the row of the bar before each one."""
        times, rows = np.roll(bars.time, 1), np.roll(bars.row, 1)
        first_of = bars.series[heads]
        times[heads], rows[heads] = self._times[first_of], self._rows[first_of]
        return times, rows


def _report_overlaps(
    bars: BarColumns, times: Integers, rows: Integers, length: int, corrupt: CorruptRows
) -> None:
    overlapping = (times >= 0) & (bars.time - times < length)
    for row, before in zip(bars.row[overlapping].tolist(), rows[overlapping].tolist(), strict=True):
        corrupt.add(
            row,
            f"starts less than {length // MINUTE_MS} minutes after the bar of"
            f" {corrupt.row_word} {before}",
        )
