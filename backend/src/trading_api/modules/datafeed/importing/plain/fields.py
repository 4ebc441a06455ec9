"""Finds the cells of text of which every row has the same number."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trading_api.modules.datafeed.importing.tables.table import Text

Bytes = NDArray[np.uint8]
Integers = NDArray[np.int64]

_NEWLINE, _RETURN = 10, 13


class Cells(NamedTuple):
    """One column of a text: where each row's cell starts, and the first byte behind it."""

    content: Bytes
    starts: Integers
    ends: Integers

    def __len__(self) -> int:
        return len(self.starts)

    def texts(self, rows: slice) -> list[str]:
        """Return the cells of some rows as they are written."""
        spans = zip(self.starts[rows].tolist(), self.ends[rows].tolist(), strict=True)
        return [self.content[start:end].tobytes().decode() for start, end in spans]

    def matrix(self) -> Bytes | None:
        """Return the cells, one a row; None where they are empty or differ in length."""
        length = int(self.ends[0] - self.starts[0])
        if length <= 0 or (self.ends - self.starts != length).any():
            return None
        cells: Bytes = self.content[self.starts[:, None] + np.arange(length)]
        return cells


class Fields(NamedTuple):
    """The cells of a text, a row and a column each."""

    content: Bytes
    starts: Integers
    ends: Integers

    def column(self, place: int) -> Cells:
        return Cells(self.content, self.starts[:, place], self.ends[:, place])

    def taken(self, rows: NDArray[np.bool_]) -> "Fields":
        """Return the cells of these rows."""
        return Fields(self.content, self.starts[rows], self.ends[rows])

    @property
    def rows(self) -> int:
        return len(self.starts)


def find_fields(text: Text, width: int) -> Fields | None:
    """Return the cells; None where a row has another number of them, or fewer than `width`."""
    content = np.frombuffer(text.content, np.uint8)
    rows = text.content.count(b"\n")
    found = np.flatnonzero((content == text.delimiter) | (content == _NEWLINE))
    across = len(found) // rows if rows else 0
    if across < width or across * rows != len(found):
        return None
    starts = np.concatenate((np.zeros(1, np.int64), found[:-1] + 1)).reshape(rows, across)
    ends = found.reshape(rows, across)
    # All newlines are in the last column, and it holds as many as there are.
    if (content[ends[:, -1]] != _NEWLINE).any():
        return None
    if b"\r" in text.content:
        ends = _without_returns(content, ends)
    return Fields(content, starts, ends)


def _without_returns(content: Bytes, ends: Integers) -> Integers:
    shortened = ends.copy()
    shortened[:, -1] -= content[ends[:, -1] - 1] == _RETURN
    return shortened
