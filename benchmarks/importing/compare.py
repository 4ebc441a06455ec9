"""Imports the same files with each contender in turn, and compares within the round."""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PRODUCT, BARE, DUCKDB = "trading-pro import", "bare SQLite loop", "DuckDB load"


class Run(NamedTuple):
    """One import, from the start of its process to the end of it."""

    wall_s: float
    cpu_s: float


class Case(NamedTuple):
    """A file and who imports it; the last is what the product is compared with."""

    name: str
    contenders: tuple[str, ...]


CASES = (
    Case("one.csv", (PRODUCT, DUCKDB, BARE)),
    Case("blocks.csv", (PRODUCT, DUCKDB, BARE)),
    Case("turns.csv", (PRODUCT, DUCKDB, BARE)),
    Case("newest-first.csv", (PRODUCT, BARE)),
    Case("one.parquet", (PRODUCT, DUCKDB)),
    Case("blocks.parquet", (PRODUCT, DUCKDB)),
    Case("turns.parquet", (PRODUCT, DUCKDB)),
)


def compare(folder: Path, rows: int, rounds: int) -> dict[str, float]:
    """Print rates and ratios; return the product's median rows/s by file."""
    rates = {}
    for case in CASES:
        runs: dict[str, list[Run]] = {name: [] for name in case.contenders}
        for number in range(rounds):
            # Nobody is always first, when the file is not yet in the memory of the system.
            turn = number % len(case.contenders)
            for name in case.contenders[turn:] + case.contenders[:turn]:
                runs[name].append(_run(name, folder / case.name, folder / "store", rows))
        _print(case, runs, rows)
        rates[case.name] = rows / statistics.median(run.wall_s for run in runs[PRODUCT])
    return rates


def _run(name: str, file: Path, store: Path, rows: int) -> Run:
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir()
    command: list[str | Path] = [sys.executable, "-m", "importing.contenders"]
    commands: dict[str, list[str | Path]] = {
        PRODUCT: [sys.executable, "-m", "trading_api", "import", file, "--data-dir", store],
        BARE: [*command, "bare", file, store / "bars.sqlite3"],
        DUCKDB: [*command, "duckdb", file, store / "bars.duckdb"],
    }
    before, began = os.times(), time.perf_counter()
    ended = subprocess.run(
        commands[name], capture_output=True, text=True, check=False, cwd=HERE.parent
    )
    wall, after = time.perf_counter() - began, os.times()
    if ended.returncode:
        raise SystemExit(f"{name} failed on {file.name}:\n{ended.stderr}")
    if name != DUCKDB:
        _expect(rows, store / "bars.sqlite3")
    return Run(wall, after[2] + after[3] - before[2] - before[3])


def _expect(rows: int, path: Path) -> None:
    connection = sqlite3.connect(path)
    (held,) = connection.execute("SELECT COUNT(*) FROM bars").fetchone()
    connection.close()
    if held != rows:
        raise SystemExit(f"{path}: expected {rows:,} bars, found {held:,}")


def _print(case: Case, runs: dict[str, list[Run]], rows: int) -> None:
    print(f"\n{case.name}")
    for name, some in runs.items():
        rates = sorted(rows / run.wall_s for run in some)
        cpu = statistics.median(run.cpu_s for run in some) / rows * 1e6
        print(
            f"  {name:20} {statistics.median(rates):>10,.0f} rows/s"
            f"  ({rates[0]:,.0f} to {rates[-1]:,.0f})  {cpu:.1f} us of CPU a row"
        )
    for name in case.contenders[1:]:
        print(f"  {_ratio(runs[PRODUCT], runs[name])} times the rate of the {name}")


def _ratio(ours: Sequence[Run], theirs: Sequence[Run]) -> str:
    ratios = sorted(one.wall_s / our.wall_s for our, one in zip(ours, theirs, strict=True))
    return f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
