"""Looks through well-formed rows of bars, a column at a time."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from trading_api.modules.datafeed.importing.columns import Columns
from trading_api.modules.datafeed.importing.survey import (
    MARKET_DECIMALS,
    PRICES,
    DecimalsSeen,
    SymbolSurvey,
    time_text,
    without_exchange,
)
from trading_api.modules.datafeed.importing.tables.table import Piece

from .fields import Fields, Integers, find_fields
from .numbers import Numbers, read_numbers
from .symbols import Symbols


class PlainSurvey:
    """Looks at pieces of one file."""

    def __init__(self, columns: Columns, symbol: str | None) -> None:
        self._columns = columns
        self._symbol = symbol
        self._numbers: dict[str, int] = {}
        self._symbols = Symbols(self._number_of)
        self._roles = [role for role in (*PRICES, "volume") if role in columns.places]

    def see(self, piece: Piece, sampled: int, found: dict[str, SymbolSurvey]) -> int:
        """Take in the rows and the times of the first `sampled`; return how many there were.

        None are taken in where one is not plain.
        """
        text = piece.text
        fields = None if text is None else find_fields(text, self._columns.width)
        if text is None or fields is None:
            return 0
        series = self._series(fields)
        numbers = [
            read_numbers(fields.column(self._columns.places[role]), text.point)
            for role in self._roles
        ]
        if series is None or any(one is None for one in numbers):
            return 0
        groups = _Groups(series)
        names = list(self._numbers)
        surveys = [found.setdefault(names[one], SymbolSurvey()) for one in groups.series]
        for survey, rows in zip(surveys, groups.sizes, strict=True):
            survey.rows += rows
        for role, read in zip(self._roles, numbers, strict=True):
            if read is not None:
                seen = [one.volumes if role == "volume" else one.prices for one in surveys]
                groups.take_in(read, seen)
        self._sample(fields, series, sampled, found)
        return fields.rows

    def _number_of(self, text: str) -> int:
        return self._numbers.setdefault(without_exchange(text), len(self._numbers))

    def _series(self, fields: Fields) -> Integers | None:
        place = self._columns.place("symbol")
        if place is not None:
            return self._symbols.read(fields.column(place))
        return np.full(fields.rows, self._numbers.setdefault(self._symbol or "", 0), np.int64)

    def _sample(
        self, fields: Fields, series: Integers, sampled: int, found: dict[str, SymbolSurvey]
    ) -> None:
        rows = slice(0, sampled)
        dates = fields.column(self._columns.places["time"]).texts(rows)
        clock = self._columns.place("time_of_day")
        clocks = [None] * len(dates) if clock is None else fields.column(clock).texts(rows)
        names = list(self._numbers)
        for one, date, time in zip(series[rows].tolist(), dates, clocks, strict=True):
            found[names[one]].times.append(time_text(date, time))


class _Groups:
    """The rows of each series, found once for all columns of numbers."""

    def __init__(self, series: Integers) -> None:
        self._order: Integers | slice = slice(None)
        if (series[1:] < series[:-1]).any():
            self._order = np.argsort(series, kind="stable")
            series = series[self._order]
        self._heads = np.flatnonzero(np.diff(series, prepend=-1))
        self.series: list[int] = series[self._heads].tolist()
        self.sizes: list[int] = np.diff(self._heads, append=len(series)).tolist()

    def take_in(self, numbers: Numbers, seen: Sequence[DecimalsSeen]) -> None:
        """Let each series see its numbers."""
        decimals = numbers.decimals[self._order]
        fine = decimals > seen[0].quoted
        written = np.maximum.reduceat(np.where(fine, 0, decimals), self._heads).tolist()
        if not fine.any():
            for one, most in zip(seen, written, strict=True):
                one.see_all(most, 0, math.inf)
            return
        digits = numbers.digits[self._order]
        padded = np.where(fine, np.maximum(_unpadded(digits, decimals), seen[0].least), 0)
        most_padded = np.maximum.reduceat(padded, self._heads).tolist()
        smallest = np.minimum.reduceat(_printed(digits, decimals), self._heads).tolist()
        for one, *together in zip(seen, written, most_padded, smallest, strict=True):
            one.see_all(*together)


def _unpadded(digits: Integers, decimals: Integers) -> Integers:
    """Return how many decimals are left without zeros at the end."""
    left, digits = decimals.copy(), digits.copy()
    while (zeros := (left > 0) & (digits % 10 == 0)).any():
        left -= zeros
        digits = np.where(zeros, digits // 10, digits)
    return left


def _printed(digits: Integers, decimals: Integers) -> NDArray[np.float64]:
    """Return what is written with more decimals than a market quotes, the rest as infinite."""
    printed = (decimals > MARKET_DECIMALS) & (digits > 0)
    return np.where(printed, digits / 10.0**decimals, math.inf)
