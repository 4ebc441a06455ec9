"""A delimited text file, plain or gzip: its rows with their line numbers."""

import gzip
import io
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from trading_api.modules.datafeed.importing.refusal import ImportRefused
from trading_api.modules.datafeed.importing.tables.csv_pieces import (
    PIECE_BYTES,
    Dialect,
    csv_rows,
    reading_refused,
    row_pieces,
    split_pieces,
)
from trading_api.modules.datafeed.importing.tables.table import Piece, Row

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
# Three digits behind it would leave open whether the comma separates thousands.
_DECIMAL_COMMA = re.compile(r"-?[\d.]*\d,(\d{1,2}|\d{4,})")
_GZIP = b"\x1f\x8b"
_UTF8, _UTF16 = "utf-8-sig", "utf-16"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FORMATS = {
    b"PK": "a zip archive or a spreadsheet: unpack it, or save it as CSV",
    b"PAR1": "Parquet, compressed as a whole: unpack it",
    b"\x28\xb5\x2f\xfd": "compressed by zstd: unpack it, or compress it by gzip",
    b"BZh": "compressed by bzip2: unpack it, or compress it by gzip",
    b"\xfd7zXZ": "compressed by xz: unpack it, or compress it by gzip",
}


class CsvTable:
    """The rows of a text, read from its beginning as often as asked."""

    row_word = "line"
    # Some vendors put a line or two about themselves above the header.
    header_within = 10

    def __init__(self, path: Path, piece_bytes: int = PIECE_BYTES) -> None:
        """Look at the file's beginning; cut it into pieces of about this size.

        Raises:
            ImportRefused: it is missing or not a text table.
        """
        self.path = path
        self.share_read = 0.0
        self._compressed = False
        self._encoding = _UTF8
        with reading_refused(path):
            self._look_at_first_bytes()
            delimiter = self._find_delimiter()
        self.decimal_comma = False
        self._dialect = Dialect(path, delimiter, False, piece_bytes)
        self.decimal_comma = self._has_decimal_commas()
        self._dialect = self._dialect._replace(decimal_comma=self.decimal_comma)

    def rows(self) -> Iterator[Row]:
        with reading_refused(self.path), self._text() as lines:
            yield from csv_rows(lines, self._dialect)

    def pieces(self, header_row: int, places: Collection[int]) -> Iterator[Piece]:
        if self._encoding != _UTF8:
            yield from row_pieces(row for row in self.rows() if row[0] > header_row)
            return
        with reading_refused(self.path), self.path.open("rb") as packed:
            size = max(1, self.path.stat().st_size)
            with self._unpacked(packed) as file:
                for piece in split_pieces(file, header_row, self._dialect):
                    self.share_read = packed.tell() / size
                    yield piece

    def _look_at_first_bytes(self) -> None:
        with self.path.open("rb") as file:
            magic = file.read(8)
        if magic.startswith(_GZIP):
            self._compressed = True
            with gzip.open(self.path) as unpacked:
                magic = unpacked.read(8)
        for start, advice in _OTHER_FORMATS.items():
            if magic.startswith(start):
                raise ImportRefused(f"{self.path.name}: expected CSV text, got {advice}.")
        if magic.startswith(_UTF16_MARKS):
            self._encoding = _UTF16

    def _find_delimiter(self) -> str:
        with self._text() as text:
            lines = list(islice(text, _LOOKED_AT))
        # Two columns are a table too, but a sentence above the header may hold one comma.
        for fewest in (2, 1):
            for line in lines:
                found = max(_DELIMITERS, key=line.count)
                if line.count(found) >= fewest:
                    return found
        raise ImportRefused(
            f"{self.path.name}: expected a table with columns separated by a comma, a semicolon"
            " or a tab in its first lines; found none."
        )

    def _has_decimal_commas(self) -> bool:
        return self._dialect.delimiter != "," and any(
            _DECIMAL_COMMA.fullmatch(cell)
            for _, cells in islice(self.rows(), _LOOKED_AT)
            for cell in cells
        )

    @contextmanager
    def _text(self) -> Iterator[Iterable[str]]:
        with (
            self.path.open("rb") as packed,
            self._unpacked(packed) as file,
            io.TextIOWrapper(file, encoding=self._encoding, newline="") as lines,
        ):
            yield lines

    def _unpacked(self, packed: BinaryIO) -> BinaryIO:
        return cast("BinaryIO", gzip.GzipFile(fileobj=packed)) if self._compressed else packed
