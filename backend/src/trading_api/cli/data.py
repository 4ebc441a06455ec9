"""`trading-pro data`: what bars and ticks are stored, whether they are sound, and out with them."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trading_api.settings import load_settings
from trading_api.shared.counted import counted

from .failure import CommandFailed

if TYPE_CHECKING:
    from trading_api.modules.datafeed.inventory.stored_series import StoredSeries

END_OF_TIME_MS = 2**53 - 1


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("data", help="list, verify or export the stored bars and ticks")
    what = parser.add_subparsers(title="what to do", metavar="ACTION", required=True)
    status = what.add_parser("status", parents=[common], help="list what is stored, and its gaps")
    status.add_argument("--json", action="store_true", help="for programs, times in Unix ms")
    status.set_defaults(run=run_status)
    verify = what.add_parser(
        "verify", parents=[common], help="look at every bar, and at the ticks behind it"
    )
    verify.set_defaults(run=run_verify)
    export = what.add_parser("export", parents=[common], help="write a series as CSV")
    export.add_argument("series", metavar="SERIES", help="as listed: simulated:AAPL, or AAPL")
    export.add_argument("file", metavar="FILE", type=Path, help="a new file; .gz is compressed")
    export.add_argument("--resolution", help="of a symbol that was imported in several")
    export.add_argument("--ticks", action="store_true", help="the ticks instead of the bars")
    export.add_argument("--from", dest="start", type=_moment, default=0, metavar="TIME")
    export.add_argument("--to", dest="end", type=_moment, default=END_OF_TIME_MS, metavar="TIME")
    export.set_defaults(run=run_export)


def run_status(arguments: argparse.Namespace) -> int:
    """Print a line a series."""
    from trading_api.modules.datafeed.inventory.listing import stored_series

    settings = load_settings(data_dir=arguments.data_dir)
    with stored_series(settings.data_dir) as found:
        rows = [_figures(series) for series in found]
    if arguments.json:
        print(json.dumps(rows, indent=2))
        return 0
    for row in rows:
        print(_sentence(row))
    if not rows:
        print(f"nothing is stored in {settings.data_dir}")
    return 0


def run_verify(arguments: argparse.Namespace) -> int:
    """Say of each series what was looked at; 1 when something is wrong."""
    from trading_api.modules.datafeed.inventory.listing import stored_series

    settings = load_settings(data_dir=arguments.data_dir)
    wrong = 0
    with stored_series(settings.data_dir) as found:
        for series in found:
            seen = series.verify()
            for fault in seen.faults:
                print(fault, file=sys.stderr)
            wrong += len(seen.faults)
            folded = f", {seen.refolded:,} of them folded again from their ticks"
            looked_at = f"{counted(seen.bars, 'bar')}{folded if seen.refolded else ''}"
            state = counted(len(seen.faults), "fault") if seen.faults else "sound"
            print(f"{series.name} {series.resolution}: {looked_at}: {state}")
    if wrong:
        raise CommandFailed(f"{counted(wrong, 'fault')} in {settings.data_dir}")
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    """Write the file and say how much it holds."""
    from trading_api.modules.datafeed.inventory.exporting import (
        export_bars,
        export_ticks,
        write_rows,
    )
    from trading_api.modules.datafeed.inventory.listing import chosen, stored_series
    from trading_api.modules.datafeed.received.tick_blocks import BlockCorrupt
    from trading_api.shared.errors import Refusal

    settings = load_settings(data_dir=arguments.data_dir)
    write = export_ticks if arguments.ticks else export_bars
    try:
        with stored_series(settings.data_dir) as found:
            series = chosen(found, arguments.series, arguments.resolution)
            rows = write(series, arguments.start, arguments.end)
            count = write_rows(arguments.file, rows, _tell)
    except (Refusal, BlockCorrupt, OSError) as refused:
        raise CommandFailed(str(refused)) from None
    print(f"{arguments.file}: {counted(count, 'tick' if arguments.ticks else 'bar')}")
    return 0


def _figures(series: "StoredSeries") -> dict[str, Any]:
    gaps = series.gaps()
    return {
        "series": series.name,
        "resolution": series.resolution,
        **series.extent()._asdict(),
        "gaps": [gap._asdict() for gap in gaps],
    }


def _sentence(row: dict[str, Any]) -> str:
    parts = [counted(row["bars"], "bar")]
    if row["bars"]:
        parts.append(f"{_minute(row['first'])} to {_minute(row['last'])}")
    if row["ticks"]:
        parts.append(f"{counted(row['ticks'], 'tick')} in {row['tick_bytes'] / 1e6:.1f} MB")
    if row["gaps"]:
        longest = max(row["gaps"], key=lambda gap: gap["end"] - gap["start"])
        length = (longest["end"] - longest["start"]) / 1000
        since = _minute(longest["start"])
        parts.append(f"{counted(len(row['gaps']), 'gap')}, the longest {length:,.0f} s at {since}")
    return f"{row['series']} {row['resolution']}: {', '.join(parts)}"


def _tell(count: int) -> None:
    if count and sys.stderr.isatty():
        print(f"\r{count:,} written", end="", file=sys.stderr, flush=True)


def _minute(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M")


def _moment(text: str) -> int:
    """Read a date or a time of ISO 8601, UTC where it names no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        message = f"expected a date or time such as 2026-11-23T14:30, got {text[:40]!r}"
        raise argparse.ArgumentTypeError(message) from None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
