"""Reads the file of a replay: bars, or ticks of quotes and trades."""

from itertools import pairwise
from pathlib import Path

from trading_api.modules.datafeed.importing.bar_format import Reading, bar_format, wanted_symbol
from trading_api.modules.datafeed.importing.bar_rows import BarRow, read_bars
from trading_api.modules.datafeed.importing.describe import describe
from trading_api.modules.datafeed.importing.layout import Layout, find_bars_or_ticks
from trading_api.modules.datafeed.importing.refusal import CorruptRows
from trading_api.modules.datafeed.importing.tables.opening import open_table
from trading_api.modules.datafeed.importing.tables.table import Table
from trading_api.modules.datafeed.resolutions import bucket_start

from .replay_series import BarSeries, ReplaySeries, Rows, TickSeries
from .replay_ticks import TickRow, read_ticks, tick_format


def read_replay(path: Path, symbol: str | None) -> list[ReplaySeries]:
    """Return the series of a file by symbol, one or more; blocks.

    Raises:
        ImportRefused: the file cannot be replayed.
    """
    table = open_table(path)
    layout = find_bars_or_ticks(table)
    if layout.columns.are_bars:
        return _bar_series(table, layout, symbol)
    return _tick_series(table, layout, wanted_symbol(table, layout, symbol))


def _bar_series(table: Table, layout: Layout, symbol: str | None) -> list[ReplaySeries]:
    form = bar_format(table, layout, Reading(symbol), lambda _: None)
    corrupt = CorruptRows(table.path)
    by_symbol: dict[str, list[BarRow]] = {name: [] for name in form.decimals}
    for row in read_bars(table, form, corrupt):
        by_symbol[row.symbol].append(row)
    series: list[ReplaySeries] = []
    for name, rows in sorted(by_symbol.items()):
        rows.sort(key=lambda row: (row.time, row.line))
        instrument = describe(name, form.resolution, form.decimals[name], None, live=True)
        packed = _distinct(rows, form.resolution, corrupt)
        series.append(BarSeries(instrument, form.resolution, packed))
        rows.clear()
    corrupt.refuse_any()
    return series


def _distinct(rows: list[BarRow], resolution: str, corrupt: CorruptRows) -> Rows:
    """Pack the bars, each once; report what contradicts another or stands off the grid."""
    packed = Rows(7)
    kept: BarRow | None = None
    for row in rows:
        if bucket_start(row.time, resolution) != row.time:
            corrupt.add(
                row.line,
                f"does not start on the grid of {resolution} minutes in UTC, so that its ticks"
                " would fall into two bars; import the file instead",
            )
        elif kept is None or kept.time != row.time:
            packed.append(row[1:])
            kept = row
        elif kept[:-1] != row[:-1]:
            corrupt.add(row.line, f"repeats the time of line {kept.line} with other values")
    return packed


def _tick_series(table: Table, layout: Layout, symbol: str | None) -> list[ReplaySeries]:
    form = tick_format(table, layout, symbol)
    corrupt = CorruptRows(table.path)
    by_symbol: dict[str, list[TickRow]] = {name: [] for name in form.decimals}
    for row in read_ticks(table, form, corrupt):
        by_symbol[row.symbol].append(row)
    for rows in by_symbol.values():
        _put_forward(rows, corrupt)
    corrupt.refuse_any()
    is_quoted = {"bid", "ask"} <= layout.columns.places.keys()
    return [
        TickSeries(
            describe(name, "1", form.decimals[name], None, live=True),
            _packed(rows),
            is_quoted=is_quoted,
        )
        for name, rows in sorted(by_symbol.items())
    ]


def _put_forward(rows: list[TickRow], corrupt: CorruptRows) -> None:
    """Turn rows round that begin with the newest; report those that go back in time."""
    if rows and rows[0].time > rows[-1].time:
        rows.reverse()
    for row, later in pairwise(rows):
        if later.time < row.time:
            corrupt.add(later.line, f"goes back in time, behind line {row.line}")


def _packed(rows: list[TickRow]) -> Rows:
    packed = Rows(8)
    for row in rows:
        packed.append(row[1:])
    rows.clear()
    return packed
