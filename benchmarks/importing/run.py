"""`make bench-import`: rows a second beside others, and imports that are killed."""

import argparse
import os
import platform
import sqlite3
import tempfile
from pathlib import Path

from .bar_files import write_files
from .compare import compare
from .kill import kill

# Rows a second that every file in order of time must come to.
TARGET = 200_000
NOT_IN_ORDER = "newest-first.csv"


def main() -> int:
    options = _options()
    folder = options.folder / f"{options.rows}-rows"
    if not (folder / "turns.parquet").exists():
        print(f"writing files of {options.rows:,} rows to {folder}")
        write_files(folder, options.rows)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version},"
        f" {os.cpu_count()} cores, load {load}"
    )
    if options.what == "kill":
        kill(folder, options.kills, options.seed)
        return 0
    rates = compare(folder, options.rows, options.rounds)
    missed = [name for name, rate in rates.items() if rate < TARGET and name != NOT_IN_ORDER]
    print(
        f"\ntarget of {TARGET:,} rows/s: " + (f"missed by {', '.join(missed)}" if missed else "met")
    )
    return int(bool(missed))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-import", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("compare", "kill"), default="compare")
    parser.add_argument("--rows", type=int, default=2_000_000, help="rows of each file")
    parser.add_argument("--rounds", type=int, default=5, help="of compare")
    parser.add_argument("--kills", type=int, default=25, help="of each file")
    parser.add_argument("--seed", type=int, default=1, help="of the moments to kill at")
    folder = Path(tempfile.gettempdir()) / "trading-pro-bench-import"
    parser.add_argument("--folder", type=Path, default=folder, help="of files and stores")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
