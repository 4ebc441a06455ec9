"""Cuts delimited text into pieces of whole rows, each with the line that it begins at."""

import csv
import io
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from trading_api.modules.datafeed.importing.refusal import ImportRefused
from trading_api.modules.datafeed.importing.tables.table import Piece, Row, Text

# Large enough that a piece costs little of its own, small enough for the processor's cache.
PIECE_BYTES = 1_500_000
_PIECE_ROWS = 5_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Dialect(NamedTuple):
    """How the cells of a file are written; its path is for messages."""

    path: Path
    delimiter: str
    decimal_comma: bool
    piece_bytes: int = PIECE_BYTES


class PlainPiece:
    """Lines without any quote, so that every newline ends a row."""

    def __init__(self, first_row: int, content: bytes, dialect: Dialect) -> None:
        self.first_row = first_row
        self._dialect = dialect
        point = "," if dialect.decimal_comma else "."
        self.text: Text | None = Text(content, ord(dialect.delimiter), ord(point))
        self._content = content

    def rows(self) -> Iterator[Row]:
        lines = io.StringIO(self._content.decode(), newline="")
        return csv_rows(lines, self._dialect, self.first_row - 1)


class ReadRows(NamedTuple):
    """Rows that were told apart already."""

    first_row: int
    read: list[Row]
    text: Text | None = None

    def rows(self) -> Iterator[Row]:
        return iter(self.read)


def csv_rows(lines: Iterable[str], dialect: Dialect, lines_before: int = 0) -> Iterator[Row]:
    """Yield the rows that are not blank, each with the line at which it ends.

    Raises:
        ImportRefused: this is not text.
    """
    with reading_refused(dialect.path):
        reader = csv.reader(lines, delimiter=dialect.delimiter, skipinitialspace=True)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield lines_before + reader.line_num, cells


@contextmanager
def reading_refused(path: Path) -> Iterator[None]:
    """Turn what reading a strange file raises into one refusal."""
    try:
        yield
    except FileNotFoundError as error:
        raise ImportRefused(f"{path}: there is no such file.") from error
    except (OSError, EOFError, UnicodeError, csv.Error, zlib.error) as error:
        raise ImportRefused(
            f"{path.name}: expected CSV text in UTF-8, plain or gzip; reading it failed: {error}."
        ) from error


def split_pieces(file: BinaryIO, header_row: int, dialect: Dialect) -> Iterator[Piece]:
    """Yield what is below line `header_row` of UTF-8 text that is read from its beginning.

    From the first quote on, rows are told apart one by one: a quoted newline ends none.
    """
    begin = lines = 0
    for content in _whole_lines(file, dialect.piece_bytes):
        head = 0 if begin else _head(content, header_row)
        if not (_is_head(content[:head]) and _ends_only_rows(content[head:])):
            yield from _one_by_one(file, begin, lines, header_row, dialect)
            return
        if not content.isascii():
            # Cells that nobody reads must be text too.
            content.decode()
        lines += 0 if begin else header_row
        if head < len(content):
            yield PlainPiece(lines + 1, content[head:], dialect)
        lines += content.count(b"\n", head)
        begin += len(content)


def row_pieces(rows: Iterator[Row]) -> Iterator[Piece]:
    """Yield rows by the piece."""
    while some := list(islice(rows, _PIECE_ROWS)):
        yield ReadRows(some[0][0], some)


def _whole_lines(file: BinaryIO, block_bytes: int) -> Iterator[bytes]:
    rest = b""
    while block := file.read(block_bytes):
        end = block.rfind(b"\n") + 1
        if end:
            yield rest + block[:end]
            rest = block[end:]
        else:
            rest += block
    if rest:
        yield rest + b"\n"


def _one_by_one(
    file: BinaryIO, begin: int, lines_before: int, header_row: int, dialect: Dialect
) -> Iterator[Piece]:
    file.seek(begin)
    encoding = "utf-8" if begin else "utf-8-sig"
    with io.TextIOWrapper(file, encoding=encoding, newline="") as lines:
        rows = csv_rows(lines, dialect, lines_before)
        yield from row_pieces(row for row in rows if row[0] > header_row)


def _head(content: bytes, header_row: int) -> int:
    """Return where the data begin."""
    if not header_row:
        return len(_BYTE_ORDER_MARK) if content.startswith(_BYTE_ORDER_MARK) else 0
    end = 0
    for _ in range(header_row):
        end = content.find(b"\n", end) + 1
    return end


def _is_head(content: bytes) -> bool:
    """Whether each newline ends a row; cells of a header may be quoted."""
    quoted = any(line.count(b'"') % 2 for line in content.split(b"\n"))
    return not quoted and _returns_are_of_newlines(content)


def _ends_only_rows(content: bytes) -> bool:
    """Whether each newline, and nothing else, ends a row."""
    return b'"' not in content and _returns_are_of_newlines(content)


def _returns_are_of_newlines(content: bytes) -> bool:
    return b"\r" not in content or content.count(b"\r") == content.count(b"\r\n")
