"""Looks through a bar file once: its symbols, its decimals and how far its bars are apart."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from trading_api.modules.datafeed.importing.columns import Columns
from trading_api.modules.datafeed.importing.numbers import fraction_of
from trading_api.modules.datafeed.importing.table import Table
from trading_api.modules.datafeed.importing.times import join_clock

PRICES = ("open", "high", "low", "close")
REPORT_EVERY = 20_000

# Zeros behind this many decimals are padding ("94123.45000000"); up to here they are how a price
# is quoted ("1.10000"). What is padded keeps its cents.
_QUOTED_DECIMALS = 5
_CENTS = 2

# More decimals than any market quotes are those of a printed binary fraction, of which this many
# significant digits are true.
_MARKET_DECIMALS = 10
_TRUE_DIGITS = 8

# Enough rows to meet two neighbouring bars and a day beyond the 12th.
_SAMPLED_TIMES = 5_000


@dataclass
class DecimalsSeen:
    """How many decimals the numbers of a column have.

    Zeros up to `quoted` decimals count; of padded numbers at least `least` decimals stay.
    """

    quoted: int = 0
    least: int = 0
    written: int = 0
    padded: int = 0
    smallest: float = math.inf

    def see(self, text: str, decimal_comma: bool) -> None:
        whole, _, fraction = text.partition(".")
        if decimal_comma or not (whole + fraction).isdecimal():
            fraction = fraction_of(text, decimal_comma=decimal_comma)
        if len(fraction) <= self.quoted:
            self.written = max(self.written, len(fraction))
            return
        self.padded = max(self.padded, self.least, len(fraction.rstrip("0")))
        if len(fraction) > _MARKET_DECIMALS and text.replace(".", "", 1).isdecimal():
            self.smallest = min(self.smallest, float(text) or math.inf)

    @property
    def most(self) -> int:
        return max(self.written, self.padded)

    @property
    def kept(self) -> int:
        """How many decimals are worth keeping."""
        if self.most <= _MARKET_DECIMALS:
            return self.most
        if self.smallest == math.inf:
            return _MARKET_DECIMALS
        needed = _TRUE_DIGITS - 1 - math.floor(math.log10(self.smallest))
        return min(max(needed, 2), _MARKET_DECIMALS)


@dataclass
class SymbolSurvey:
    """What a file says of one symbol."""

    rows: int = 0
    prices: DecimalsSeen = field(default_factory=lambda: DecimalsSeen(_QUOTED_DECIMALS, _CENTS))
    volumes: DecimalsSeen = field(default_factory=DecimalsSeen)
    times: list[str] = field(default_factory=list)


def survey(
    table: Table,
    columns: Columns,
    header_line: int,
    symbol: str | None,
    on_rows: Callable[[int], None],
) -> dict[str, SymbolSurvey]:
    """Return what the file holds, by symbol; `symbol` stands for a column that is not there.

    Corrupt cells are passed over: reading the rows reports them.
    """
    found: dict[str, SymbolSurvey] = {}
    prices = [columns.places[role] for role in PRICES]
    volume, comma, sampled, seen = columns.place("volume"), table.decimal_comma, 0, 0
    for line, cells in table.rows():
        if line <= header_line or len(cells) < columns.width:
            continue
        seen += 1
        if seen % REPORT_EVERY == 0:
            on_rows(seen)
        name = symbol_of(cells, columns, symbol)
        one = found.get(name) or found.setdefault(name, SymbolSurvey())
        one.rows += 1
        for place in prices:
            one.prices.see(cells[place], comma)
        if volume is not None:
            one.volumes.see(cells[volume], comma)
        if sampled < _SAMPLED_TIMES:
            sampled += 1
            one.times.append(time_of(cells, columns))
    return found


def symbol_of(cells: list[str], columns: Columns, symbol: str | None) -> str:
    """Return the row's symbol, without the exchange that may stand before it."""
    place = columns.place("symbol")
    if place is None:
        return symbol or ""
    return cells[place].strip().rpartition(":")[2]


def time_of(cells: list[str], columns: Columns) -> str:
    """Return the text of the row's time, of one column or of two."""
    date = cells[columns.places["time"]].strip()
    place = columns.place("time_of_day")
    return date if place is None else join_clock(date, cells[place].strip())
