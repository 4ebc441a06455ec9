"""Reads a bar file by the piece: plain pieces at once, row by row where something is not plain."""

from collections.abc import Iterator

from trading_api.modules.datafeed.importing.bar_columns import BarColumns, columns_of
from trading_api.modules.datafeed.importing.bar_rows import BarFormat, RowReader
from trading_api.modules.datafeed.importing.plain.bars import PlainBars
from trading_api.modules.datafeed.importing.refusal import CorruptRows
from trading_api.modules.datafeed.importing.tables.table import Table


def read_pieces(table: Table, form: BarFormat, corrupt: CorruptRows) -> Iterator[BarColumns]:
    """Yield the good bars of the wanted symbols, each series of a piece together."""
    plain, careful = PlainBars(form), RowReader(form, table.decimal_comma)
    series = {name: place for place, name in enumerate(sorted(form.decimals))}
    for piece in table.pieces(form.layout.header_line, form.layout.columns.places.values()):
        bars = plain.read(piece)
        if bars is None:
            bars = columns_of(list(careful.read(piece.rows(), corrupt)), series)
        if bars.bars:
            yield bars.by_series()
