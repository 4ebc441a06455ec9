"""Looks through a bar file once: its symbols, its decimals and how far its bars are apart."""

from collections.abc import Callable, Iterable

from trading_api.modules.datafeed.importing.columns import Columns
from trading_api.modules.datafeed.importing.layout import Layout
from trading_api.modules.datafeed.importing.plain.survey import PlainSurvey
from trading_api.modules.datafeed.importing.survey import (
    PRICES,
    SymbolSurvey,
    symbol_of,
    time_of,
)
from trading_api.modules.datafeed.importing.tables.table import Row, Table

# Enough rows to meet two neighbouring bars and a day beyond the 12th.
_SAMPLED_TIMES = 5_000


def survey(
    table: Table, layout: Layout, symbol: str | None, on_rows: Callable[[int], None]
) -> dict[str, SymbolSurvey]:
    """Return what the file holds, by symbol; `symbol` stands for a column that is not there.

    Corrupt cells are passed over: reading the rows reports them.
    """
    columns = layout.columns
    plain, careful = PlainSurvey(columns, symbol), _Survey(columns, symbol, table.decimal_comma)
    found: dict[str, SymbolSurvey] = {}
    seen = 0
    for piece in table.pieces(layout.header_line, columns.places.values()):
        sampled = max(0, _SAMPLED_TIMES - seen)
        seen += plain.see(piece, sampled, found) or careful.see(piece.rows(), sampled, found)
        on_rows(seen)
    return found


class _Survey:
    """Looks at rows one by one."""

    def __init__(self, columns: Columns, symbol: str | None, decimal_comma: bool) -> None:
        self._columns = columns
        self._symbol = symbol
        self._comma = decimal_comma
        self._prices = [columns.places[role] for role in PRICES]
        self._volume = columns.place("volume")

    def see(self, rows: Iterable[Row], sampled: int, found: dict[str, SymbolSurvey]) -> int:
        """Take in the rows and the times of the first `sampled`; return how many were whole."""
        seen = 0
        for _, cells in rows:
            if len(cells) < self._columns.width:
                continue
            name = symbol_of(cells, self._columns, self._symbol)
            one = found.get(name) or found.setdefault(name, SymbolSurvey())
            self._see_numbers(cells, one)
            if seen < sampled:
                one.times.append(time_of(cells, self._columns))
            seen += 1
        return seen

    def _see_numbers(self, cells: list[str], one: SymbolSurvey) -> None:
        one.rows += 1
        for place in self._prices:
            one.prices.see(cells[place], self._comma)
        if self._volume is not None:
            one.volumes.see(cells[self._volume], self._comma)
