"""Bars of a file in columns of integers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trading_api.modules.datafeed.importing.bar_rows import BarRow

Integers = NDArray[np.int64]


class BarColumns(NamedTuple):
    """The fields of some bars, in the order of the file or, once sorted, of the store.

    `series` is the place of the symbol among those of the file, sorted; `row` the row in the file.
    """

    series: Integers
    time: Integers
    open: Integers
    high: Integers
    low: Integers
    close: Integers
    volume: Integers
    row: Integers

    @property
    def bars(self) -> int:
        return len(self.time)

    def taken(self, which: Integers | NDArray[np.bool_] | slice) -> "BarColumns":
        """Return the bars at these places."""
        return BarColumns(*(column[which] for column in self))

    @property
    def series_count(self) -> int:
        """How many series there are, where the bars of each are together."""
        return 1 + int(np.count_nonzero(np.diff(self.series)))

    def by_series(self) -> "BarColumns":
        """Return the bars of each series together, within it in the order of the file."""
        if (self.series[1:] >= self.series[:-1]).all():
            return self
        return self.taken(np.argsort(self.series, kind="stable"))

    def by_time(self) -> "BarColumns":
        """Return the bars of each series together, in order of time and then of the file."""
        return self.taken(np.lexsort((self.row, self.time, self.series)))

    def each_series(self) -> Iterator[tuple[int, "BarColumns"]]:
        """Yield the bars of each series, of columns that hold these together."""
        heads = np.flatnonzero(np.diff(self.series, prepend=-1)).tolist()
        for head, end in zip(heads, [*heads[1:], self.bars], strict=True):
            yield int(self.series[head]), self.taken(slice(head, end))


def joined(some: Sequence[BarColumns]) -> BarColumns:
    """Return bars behind each other as one, the bars of each series together."""
    if len(some) == 1:
        return some[0]
    return BarColumns(*(np.concatenate(columns) for columns in zip(*some, strict=True))).by_series()


def columns_of(rows: Sequence[BarRow], series: Mapping[str, int]) -> BarColumns:
    """Return rows as columns; `series` says the place of each symbol."""
    values = [(series[row.symbol], *row[1:]) for row in rows]
    return BarColumns(*np.array(values, np.int64).reshape(-1, len(BarColumns._fields)).T)
