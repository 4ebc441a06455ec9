"""Reads well-formed rows of bars, a column at a time."""

import numpy as np

from trading_api.modules.datafeed.importing.bar_columns import BarColumns
from trading_api.modules.datafeed.importing.bar_rows import BarFormat, is_symbol
from trading_api.modules.datafeed.importing.survey import PRICES, without_exchange
from trading_api.modules.datafeed.importing.tables.table import Piece

from .fields import Cells, Fields, Integers, find_fields
from .numbers import read_numbers, scaled
from .symbols import Symbols
from .times import read_days, read_instants

_UNWANTED, _CORRUPT = -1, -2


class PlainBars:
    """Reads pieces of one file."""

    def __init__(self, form: BarFormat) -> None:
        self._form = form
        self._columns = form.layout.columns
        names = sorted(form.decimals)
        self._places = {name: place for place, name in enumerate(names)}
        self._symbols = Symbols(self._place_of)
        self._prices = np.array([form.decimals[name].price for name in names], np.int64)
        self._volumes = np.array([form.decimals[name].volume for name in names], np.int64)

    def read(self, piece: Piece) -> BarColumns | None:
        """Return the wanted bars; None where any row is not plainly right, and must be read alone.

        What is returned is what reading the rows one by one returns.
        """
        fields = None if piece.text is None else find_fields(piece.text, self._columns.width)
        if piece.text is None or fields is None:
            return None
        series = self._series(fields)
        if series is None or (series == _CORRUPT).any():
            return None
        rows = piece.first_row + np.arange(fields.rows)
        wanted = series >= 0
        if not wanted.all():
            fields, series, rows = fields.taken(wanted), series[wanted], rows[wanted]
        return self._bars(fields, series, rows, piece.text.point)

    def _bars(
        self, fields: Fields, series: Integers, rows: Integers, point: int
    ) -> BarColumns | None:
        if not fields.rows:
            return BarColumns(*(np.zeros(0, np.int64) for _ in BarColumns._fields))
        times = self._times(fields)
        if times is None:
            return None
        columns = [series, times]
        for role in (*PRICES, "volume"):
            numbers = self._numbers(fields, role, series, point)
            if numbers is None:
                return None
            columns.append(numbers)
        bars = BarColumns._make([*columns, rows])
        return bars if _are_right(bars) else None

    def _place_of(self, text: str) -> int:
        name = without_exchange(text)
        if name not in self._places:
            return _UNWANTED
        return self._places[name] if is_symbol(name) else _CORRUPT

    def _series(self, fields: Fields) -> Integers | None:
        place = self._columns.place("symbol")
        if place is None:
            return np.full(fields.rows, self._place_of(self._form.symbol or ""), np.int64)
        return self._symbols.read(fields.column(place))

    def _times(self, fields: Fields) -> Integers | None:
        clock = self._columns.place("time_of_day")
        cells: tuple[Cells, Cells | None] = (
            fields.column(self._columns.places["time"]),
            None if clock is None else fields.column(clock),
        )
        read = read_days if self._form.resolution == "1D" else read_instants
        return read(*cells, self._form.times)

    def _numbers(self, fields: Fields, role: str, series: Integers, point: int) -> Integers | None:
        place = self._columns.place(role)
        if place is None:
            return np.zeros(fields.rows, np.int64)
        numbers = read_numbers(fields.column(place), point)
        decimals = self._volumes if role == "volume" else self._prices
        return None if numbers is None else scaled(numbers, decimals[series])


def _are_right(bars: BarColumns) -> bool:
    _, _, open_, high, low, close, _, _ = bars
    within = (low <= open_) & (open_ <= high) & (low <= close) & (close <= high)
    return bool(within.all() and low.min() > 0)
