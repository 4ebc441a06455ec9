"""What an import reads: the rows of a file with their numbers, one by one or by the piece."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

Row = tuple[int, list[str]]
"""The number of the row in the file and its cells."""


class Text(NamedTuple):
    """Whole rows as they are written: UTF-8, each ended by a newline, none of them quoted."""

    content: bytes
    delimiter: int
    point: int
    """The byte between the whole part of a number and its fraction."""


class Piece(Protocol):
    """Some rows of a table that follow each other."""

    @property
    def first_row(self) -> int:
        """Return the number of the first row."""
        ...

    @property
    def text(self) -> Text | None:
        """Return the rows as written; None where only `rows` can tell them apart."""
        ...

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not blank.

        Raises:
            ImportRefused: they cannot be read.
        """
        ...


class Table(Protocol):
    """A file of rows, read from its beginning as often as asked."""

    path: Path
    decimal_comma: bool
    """Whether a comma is the decimal point and a point separates thousands."""
    row_word: str
    """What a row is called: `line` of a text, counted from 1 with the header; else `row`."""
    header_within: int
    """How many of the first rows may be above the data."""
    share_read: float
    """How much of the file the last reading has come through, from 0 to 1."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not blank, those above the data included.

        Raises:
            ImportRefused: the file cannot be read.
        """
        ...

    def pieces(self, header_row: int, places: Collection[int]) -> Iterator[Piece]:
        """Yield what is below the row of the header (0 without one), in pieces of bounded size.

        Cells of columns that are not in `places` may be left empty.

        Raises:
            ImportRefused: the file cannot be read.
        """
        ...
