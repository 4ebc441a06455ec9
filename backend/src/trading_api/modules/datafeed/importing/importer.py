"""Imports a bar file into the store: all of it, or nothing and the reasons."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing.bar_format import Reading, bar_format
from trading_api.modules.datafeed.importing.bar_rows import BarFormat, BarRow, read_bars
from trading_api.modules.datafeed.importing.describe import describe
from trading_api.modules.datafeed.importing.layout import find_bars
from trading_api.modules.datafeed.importing.refusal import CorruptRows, ImportRefused
from trading_api.modules.datafeed.importing.spacing import known_resolution
from trading_api.modules.datafeed.importing.staging import SeriesReport, Staging
from trading_api.modules.datafeed.importing.table import Table

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

    def on_surveyed(rows: int) -> None:
        report(ImportProgress("survey", rows, None))

    table, reading = Table(path), Reading(symbol, resolution and known_resolution(resolution), tz)
    form = bar_format(table, find_bars(table), reading, on_surveyed)
    try:
        with store.database.writer() as connection:
            series = _stage_and_merge(table, form, tz, Staging(connection), report)
    except sqlite3.Error as error:
        raise ImportRefused(
            f"{path.name}: expected to write {store.database.path}, got: {error}; nothing was"
            " taken, see to it and try again."
        ) from error
    return ImportReport(path, tuple(series), form.notes)


def _stage_and_merge(
    table: Table, form: BarFormat, tz: str | None, staging: Staging, report: Progress
) -> list[SeriesReport]:
    corrupt = CorruptRows(table.path)
    for rows, batch in _batches(read_bars(table, form, corrupt)):
        staging.add(batch, corrupt)
        report(ImportProgress("read", rows, form.rows))
    if form.resolution not in ("1", "1D"):
        staging.find_overlaps(form.resolution, corrupt)
    corrupt.refuse_any()
    report(ImportProgress("store", 0, form.rows))
    instruments = [
        describe(name, form.resolution, decimals, tz)
        for name, decimals in sorted(form.decimals.items())
    ]
    series = staging.merge(instruments, form.resolution)
    report(ImportProgress("store", form.rows, form.rows))
    return series


def _batches(rows: Iterable[BarRow]) -> Iterator[tuple[int, list[BarRow]]]:
    """Yield batches, each with the number of rows so far."""
    source, count = iter(rows), 0
    while batch := list(islice(source, _BATCH)):
        count += len(batch)
        yield count, batch
