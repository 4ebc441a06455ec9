"""`trading-pro import`: a file of bars into the bars store, whole or not at all."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trading_api.settings import load_settings
from trading_api.shared.counted import counted

from .data_dir import make_data_dir
from .failure import CommandFailed
from .progress import progress_for_stderr

if TYPE_CHECKING:
    from trading_api.modules.datafeed.bars_store import BarsStore
    from trading_api.modules.datafeed.importing import ImportReport, SeriesReport

BARS_FILE = "bars.sqlite3"


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "import", parents=[common], help="import a file of bars, all of it or nothing"
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="CSV, plain or gzip, or Parquet")
    parser.add_argument(
        "--symbol", help="symbol of a file without a symbol column; of one with, selects"
    )
    parser.add_argument(
        "--resolution", metavar="1|5|15|30|60|240|1D", help="told by the file by default"
    )
    parser.add_argument("--tz", metavar="ZONE", help="zone of times that name none (UTC)")
    parser.add_argument(
        "--calendar",
        metavar="24x7|XNYS|XLON|XTKS|CME-EXAMPLE",
        help="when the symbols trade (as known, or 24x7)",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import the file and say what came of it."""
    from trading_api.modules.datafeed.importing import ImportRefused, import_file

    settings = load_settings(data_dir=arguments.data_dir)
    make_data_dir(settings.data_dir)
    with _open_store(settings.data_dir) as store, progress_for_stderr() as progress:
        try:
            report = import_file(
                arguments.file,
                store,
                symbol=arguments.symbol,
                resolution=arguments.resolution,
                tz=arguments.tz,
                calendar=arguments.calendar,
                progress=progress.show,
            )
        except ImportRefused as refused:
            raise CommandFailed(refused.message) from None
        _print(report)
        for warning in _outside(store, report):
            print(f"note: {warning}")
    return 0


@contextmanager
def _open_store(data_dir: Path) -> "Iterator[BarsStore]":
    from trading_api.modules.datafeed.bars_store import BarsStore

    store = BarsStore(data_dir / BARS_FILE)
    store.open()
    try:
        yield store
    finally:
        store.close()


def _print(report: "ImportReport") -> None:
    for note in report.notes:
        print(f"note: {note}")
    for series in report.series:
        print(_sentence(series))


def _outside(store: "BarsStore", report: "ImportReport") -> "Iterator[str]":
    """Yield what a wrong zone looks like: bars at hours in which their exchange is closed."""
    for one in report.series:
        if one.resolution == "1D":
            continue
        outside = store.outside_sessions(one.symbol, one.resolution, one.first_time, one.last_time)
        if outside:
            yield (
                f"{counted(outside, 'bar')} of {one.symbol} {'lies' if outside == 1 else 'lie'}"
                f" outside the sessions of {one.calendar}; if"
                " their times are an exchange's, name its zone with --tz (America/New_York)"
            )


def _sentence(series: "SeriesReport") -> str:
    span = f"{_day(series.first_time)} to {_day(series.last_time)}"
    return (
        f"{series.symbol} {series.resolution}: {counted(series.bars, 'bar')}, {span}"
        f" ({series.new:,} new, {series.changed:,} changed), calendar {series.calendar}"
    )


def _day(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms / 1000, UTC).strftime("%Y-%m-%d")
