"""Sorts the bars of a file that come in any order, and finds those that contradict others."""

import sqlite3
from collections.abc import Iterator

import numpy as np

from trading_api.modules.datafeed.importing.bar_columns import BarColumns
from trading_api.modules.datafeed.importing.refusal import CorruptRows
from trading_api.modules.datafeed.storage.row_inserter import RowInserter

_CREATE = """
CREATE TEMP TABLE staged (
    series INTEGER NOT NULL, time INTEGER NOT NULL,
    open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL,
    volume INTEGER NOT NULL, row INTEGER NOT NULL,
    PRIMARY KEY (series, time)
) STRICT, WITHOUT ROWID
"""
_READ_AT_A_TIME = 20_000


class Staging:
    """Holds an import apart, in a temporary table that ends with its connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(_CREATE)
        self._inserter = RowInserter(
            connection, "INSERT OR IGNORE INTO staged VALUES", "(?, ?, ?, ?, ?, ?, ?, ?)"
        )

    def add(self, bars: BarColumns, corrupt: CorruptRows) -> None:
        """Stage bars; the same bar twice is one, another bar of a staged time is corrupt."""
        self._connection.execute("BEGIN")
        staged = self._inserter.insert(bars.by_time())
        self._connection.execute("COMMIT")
        if staged < bars.bars:
            for bar in zip(*(column.tolist() for column in bars), strict=True):
                self._find_repetition(bar, corrupt)

    def sorted(self) -> Iterator[BarColumns]:
        """Yield what is staged, each series in order of time."""
        found = self._connection.execute("SELECT * FROM staged ORDER BY series, time")
        while some := found.fetchmany(_READ_AT_A_TIME):
            yield BarColumns(*np.array(some, np.int64).T)

    def _find_repetition(self, bar: tuple[int, ...], corrupt: CorruptRows) -> None:
        series, time, *values, row = bar
        (*staged, staged_row) = self._connection.execute(
            "SELECT open, high, low, close, volume, row FROM staged WHERE series = ? AND time = ?",
            (series, time),
        ).fetchone()
        if staged_row != row and staged != values:
            corrupt.add(
                row, f"repeats the time of {corrupt.row_word} {staged_row} with other values"
            )
