"""Imports a bar file into the store: all of it, or nothing and the reasons."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import tzinfo
from itertools import islice
from pathlib import Path
from typing import Literal

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing.bar_rows import BarFormat, BarRow, Decimals, read_bars
from trading_api.modules.datafeed.importing.describe import describe
from trading_api.modules.datafeed.importing.layout import Layout, find_bars
from trading_api.modules.datafeed.importing.refusal import CorruptRows, ImportRefused
from trading_api.modules.datafeed.importing.spacing import infer_resolution, known_resolution
from trading_api.modules.datafeed.importing.staging import SeriesReport, Staging
from trading_api.modules.datafeed.importing.survey import SymbolSurvey, survey
from trading_api.modules.datafeed.importing.table import Table
from trading_api.modules.datafeed.importing.times import choose_reader, time_zone

_BATCH = 5_000


@dataclass(frozen=True)
class ImportProgress:
    """How far an import is; `total_rows` is None while the file is looked through first."""

    step: Literal["survey", "read", "store"]
    rows: int
    total_rows: int | None


Progress = Callable[[ImportProgress], None]


@dataclass(frozen=True)
class ImportReport:
    """What an import did, by symbol; `notes` are sentences for the user."""

    path: Path
    series: tuple[SeriesReport, ...]
    notes: tuple[str, ...]

    @property
    def bars(self) -> int:
        return sum(one.bars for one in self.series)

    @property
    def new(self) -> int:
        return sum(one.new for one in self.series)

    @property
    def changed(self) -> int:
        return sum(one.changed for one in self.series)


def import_file(
    path: Path,
    store: BarsStore,
    *,
    symbol: str | None = None,
    resolution: str | None = None,
    tz: str | None = None,
    progress: Progress | None = None,
) -> ImportReport:
    """Import a file of bars into an open store; blocks, in one transaction.

    Args:
        path: CSV, plain or gzip; rows in any order, the same bar may be repeated.
        store: an open store.
        symbol: the symbol of a file without a symbol column; of one with, selects.
        resolution: by default told by how far the bars are apart.
        tz: zone of times that name none, UTC by default; of daily bars the exchange's.
        progress: called every few thousand rows and at the end of each step.

    Raises:
        ImportRefused: the file cannot be taken, and nothing of it was.
    """
    report = progress or (lambda _: None)
    named = resolution and known_resolution(resolution)
    table, zone = Table(path), time_zone(tz)
    layout = find_bars(table)
    found = _surveyed(table, layout, symbol, report)
    total = sum(one.rows for one in found.values())
    form, notes = _format(layout, found, zone, named, symbol or layout.symbol)
    corrupt = CorruptRows(path)
    with store.database.writer() as connection:
        staging = Staging(connection)
        for rows, batch in _batches(read_bars(table, form, corrupt)):
            staging.add(batch, corrupt)
            report(ImportProgress("read", rows, total))
        if form.resolution not in ("1", "1D"):
            staging.find_overlaps(form.resolution, corrupt)
        corrupt.refuse_any()
        report(ImportProgress("store", 0, total))
        instruments = [
            describe(name, form.resolution, decimals, tz)
            for name, decimals in sorted(form.decimals.items())
        ]
        series = staging.merge(instruments, form.resolution)
    report(ImportProgress("store", total, total))
    return ImportReport(path, tuple(series), tuple(notes))


def _surveyed(
    table: Table, layout: Layout, symbol: str | None, report: Progress
) -> dict[str, SymbolSurvey]:
    """Look through the file and keep the wanted symbols."""
    symbol = symbol or layout.symbol
    has_column = layout.columns.place("symbol") is not None
    if not has_column and not symbol:
        raise ImportRefused(
            f"{table.path.name}: expected a column symbol or ticker, the file has none; name its"
            " symbol with --symbol."
        )

    def on_rows(rows: int) -> None:
        report(ImportProgress("survey", rows, None))

    found = survey(table, layout.columns, layout.header_line, symbol, on_rows)
    if not found:
        raise ImportRefused(f"{table.path.name}: expected rows below the header, there are none.")
    if not (has_column and symbol):
        return found
    if symbol not in found:
        holds = ", ".join(sorted(found)[:20])
        raise ImportRefused(
            f"{table.path.name}: expected rows of {symbol}, the file holds {holds}."
        )
    return {symbol: found[symbol]}


def _format(
    layout: Layout,
    found: dict[str, SymbolSurvey],
    zone: tzinfo,
    resolution: str | None,
    symbol: str | None,
) -> tuple[BarFormat, list[str]]:
    samples = [one.times for one in found.values()]
    reader = choose_reader([time for times in samples for time in times], zone)
    notes = [
        f"{name}: prices have {one.prices.most} decimals, as printed binary fractions do;"
        f" rounded to {one.prices.kept}"
        for name, one in found.items()
        if one.prices.kept < one.prices.most
    ]
    decimals = {name: Decimals(one.prices.kept, one.volumes.kept) for name, one in found.items()}
    resolution = resolution or infer_resolution(samples, reader)
    return BarFormat(layout, reader, resolution, decimals, symbol), notes


def _batches(rows: Iterable[BarRow]) -> Iterator[tuple[int, list[BarRow]]]:
    """Yield batches, each with the number of rows so far."""
    source, count = iter(rows), 0
    while batch := list(islice(source, _BATCH)):
        count += len(batch)
        yield count, batch
