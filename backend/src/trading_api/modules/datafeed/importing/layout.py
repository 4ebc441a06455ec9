"""Finds the header of a table, or tells the usual headerless shapes by their first row."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from trading_api.modules.datafeed.importing.columns import (
    Columns,
    plain_name,
    recognise_bars,
    recognise_ticks,
)
from trading_api.modules.datafeed.importing.refusal import CorruptRows, ImportRefused
from trading_api.modules.datafeed.importing.tables.table import Row, Table

_NUMBER = re.compile(r"[-+$]?[\d,]*\.?\d+([eE][-+]?\d+)?")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?")
_BAR_ORDER = ("open", "high", "low", "close", "volume")


@dataclass(frozen=True)
class Layout:
    """The columns, the line of the header (0 without one) and a symbol named in the heading."""

    columns: Columns
    header_line: int
    symbol: str | None = None


def data_rows(table: Table, layout: Layout, corrupt: CorruptRows) -> Iterator[Row]:
    """Yield the rows below the header; one that lacks columns is corrupt."""
    below = (row for row in table.rows() if row[0] > layout.header_line)
    return whole_rows(below, layout, corrupt)


def whole_rows(rows: Iterable[Row], layout: Layout, corrupt: CorruptRows) -> Iterator[Row]:
    """Yield the rows that have all columns; the others are corrupt."""
    width = layout.columns.width
    for line, cells in rows:
        if len(cells) < width:
            corrupt.add(line, f"expected {width} columns, got {len(cells)}")
            continue
        yield line, cells


def find_bars(table: Table) -> Layout:
    """Return the layout of a bar file.

    Raises:
        ImportRefused: it has no time, open, high, low and close.
    """
    return _find(table, recognise_bars, "bars (a time, open, high, low and close)")


def find_bars_or_ticks(table: Table) -> Layout:
    """Return the layout of a file of bars or of ticks.

    Raises:
        ImportRefused: it is neither.
    """

    def recognise(header: Sequence[str]) -> Columns | None:
        return recognise_bars(header) or recognise_ticks(header)

    return _find(
        table, recognise, "bars (a time, open, high, low, close) or ticks (a time, bid, ask, last)"
    )


def _find(
    table: Table, recognise: Callable[[Sequence[str]], Columns | None], expected: str
) -> Layout:
    first = list(islice(table.rows(), table.header_within))
    if not first:
        raise ImportRefused(f"{table.path.name}: expected {expected}, the file is empty.")
    stacked = _stacked_header(first)
    if stacked is not None:
        return stacked
    for line, cells in first:
        columns = recognise(cells)
        if columns is not None:
            return Layout(columns, line)
    headerless = _headerless(first[0][1])
    if headerless is not None:
        return Layout(headerless, 0)
    came = ", ".join(first[0][1])[:200]
    raise ImportRefused(
        f"{table.path.name}: expected columns of {expected}; its first line is: {came}. Name the"
        " columns so in a header line."
    )


def _stacked_header(first: Sequence[Row]) -> Layout | None:
    """Recognise yfinance's three lines: Price,Close,…; Ticker,AAPL,…; Date and blanks."""
    heads = [plain_name(cells[0]) for _, cells in first[:3]]
    if heads[:2] != ["price", "ticker"] or heads[2:] not in (["date"], ["datetime"]):
        return None
    prices, tickers, (line, times) = first[0][1], first[1][1], first[2]
    columns = recognise_bars([times[0], *prices[1:]])
    symbols = {ticker for ticker in tickers[1:] if ticker}
    if columns is None or len(symbols) != 1:
        return None
    return Layout(columns, line, symbols.pop())


def _headerless(cells: Sequence[str]) -> Columns | None:
    """Recognise time, open, high, low, close and perhaps volume, by a row of numbers."""
    if not cells[0][:1].isdigit():
        return None
    with_clock = len(cells) > 1 and _CLOCK.fullmatch(cells[1]) is not None
    places = {"time": 0, "time_of_day": 1} if with_clock else {"time": 0}
    numbers = cells[len(places) :]
    if len(numbers) < 4 or not all(_NUMBER.fullmatch(cell) for cell in numbers[:5]):
        return None
    roles = _BAR_ORDER[: len(numbers)]
    places.update({role: len(places) + at for at, role in enumerate(roles)})
    return Columns(places, len(cells))
