"""`make bench-bars`: pages of 300 and 5,000 bars out of ten million, and of every resolution."""

import argparse
import os
import platform
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from trading_api.modules.datafeed.resolutions import MINUTE_MS, RESOLUTIONS

from .contenders import CONTENDERS, Page
from .market import END_MS, SYMBOLS, write_market
from .race import HERE, PACKAGES, Race, percentile, race, runner
from .served import ask, served

FILE = "bars.sqlite3"
PAGES_A_ROUND = 20
# Targets in ms of a repository call and its JSON.
TARGETS = {300: 2.0, 5_000: 10.0}


def main() -> int:
    options = _options()
    folder = options.folder / f"{options.minutes}-minutes"
    folder.mkdir(parents=True, exist_ok=True)
    _install()
    if not (folder / FILE).exists():
        write_market(folder / FILE, options.minutes)
    _conditions(folder / FILE)
    draw = Draw(options.minutes, random.Random(1))
    verdicts = []
    for count, target in TARGETS.items():
        rounds = [draw.pages("1", count) for _ in range(options.rounds)]
        result = race(list(CONTENDERS), folder / FILE, rounds)
        _print_race(count, result)
        verdicts.append((count, target, result))
    _print_resolutions(folder, draw)
    missed = sum(not _is_met(*verdict) for verdict in verdicts)
    return min(missed, 1)


class Draw:
    """Draws pages anywhere in what there is, the same ones in each run."""

    def __init__(self, minutes: int, chance: random.Random) -> None:
        self._minutes = minutes
        self._chance = chance

    def pages(self, resolution: str, count: int) -> list[Page]:
        """Return a round of pages, each full of minutes if they are asked for."""
        span = (self._minutes - count) * MINUTE_MS
        return [
            Page(
                f"S{self._chance.randrange(SYMBOLS):02}",
                resolution,
                END_MS - self._chance.randrange(max(span, 1)),
                count,
            )
            for _ in range(PAGES_A_ROUND)
        ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=500_000, help="of each of 20 symbols")
    parser.add_argument("--rounds", type=int, default=30, help="of 20 pages each")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir(), "trading-pro-bench-bars"),
        help="where the rows are kept for the next run (0.5 GB)",
    )
    return parser.parse_args()


def _install() -> None:
    """Put DuckDB where only this benchmark finds it."""
    command = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--target", str(PACKAGES)]
    command += [
        "--python",
        sys.executable,
        "--require-hashes",
        "-r",
        str(HERE / "requirements.lock"),
    ]
    subprocess.run(command, check=True)


def _conditions(path: Path) -> None:
    rows = sqlite3.connect(path).execute("SELECT COUNT(*) FROM bars").fetchone()[0]
    print(
        f"{rows:,} rows in {path.stat().st_size / 1e6:,.0f} MB; {os.cpu_count()} cores, load"
        f" {os.getloadavg()[0]:.1f}; Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}"
    )


def _print_race(count: int, result: Race) -> None:
    print(f"\n{count:,} bars of a minute, in process: ms by the clock, ms of the processor, and")
    print("how many times as long as the product, by the clock (spread over the rounds)")
    for name in result.rounds:
        median, least, most = result.ratio(name, "product")
        print(
            f"  {name:22} p50 {result.clock(name, 0.5):6.2f}  p99 {result.clock(name, 0.99):6.2f}"
            f"   processor {result.processor(name):6.2f}"
            f"   {median:.2f} ({least:.2f} to {most:.2f})"
        )


def _is_met(count: int, target: float, result: Race) -> bool:
    """Say whether the median is below its target, by the clock and without other processes."""
    times = {"clock": result.clock("product", 0.5), "processor": result.processor("product")}
    for judge, time in times.items():
        verdict = "met" if time < target else "missed"
        print(f"{count:,} bars within {target:g} ms by the {judge}: {verdict}, {time:.2f} ms")
    return times["processor"] < target


def _print_resolutions(folder: Path, draw: Draw) -> None:
    print("\nthe product, ms: in process p50 / p99, of the processor, through the server p50 / p99")
    asked = [(resolution, 300) for resolution in RESOLUTIONS] + [("1", 5_000)]
    with runner("product", folder / FILE) as product, served(folder) as connection:
        for resolution, count in asked:
            pages = [page for _ in range(5) for page in draw.pages(resolution, count)]
            answered = product.ask(pages)[0]
            clock = [times.clock for times in answered]
            processor = percentile([times.processor for times in answered], 0.5)
            through = ask(connection, pages)
            print(
                f"  {count:5,} of {resolution:4} {_spread(clock)}   {processor:6.2f}"
                f"   {_spread(through)}"
            )


def _spread(times: list[float]) -> str:
    return f"{percentile(times, 0.5):6.2f} / {percentile(times, 0.99):6.2f}"


if __name__ == "__main__":
    sys.exit(main())
