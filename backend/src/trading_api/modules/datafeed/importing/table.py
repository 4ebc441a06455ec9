"""A delimited text file, plain or gzip: its rows with their line numbers."""

import csv
import gzip
import re
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from trading_api.modules.datafeed.importing.refusal import ImportRefused

Row = tuple[int, list[str]]
"""The line in the file (the header is 1) and its cells."""

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
# Three digits behind it would leave open whether the comma separates thousands.
_DECIMAL_COMMA = re.compile(r"-?[\d.]*\d,(\d{1,2}|\d{4,})")
_GZIP = b"\x1f\x8b"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FORMATS = {
    b"PK": "a zip archive or a spreadsheet: unpack it, or save it as CSV",
    b"PAR1": "Parquet: convert it to CSV",
    b"\x28\xb5\x2f\xfd": "compressed by zstd: unpack it, or compress it by gzip",
    b"BZh": "compressed by bzip2: unpack it, or compress it by gzip",
    b"\xfd7zXZ": "compressed by xz: unpack it, or compress it by gzip",
}


class Table:
    """The rows of a file, read from its beginning as often as asked."""

    def __init__(self, path: Path) -> None:
        """Look at the file's beginning.

        Raises:
            ImportRefused: it is missing or not a text table.
        """
        self.path = path
        self._compressed = False
        self._encoding = "utf-8-sig"
        with _refusals(path):
            self._look_at_first_bytes()
            self.delimiter = self._find_delimiter()
        self.decimal_comma = self._has_decimal_commas()
        """Whether a comma is the decimal point and a point separates thousands."""

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are not blank.

        Raises:
            ImportRefused: the file is not text.
        """
        with _refusals(self.path), self._open() as lines:
            reader = csv.reader(lines, delimiter=self.delimiter, skipinitialspace=True)
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield reader.line_num, cells

    def _look_at_first_bytes(self) -> None:
        with self.path.open("rb") as file:
            magic = file.read(8)
        if magic.startswith(_GZIP):
            self._compressed = True
            with gzip.open(self.path) as file:
                magic = file.read(8)
        for start, advice in _OTHER_FORMATS.items():
            if magic.startswith(start):
                raise ImportRefused(f"{self.path.name}: expected CSV text, got {advice}.")
        if magic.startswith(_UTF16):
            self._encoding = "utf-16"

    def _find_delimiter(self) -> str:
        with self._open() as file:
            lines = list(islice(file, _LOOKED_AT))
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
        return self.delimiter != "," and any(
            _DECIMAL_COMMA.fullmatch(cell)
            for _, cells in islice(self.rows(), _LOOKED_AT)
            for cell in cells
        )

    def _open(self) -> IO[str]:
        if self._compressed:
            return gzip.open(self.path, "rt", encoding=self._encoding, newline="")
        return self.path.open(encoding=self._encoding, newline="")


class _refusals:
    """Turns what reading a strange file raises into one refusal."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _type: object, error: BaseException | None, _traceback: object) -> None:
        if isinstance(error, FileNotFoundError):
            raise ImportRefused(f"{self._path}: there is no such file.") from error
        if isinstance(error, OSError | EOFError | UnicodeError | csv.Error | zlib.error):
            raise ImportRefused(
                f"{self._path.name}: expected CSV text in UTF-8, plain or gzip; reading it failed:"
                f" {error}."
            ) from error
