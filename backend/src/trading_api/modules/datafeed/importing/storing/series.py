"""Writes bars of one series that come in order of time into the store."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trading_api.modules.datafeed.importing.bar_columns import BarColumns, Integers
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.modules.datafeed.storage.folding import FoldedColumns
from trading_api.modules.datafeed.storage.row_inserter import RowInserter

from .scales import Factors, refuse_too_large, settled_scales

_HELD = """
SELECT time, open, high, low, close, volume FROM bars
WHERE symbol = ? AND resolution = ? AND time BETWEEN ? AND ? ORDER BY time
"""
_CHANGE = """
UPDATE bars SET open = ?2, high = ?3, low = ?4, close = ?5, volume = ?6
WHERE symbol = ?7 AND resolution = ?8 AND time = ?1
"""
_HELD_AT_A_TIME = 20_000


@dataclass(frozen=True)
class SeriesReport:
    """What an import did to one symbol; `bars` = new + changed + those it held already."""

    symbol: str
    resolution: str
    bars: int
    new: int
    changed: int
    first_time: int
    last_time: int
    calendar: str = "24x7"
    """The one that the symbol has from now on."""


class SeriesWriter:
    """Writes inside a transaction that somebody else has begun and ends."""

    def __init__(self, connection: sqlite3.Connection, wanted: Instrument, resolution: str) -> None:
        """Bring what is stored of the symbol to the finer of both scales.

        Bars are folded by the calendar of `wanted`.

        Raises:
            ImportRefused: the numbers do not fit.
        """
        self._connection = connection
        self._key = (wanted.symbol, resolution)
        self.instrument, self._factors = settled_scales(connection, wanted)
        self._inserter = RowInserter(
            connection, "INSERT INTO bars VALUES", "(?1, ?2, ?, ?, ?, ?, ?, ?)", self._key
        )
        self.folded = FoldedColumns(resolution, calendar_named(wanted.calendar))
        self._bars = self._new = self._changed = 0
        self._first: int | None = None
        self._last = 0

    def write(self, bars: BarColumns) -> None:
        """Insert bars, ascending and later than those before; those that are held are corrected.

        Raises:
            ImportRefused: the numbers do not fit.
        """
        columns = _scaled(bars, self._factors, self._key[0])
        missing = np.ones(bars.bars, np.bool_)
        for held in self._held(columns[0]):
            missing &= ~self._correct(columns, held)
            self.folded.spoil()
        new = columns if missing.all() else columns[:, missing]
        self._inserter.insert(list(new))
        self.folded.add(columns)
        self._first = int(bars.time[0]) if self._first is None else self._first
        self._last = int(bars.time[-1])
        self._bars += bars.bars
        self._new += new.shape[1]

    def report(self) -> SeriesReport:
        return SeriesReport(
            *self._key, self._bars, self._new, self._changed, self._first or 0, self._last
        )

    def _held(self, times: Integers) -> Iterator[Integers]:
        """Yield what the store holds from behind the bar before these on, a row a field."""
        span = int(times[0]) if self._first is None else self._last + 1, int(times[-1])
        found = self._connection.execute(_HELD, (*self._key, *span))
        # Rows are changed while they are read, but none is moved.
        while some := found.fetchmany(_HELD_AT_A_TIME):
            yield np.array(some, np.int64).T

    def _correct(self, columns: Integers, held: Integers) -> NDArray[np.bool_]:
        """Correct what differs; return which of the columns are held."""
        at = np.minimum(np.searchsorted(held[0], columns[0]), held.shape[1] - 1)
        known: NDArray[np.bool_] = held[0][at] == columns[0]
        differs = known & (held[:, at] != columns).any(axis=0)
        changes = [(*row, *self._key) for row in columns[:, differs].T.tolist()]
        self._connection.executemany(_CHANGE, changes)
        self._changed += len(changes)
        return known


def _scaled(bars: BarColumns, factors: Factors, symbol: str) -> Integers:
    """Return time, prices and volume, a row each, in the scales of the store."""
    refuse_too_large(symbol, int(bars.high.max()), int(bars.volume.max()), factors)
    columns = np.array([bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume])
    columns[1:5] *= factors.price
    columns[5] *= factors.volume
    return columns
