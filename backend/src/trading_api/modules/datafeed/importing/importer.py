"""Imports a bar file into the store: all of it, or nothing and the reasons."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypedDict, Unpack

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing.bar_columns import BarColumns
from trading_api.modules.datafeed.importing.bar_format import Reading, bar_format
from trading_api.modules.datafeed.importing.bar_pieces import read_pieces
from trading_api.modules.datafeed.importing.bar_rows import BarFormat
from trading_api.modules.datafeed.importing.describe import describe
from trading_api.modules.datafeed.importing.layout import find_bars
from trading_api.modules.datafeed.importing.progress import ImportProgress, Progress
from trading_api.modules.datafeed.importing.refusal import CorruptRows, ImportRefused
from trading_api.modules.datafeed.importing.spacing import known_resolution
from trading_api.modules.datafeed.importing.storing.order import TimeOrder
from trading_api.modules.datafeed.importing.storing.series import SeriesReport
from trading_api.modules.datafeed.importing.storing.staging import Staging
from trading_api.modules.datafeed.importing.storing.transaction import StoreWriter, transaction
from trading_api.modules.datafeed.importing.tables.opening import open_table
from trading_api.modules.datafeed.importing.tables.table import Table
from trading_api.modules.datafeed.sessions import CALENDARS


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


class Said(TypedDict, total=False):
    """What the user says of a file; None leaves it to the file."""

    symbol: str | None
    """The symbol of a file without a symbol column; of one with, selects."""
    resolution: str | None
    """By default told by how far the bars are apart."""
    tz: str | None
    """Zone of times that name none, UTC by default; of daily bars the exchange's."""
    calendar: str | None
    """When the symbols trade; by default as stored, else around the clock."""


class _Job(NamedTuple):
    table: Table
    form: BarFormat
    said: Said
    report: Progress


class _OutOfOrder(Exception):
    """A bar is not later than the one before it in its series."""


def import_file(
    path: Path, store: BarsStore, *, progress: Progress | None = None, **said: Unpack[Said]
) -> ImportReport:
    """Import a file of bars into an open store; blocks, in one transaction.

    Args:
        path: CSV, plain or gzip, or Parquet; rows in any order, the same bar may be repeated.
        store: an open store.
        progress: called every few thousand rows and at the end of each step.
        said: what the file leaves open, see `Said`.

    Raises:
        ImportRefused: the file cannot be taken, and nothing of it was.
    """
    report, table = progress or (lambda _: None), open_table(path)

    def on_surveyed(rows: int) -> None:
        report(ImportProgress("survey", rows, None, table.share_read))

    form = bar_format(table, find_bars(table), _reading(said), on_surveyed)
    try:
        with store.database.writer() as connection:
            series = _store(connection, _Job(table, form, said, report))
    except sqlite3.Error as error:
        raise ImportRefused(
            f"{path.name}: expected to write {store.database.path}, got: {error}; nothing was"
            " taken, see to it and try again."
        ) from error
    report(ImportProgress("store", form.rows, form.rows, 1.0))
    return ImportReport(path, tuple(series), form.notes)


def _reading(said: Said) -> Reading:
    calendar, resolution = said.get("calendar"), said.get("resolution")
    if calendar is not None and calendar not in CALENDARS:
        raise ImportRefused(
            f"expected a calendar of {', '.join(CALENDARS)}, got {calendar[:40]!r}."
        )
    return Reading(said.get("symbol"), resolution and known_resolution(resolution), said.get("tz"))


def _store(connection: sqlite3.Connection, job: _Job) -> list[SeriesReport]:
    try:
        return _store_in_order(connection, job)
    except _OutOfOrder:
        return _store_sorted(connection, job)


def _store_in_order(connection: sqlite3.Connection, job: _Job) -> list[SeriesReport]:
    """Write what comes in order of time as it is read.

    Raises:
        _OutOfOrder: it does not come so; nothing was written.
    """
    corrupt = CorruptRows(job.table.path, job.table.row_word)
    with transaction(connection):
        writer, order = _writer(connection, job), TimeOrder(len(job.form.decimals))
        for bars in _read(job, corrupt):
            if not order.follow(bars, job.form.resolution, corrupt):
                raise _OutOfOrder
            if not corrupt.count:
                writer.write(bars)
        corrupt.refuse_any()
        return _finish(job, writer)


def _store_sorted(connection: sqlite3.Connection, job: _Job) -> list[SeriesReport]:
    """Write what comes in any order, when all of it is read and sorted."""
    corrupt = CorruptRows(job.table.path, job.table.row_word)
    staging = Staging(connection)
    for bars in _read(job, corrupt):
        staging.add(bars, corrupt)
    with transaction(connection):
        writer, order = _writer(connection, job), TimeOrder(len(job.form.decimals))
        written = 0
        for bars in staging.sorted():
            order.follow(bars, job.form.resolution, corrupt)
            if not corrupt.count:
                writer.write(bars)
            written += bars.bars
            share = written / job.form.rows
            job.report(ImportProgress("sort", written, job.form.rows, share))
        corrupt.refuse_any()
        return _finish(job, writer)


def _read(job: _Job, corrupt: CorruptRows) -> Iterator[BarColumns]:
    rows, total = 0, job.form.rows
    for bars in read_pieces(job.table, job.form, corrupt):
        rows += bars.bars
        yield bars
        job.report(ImportProgress("read", rows, total, job.table.share_read))


def _writer(connection: sqlite3.Connection, job: _Job) -> StoreWriter:
    form, tz = job.form, job.said.get("tz")
    instruments = [
        describe(name, form.resolution, decimals, tz)
        for name, decimals in sorted(form.decimals.items())
    ]
    return StoreWriter(connection, instruments, form.resolution, job.said.get("calendar"))


def _finish(job: _Job, writer: StoreWriter) -> list[SeriesReport]:
    stored, total = 0, job.form.rows
    reports: list[SeriesReport] = []
    job.report(ImportProgress("store", 0, total))
    for one in writer.finish():
        reports.append(one)
        stored += one.bars
        if stored < total:
            job.report(ImportProgress("store", stored, total, stored / total))
    return reports
