"""Reads the rows of a bar file into checked bars, and collects those that cannot be right."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from trading_api.modules.datafeed.importing.columns import Columns
from trading_api.modules.datafeed.importing.layout import Layout, whole_rows
from trading_api.modules.datafeed.importing.numbers import scaled
from trading_api.modules.datafeed.importing.refusal import CorruptRows
from trading_api.modules.datafeed.importing.survey import PRICES, symbol_of, time_of
from trading_api.modules.datafeed.importing.tables.table import Row, Table
from trading_api.modules.datafeed.importing.times import TimeReader
from trading_api.modules.datafeed.resolutions import MINUTE_MS

LONGEST_SYMBOL = 64
LARGEST_INTEGER = 2**63 - 1


class Decimals(NamedTuple):
    """How many decimals a symbol's prices and volumes are kept in."""

    price: int
    volume: int


class BarRow(NamedTuple):
    """A bar of the file, in integers, and its line; the order is that of the staging table."""

    symbol: str
    time: int
    open: int
    high: int
    low: int
    close: int
    volume: int
    line: int


@dataclass(frozen=True)
class BarFormat:
    """How to read the rows of one file."""

    layout: Layout
    times: TimeReader
    resolution: str
    decimals: Mapping[str, Decimals]
    """Of the wanted symbols; rows of others are passed over."""
    symbol: str | None
    """Stands for a symbol column that is not there."""
    rows: int
    notes: tuple[str, ...]
    """Sentences for the user on what was not taken as written."""


def read_bars(table: Table, form: BarFormat, corrupt: CorruptRows) -> Iterator[BarRow]:
    """Yield the good rows of the wanted symbols, in the order of the file."""
    reader = RowReader(form, table.decimal_comma)
    for piece in table.pieces(form.layout.header_line, form.layout.columns.places.values()):
        yield from reader.read(piece.rows(), corrupt)


class RowReader:
    """Reads rows one by one, and says of each corrupt one what is wrong."""

    def __init__(self, form: BarFormat, decimal_comma: bool) -> None:
        self._form = form
        self._bars = _BarReader(form.layout.columns, form.times, form.resolution, decimal_comma)

    def read(self, rows: Iterable[Row], corrupt: CorruptRows) -> Iterator[BarRow]:
        """Yield the good rows of the wanted symbols."""
        form = self._form
        for line, cells in whole_rows(rows, form.layout, corrupt):
            symbol = symbol_of(cells, form.layout.columns, form.symbol)
            decimals = form.decimals.get(symbol)
            if decimals is None:
                continue
            try:
                yield self._bars.read(symbol, line, cells, decimals)
            except ValueError as error:
                corrupt.add(line, str(error))


class _BarReader:
    def __init__(
        self, columns: Columns, times: TimeReader, resolution: str, decimal_comma: bool
    ) -> None:
        self._columns = columns
        self._prices = [(role, columns.places[role]) for role in PRICES]
        self._volume = columns.place("volume")
        self._time = times.day if resolution == "1D" else _whole_minute(times.instant)
        self._decimal_comma = decimal_comma

    def read(self, symbol: str, line: int, cells: list[str], decimals: Decimals) -> BarRow:
        """Return the row's bar. Raises ValueError saying what is wrong."""
        if not is_symbol(symbol):
            raise ValueError(
                f"expected a symbol of 1 to {LONGEST_SYMBOL} letters, got {symbol[:40]!r}"
            )
        time = read_cell("time", self._time, time_of(cells, self._columns))
        open_, high, low, close = (
            self._number(role, cells[place], decimals.price) for role, place in self._prices
        )
        volume = 0
        if self._volume is not None:
            volume = self._number("volume", cells[self._volume], decimals.volume)
        bar = BarRow(symbol, time, open_, high, low, close, volume, line)
        _check(bar, cells, self._columns)
        return bar

    def _number(self, role: str, text: str, decimals: int) -> int:
        try:
            return scaled(text, decimals, decimal_comma=self._decimal_comma)
        except ValueError as error:
            raise ValueError(f"{role}: {error}") from error


def is_symbol(text: str) -> bool:
    """Whether this may name a symbol."""
    return 0 < len(text) <= LONGEST_SYMBOL and text.isprintable()


def read_cell(role: str, read: Callable[[str], int], text: str) -> int:
    """Return what `read` makes of a cell. Raises ValueError naming the role and the text."""
    try:
        value = read(text)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{role}: {error}") from error
    if value < 0:
        raise ValueError(f"{role}: expected 1970-01-01 or later, got {text[:40]!r}")
    return value


def _whole_minute(instant: Callable[[str], int]) -> Callable[[str], int]:
    def read(text: str) -> int:
        time = instant(text)
        if time % MINUTE_MS:
            raise ValueError(f"expected the start of a minute, got {text[:40]!r}")
        return time

    return read


def _check(bar: BarRow, cells: list[str], columns: Columns) -> None:
    _, _, open_, high, low, close, volume, _ = bar

    def written(role: str) -> str:
        return cells[columns.places[role]].strip()

    if low <= 0:
        raise ValueError(f"expected prices above 0, got low {written('low')}")
    if high < low:
        raise ValueError(f"high {written('high')} is below low {written('low')}")
    for role, price in (("open", open_), ("close", close)):
        if not low <= price <= high:
            raise ValueError(
                f"{role} {written(role)} is outside low {written('low')} and high {written('high')}"
            )
    if max(high, volume) > LARGEST_INTEGER:
        raise ValueError(
            "expected numbers of at most 18 digits with their decimals, got larger ones"
        )
    if volume < 0:
        raise ValueError(f"expected a volume of 0 or more, got {written('volume')}")
