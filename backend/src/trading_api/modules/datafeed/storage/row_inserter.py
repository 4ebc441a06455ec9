"""Inserts rows many at a time: SQLite spends more on a statement than on a row."""

import sqlite3
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Their parameters are fewer than the 32,766 that SQLite takes.
_ROWS_A_STATEMENT = 500


class RowInserter:
    """Runs one kind of INSERT over columns of integers."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        insert: str,
        row: str,
        leading: tuple[str, ...] = (),
    ) -> None:
        """Take an `INSERT … VALUES` and the placeholders of a row.

        `leading` are the values of `?1`, `?2` and so on, the same in every row.
        """
        self._connection = connection
        self._leading = leading
        self._one = f"{insert} {row}"
        self._many = f"{insert} {', '.join([row] * _ROWS_A_STATEMENT)}"

    def insert(self, columns: Sequence[NDArray[np.int64]]) -> int:
        """Insert the rows; return how many were written."""
        rows = np.stack(columns, axis=1)
        even = len(rows) - len(rows) % _ROWS_A_STATEMENT
        joined = rows[:even].reshape(-1, _ROWS_A_STATEMENT * rows.shape[1])
        return self._run(self._many, joined) + self._run(self._one, rows[even:])

    def _run(self, statement: str, values: NDArray[np.int64]) -> int:
        parameters = ((*self._leading, *some) for some in values.tolist())
        return max(0, self._connection.executemany(statement, parameters).rowcount)
