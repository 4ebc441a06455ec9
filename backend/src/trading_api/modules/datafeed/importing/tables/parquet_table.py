"""A Parquet file as rows of text: numbers and times as they would be written out, exactly."""

import re
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from trading_api.modules.datafeed.importing.refusal import ImportRefused
from trading_api.modules.datafeed.importing.tables.kept_texts import CountedText, KeptTexts
from trading_api.modules.datafeed.importing.tables.table import Piece, Row, Text

if TYPE_CHECKING:
    import duckdb

PARQUET_MAGIC = b"PAR1"

_PIECE_ROWS = 20_000
_CELL_END, _ROW_END = "\x1f", "\n"
# What pandas calls the unnamed index: where it is, it is the time.
_INDEX = "__index_level_0__"
_SCALAR = re.compile(
    r"U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(.*\)|DATE|TIME.*"
    r"|VARCHAR|ENUM\(.*\)"
)
_COLUMNS = "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(?))"
_COUNT = "SELECT COUNT(*) FROM read_parquet(?)"
_SETTINGS = (
    # Instants are written in UTC, so that they say so themselves.
    "SET TimeZone = 'UTC'",
    "SET autoinstall_known_extensions = false",
)


class ParquetPiece:
    """Rows of which no cell holds the characters that separate them."""

    def __init__(self, first_row: int, content: bytes) -> None:
        self.first_row = first_row
        self._content = content
        self.text: Text | None = Text(content, ord(_CELL_END), ord("."))

    def rows(self) -> Iterator[Row]:
        rows = self._content.decode().split(_ROW_END)[:-1]
        for number, row in enumerate(rows, self.first_row):
            yield number, row.split(_CELL_END)


class ParquetTable:
    """The rows of a Parquet file, counted from 1; row 0 is the names of the columns."""

    decimal_comma = False
    row_word = "row"
    header_within = 1

    def __init__(self, path: Path) -> None:
        """Read the file's description of itself.

        Raises:
            ImportRefused: it cannot be read, or what reads Parquet is not installed.
        """
        self.path = path
        self.share_read = 0.0
        with self._connection() as connection:
            described = connection.execute(_COLUMNS, [_literal(path)]).fetchall()
            counted = connection.execute(_COUNT, [_literal(path)]).fetchone()
        columns = [(name, kind) for name, kind in described if _SCALAR.fullmatch(kind)]
        self._columns = sorted(columns, key=lambda column: column[0] != _INDEX)
        self._row_count = counted[0] if counted else 0
        self._kept = KeptTexts()

    def rows(self) -> Iterator[Row]:
        yield 0, ["index" if name == _INDEX else name for name, _ in self._columns]
        for piece in self.pieces(0, range(len(self._columns))):
            yield from piece.rows()

    def pieces(self, header_row: int, places: Collection[int]) -> Iterator[Piece]:
        cells = [
            _cell(name, kind) if place in places else "''"
            for place, (name, kind) in enumerate(self._columns)
        ]
        query = f"SELECT concat_ws('{_CELL_END}', {', '.join(cells)}) FROM read_parquet(?)"
        first_row = 1
        for rows, content in self._kept.texts(query, lambda: self._texts(query)):
            piece = ParquetPiece(first_row, content)
            first_row += rows
            self.share_read = (first_row - 1) / self._row_count
            yield piece

    def _texts(self, query: str) -> Iterator[CountedText]:
        with self._connection() as connection:
            result = connection.execute(query, [_literal(self.path)])
            while some := result.fetchmany(_PIECE_ROWS):
                yield len(some), _ROW_END.join((*(row for (row,) in some), "")).encode()

    @contextmanager
    def _connection(self) -> "Iterator[duckdb.DuckDBPyConnection]":
        try:
            import duckdb  # noqa: PLC0415  an extra, and half a second that CSV need not wait for
        except ImportError as error:
            raise ImportRefused(
                f"{self.path.name}: expected what reads Parquet to be installed, it is not; run"
                " pip install 'trading-pro[data]', or convert the file to CSV."
            ) from error
        try:
            with closing(duckdb.connect()) as connection:
                for setting in _SETTINGS:
                    connection.execute(setting)
                yield connection
        except duckdb.Error as error:
            raise ImportRefused(
                f"{self.path.name}: expected a whole Parquet file, reading it failed:"
                f" {str(error).splitlines()[0]}."
            ) from error


def _cell(name: str, kind: str) -> str:
    """Return the expression of a cell's text; what would separate cells becomes unprintable."""
    column = '"' + name.replace('"', '""') + '"'
    if kind == "VARCHAR" or kind.startswith("ENUM"):
        text = f"{column}::VARCHAR"
        # Unlike `translate`, this is done once for each entry of a column's dictionary.
        for separator in ("\x1f", "\n", "\r"):
            text = f"replace({text}, '{separator}', '\x7f')"
        return f"coalesce({text}, '')"
    return f"coalesce({column}::VARCHAR, 'null')"


def _literal(path: Path) -> str:
    """Return the path so that its `*`, `?` and `[` stand for themselves."""
    return re.sub(r"([*?\[])", r"[\1]", str(path))
