"""`make data-checks`: TradingView's published checks of a datafeed, and bars against their ticks.

Serves the product and asks it over UDF, as a chart would: a simulated month around the clock, a
simulated month and an imported one with sessions, and daily bars of real shares. Ends with 1 when
anything is not as it should be.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.settings import Settings

from .checks import HISTORY, Check, findings
from .folding import days_are_minutes, months_are_days, weeks_are_days
from .minute_bars import are_served, write_ticks
from .series import Series
from .served import fetch_over_http, served
from .session_minutes import FUTURES, SHARES, write_minutes
from .streamed import are_history
from .udf_client import UdfClient

ROOT = Path(__file__).resolve().parents[2]
REAL_BARS = ROOT / "backend/src/trading_api/modules/datafeed/tests/data/daily-stocks.csv"
DAY = 86_400
FAR = 2**32
MINUTES: tuple[tuple[str, Check], ...] = (*HISTORY, ("days are their minutes", days_are_minutes))
DAYS: tuple[tuple[str, Check], ...] = (
    *HISTORY,
    ("weeks are their days", weeks_are_days),
    ("months are their days", months_are_days),
)
TICKS_OF = "AAPL"
TICK_CHECK = "minutes are their ticks, grouped by DuckDB"
SHOWN = 3


class Tally:
    """Runs checks, prints each result as it comes, and counts."""

    def __init__(self) -> None:
        self.checks = 0
        self.failed = 0

    def run(self, name: str, check: Check, series: Series) -> None:
        """Run one check of one series."""
        begun = time.monotonic()
        found = findings(check, series)
        seconds = time.monotonic() - begun
        self.checks += 1
        self.failed += bool(found)
        print(f"  {len(found):5} mismatches  {name} ({seconds:.1f} s)", flush=True)
        for one in found[:SHOWN]:
            print(f"        {one}", flush=True)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make data-checks", description=__doc__)
    parser.add_argument("--days", type=int, default=31, help="how long the simulated month is (31)")
    parser.add_argument("--seed", type=int, default=1, help="chooses what is asked (1)")
    options = parser.parse_args(arguments)
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="data-checks-") as folder:
        _check_history(tally, Path(folder), options.days, options.seed)
        _check_replay(tally, Path(folder) / "ticks.csv")
    print(f"{tally.checks} checks, {tally.failed} failed")
    return 1 if tally.failed else 0


def _check_history(tally: Tally, folder: Path, days: int, seed: int) -> None:
    shares, futures = folder / "shares.csv", folder / "futures.csv"
    write_minutes(shares, (date(2025, 11, 24), date(2025, 12, 31)), SHARES, seed)
    # The clocks of Chicago change in between.
    write_minutes(futures, (date(2025, 10, 20), date(2025, 11, 14)), FUTURES, seed)
    imports = (
        [str(shares), "--symbol", "MINUTES", "--calendar", "XNYS"],
        [str(futures), "--symbol", "FUTURES", "--calendar", "CME-EXAMPLE"],
        [str(REAL_BARS), "--symbol", "IBM"],
    )
    with served(imports=imports) as url:
        client = UdfClient(fetch_over_http(url))
        today = client.time() // DAY * DAY
        for series in _series(client, today, days, seed):
            _check_all(tally, series, DAYS if series.resolution == "1D" else MINUTES)
        _check_ticks(tally, client, folder / "ticks.csv", today - DAY)


def _series(client: UdfClient, today: int, days: int, seed: int) -> Iterator[Series]:
    draw = random.Random(seed)
    begin = today - days * DAY
    yield Series(client, "BTC/USD", "1", begin, today, draw)
    for found in client.search("", limit=1000):
        symbol = client.symbol(found["ticker"])
        if symbol["data_status"] == "streaming" and symbol["session"] != "24x7":
            yield Series(client, symbol["ticker"], "1", begin, today, draw)
    yield Series(client, "MINUTES", "1", 0, FAR, draw)
    yield Series(client, "FUTURES", "1", 0, FAR, draw)
    yield Series(client, "IBM", "1D", 0, FAR, draw)


def _check_all(tally: Tally, series: Series, checks: tuple[tuple[str, Check], ...]) -> None:
    session = series.symbol["session"]
    print(f"{series.name}, {len(series.bars)} bars, session {session}", flush=True)
    for name, check in checks:
        tally.run(name, check, series)


def _check_ticks(tally: Tally, client: UdfClient, file: Path, day: int) -> None:
    """Compare a simulated day with its ticks, which this process computes on its own."""
    provider = SimulatedProvider(seed=Settings.model_construct().seed)
    (instrument,) = (one for one in provider.instruments() if one.symbol == TICKS_OF)
    ticks = write_ticks(file, provider, instrument, range(day * 1000, (day + DAY) * 1000))
    series = Series(client, TICKS_OF, "1", day, day + DAY, random.Random())
    print(f"{series.name}, {ticks} ticks of a simulated day", flush=True)
    tally.run(TICK_CHECK, partial(are_served, path=file), series)


def _check_replay(tally: Tally, file: Path) -> None:
    """Replay a file of ticks to its end: stream, history and ticks make the same minutes."""
    flags = ("--feed", "replay", "--replay-file", str(file), "--symbol", "TICKS")
    with served(*flags, "--replay-speed", "1e6") as url:
        series = Series(UdfClient(fetch_over_http(url)), "TICKS", "1", 0, FAR, random.Random())
        print(f"{series.name}, the same ticks replayed", flush=True)
        tally.run("streamed bars are the history's", partial(are_history, url=url), series)
        tally.run(TICK_CHECK, partial(are_served, path=file), series)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
