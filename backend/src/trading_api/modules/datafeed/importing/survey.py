"""What a look through a file finds out about a symbol: its decimals and some of its times."""

import math
from dataclasses import dataclass, field

from trading_api.modules.datafeed.importing.columns import Columns
from trading_api.modules.datafeed.importing.numbers import fraction_of
from trading_api.modules.datafeed.importing.times import join_clock

PRICES = ("open", "high", "low", "close")

# Zeros behind this many decimals are padding ("94123.45000000"); up to here they are how a price
# is quoted ("1.10000"). What is padded keeps its cents.
_QUOTED_DECIMALS = 5
_CENTS = 2

# More decimals than any market quotes are those of a printed binary fraction, of which this many
# significant digits are true.
MARKET_DECIMALS = 10
_TRUE_DIGITS = 8


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
        if len(fraction) > MARKET_DECIMALS and text.replace(".", "", 1).isdecimal():
            self.smallest = min(self.smallest, float(text) or math.inf)

    def see_all(self, written: int, padded: int, smallest: float) -> None:
        """Take in what many numbers come to together, by the same fields."""
        self.written = max(self.written, written)
        self.padded = max(self.padded, padded)
        self.smallest = min(self.smallest, smallest)

    @property
    def most(self) -> int:
        return max(self.written, self.padded)

    @property
    def kept(self) -> int:
        """How many decimals are worth keeping."""
        if self.most <= MARKET_DECIMALS:
            return self.most
        if self.smallest == math.inf:
            return MARKET_DECIMALS
        needed = _TRUE_DIGITS - 1 - math.floor(math.log10(self.smallest))
        return min(max(needed, 2), MARKET_DECIMALS)


@dataclass
class SymbolSurvey:
    """What a file says of one symbol."""

    rows: int = 0
    prices: DecimalsSeen = field(default_factory=lambda: DecimalsSeen(_QUOTED_DECIMALS, _CENTS))
    volumes: DecimalsSeen = field(default_factory=DecimalsSeen)
    times: list[str] = field(default_factory=list)


def symbol_of(cells: list[str], columns: Columns, symbol: str | None) -> str:
    """Return the row's symbol, without the exchange that may stand before it."""
    place = columns.place("symbol")
    if place is None:
        return symbol or ""
    return without_exchange(cells[place])


def without_exchange(text: str) -> str:
    """Return the symbol of a cell that may hold its exchange too."""
    return text.strip().rpartition(":")[2]


def time_of(cells: list[str], columns: Columns) -> str:
    """Return the text of the row's time, of one column or of two."""
    place = columns.place("time_of_day")
    return time_text(cells[columns.places["time"]], None if place is None else cells[place])


def time_text(date: str, clock: str | None) -> str:
    """Return the text of a time that is in one cell or, with its clock apart, in two."""
    return date.strip() if clock is None else join_clock(date.strip(), clock.strip())
