"""Reads the rows of a tick file: quotes, trades or both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from trading_api.modules.datafeed.importing.bar_format import select
from trading_api.modules.datafeed.importing.bar_rows import Decimals, read_cell
from trading_api.modules.datafeed.importing.layout import Layout, data_rows
from trading_api.modules.datafeed.importing.numbers import scaled
from trading_api.modules.datafeed.importing.refusal import CorruptRows
from trading_api.modules.datafeed.importing.survey import SymbolSurvey, symbol_of, time_of
from trading_api.modules.datafeed.importing.tables.table import Table
from trading_api.modules.datafeed.importing.times import TimeReader, choose_reader, time_zone

from .replay_series import DISPLAYED_UNITS

_PRICES = ("last", "bid", "ask")
_SIZES = ("last_size", "bid_size", "ask_size")
_SAMPLED_ROWS = 5_000


class TickRow(NamedTuple):
    """A tick of the file, in integers, and its line; between them the fields of `Tick`."""

    symbol: str
    time: int
    bid: int
    ask: int
    last: int
    bid_size: int
    ask_size: int
    last_size: int
    line: int


@dataclass(frozen=True)
class TickFormat:
    """How to read the ticks of one file."""

    layout: Layout
    times: TimeReader
    decimals: Mapping[str, Decimals]
    """Of the wanted symbols; rows of others are passed over."""
    symbol: str | None


def tick_format(table: Table, layout: Layout, symbol: str | None) -> TickFormat:
    """Look through the file once and return how to read it.

    Raises:
        ImportRefused: no such symbol, or times that cannot be read.
    """
    columns = layout.columns
    places = [
        (columns.places[role], role in _PRICES)
        for role in (*_PRICES, *_SIZES)
        if role in columns.places
    ]
    found: dict[str, SymbolSurvey] = {}
    for _, cells in _data_rows(table, layout):
        name = symbol_of(cells, columns, symbol)
        one = found.get(name) or found.setdefault(name, SymbolSurvey())
        for place, is_price in places:
            seen = one.prices if is_price else one.volumes
            seen.see(cells[place], table.decimal_comma)
    found = select(table, layout, symbol, found)
    samples = [time_of(cells, columns) for _, cells in _sample(table, layout)]
    return TickFormat(
        layout,
        choose_reader(samples, time_zone(None)),
        {name: Decimals(one.prices.kept, one.volumes.kept) for name, one in found.items()},
        symbol,
    )


def read_ticks(table: Table, form: TickFormat, corrupt: CorruptRows) -> Iterator[TickRow]:
    """Yield the good rows of the wanted symbols, in the order of the file."""
    columns = form.layout.columns
    readers = {
        name: _TickReader(columns.places, decimals, table.decimal_comma)
        for name, decimals in form.decimals.items()
    }
    for line, cells in data_rows(table, form.layout, corrupt):
        symbol = symbol_of(cells, columns, form.symbol)
        if symbol not in readers:
            continue
        try:
            time = read_cell("time", form.times.instant, time_of(cells, columns))
            yield TickRow(symbol, time, *readers[symbol].read(cells), line)
        except ValueError as error:
            corrupt.add(line, str(error))


class _TickReader:
    """Reads the ticks of one symbol; an empty price is the one before (as in quote updates)."""

    def __init__(self, places: Mapping[str, int], decimals: Decimals, decimal_comma: bool) -> None:
        self._places = places
        self._decimals = decimals
        self._decimal_comma = decimal_comma
        self._before: dict[str, int] = {}
        self._displayed = DISPLAYED_UNITS * 10**decimals.volume

    def read(self, cells: list[str]) -> tuple[int, int, int, int, int, int]:
        """Return bid, ask, last and their sizes. Raises ValueError saying what is wrong."""
        prices = {role: self._price(role, cells) for role in _PRICES}
        sizes = {role: self._size(role, cells) for role in _SIZES}
        bid, ask, last = prices["bid"], prices["ask"], prices["last"]
        if last is None:
            # A file of quotes alone is drawn by its bid, as charts of currencies are.
            last = bid
        if last is None:
            raise ValueError("expected a price, all its cells are empty")
        if bid is None or ask is None:
            # A file of trades alone has no quote: one of a tick's width is shown.
            bid, ask = last, last + 1
        if bid > ask:
            raise ValueError("expected a bid up to the ask, got a higher one")
        shown = self._displayed
        bid_size, ask_size = sizes["bid_size"], sizes["ask_size"]
        traded = sizes["last_size"] if self._is_trade(cells) else None
        return (
            bid,
            ask,
            last,
            shown if bid_size is None else bid_size,
            shown if ask_size is None else ask_size,
            traded or 0,
        )

    def _is_trade(self, cells: list[str]) -> bool:
        place = self._places.get("last")
        return place is not None and cells[place].strip() != ""

    def _price(self, role: str, cells: list[str]) -> int | None:
        price = self._number(role, cells, self._decimals.price)
        if price is None:
            return self._before.get(role)
        if price <= 0:
            raise ValueError(f"{role}: expected a price above 0, got {cells[self._places[role]]}")
        self._before[role] = price
        return price

    def _size(self, role: str, cells: list[str]) -> int | None:
        size = self._number(role, cells, self._decimals.volume)
        if size is not None and size < 0:
            raise ValueError(f"{role}: expected 0 or more, got {cells[self._places[role]]}")
        return size

    def _number(self, role: str, cells: list[str], decimals: int) -> int | None:
        place = self._places.get(role)
        if place is None or not cells[place].strip():
            return None
        try:
            return scaled(cells[place], decimals, decimal_comma=self._decimal_comma)
        except ValueError as error:
            raise ValueError(f"{role}: {error}") from error


def _data_rows(table: Table, layout: Layout) -> Iterator[tuple[int, list[str]]]:
    for line, cells in table.rows():
        if line > layout.header_line and len(cells) >= layout.columns.width:
            yield line, cells


def _sample(table: Table, layout: Layout) -> list[tuple[int, list[str]]]:
    return list(islice(_data_rows(table, layout), _SAMPLED_ROWS))
