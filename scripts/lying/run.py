"""Serve the lying provider beside a good one, listen to both, and judge."""

import argparse
import asyncio
import json
import re
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from trading_api.modules.datafeed.testing.lying_provider import SYMBOLS

from .judging import GOOD, faults, latencies_ms, missing_ticks
from .listening import Heard, Topic, listen
from .served import Served, serve

# What begins takes the processor: the good feed is judged after that.
WARM_S = 5.0
# What the 99th percentile of the good feed may lose by the lies.
TOLERATED_MS = 50
LOGGED = re.compile(r"data_refused provider=liar symbol=(\S+) reason=(\w+)")
GOOD_TOPICS: list[Topic] = [("bars", GOOD), ("quotes", GOOD)]
LYING_TOPICS: list[Topic] = [
    (route, symbol) for symbol in SYMBOLS for route in ("bars", "quotes", "trades")
]


class Played(NamedTuple):
    """What became of one run."""

    good: dict[Topic, Heard]
    lies: dict[Topic, Heard]
    refused: dict[str, int]
    told: dict[str, int]
    logged: dict[str, list[str]]
    metric: int
    history: dict[str, str]


async def play(seconds: float, warm_s: float = WARM_S, *, honest: bool = False) -> Played:
    """Serve a good feed and the liar; listen to it, and once that has begun to the good one."""
    with tempfile.TemporaryDirectory(prefix="lying-") as folder:
        async with serve(Path(folder), honest=honest) as served:
            good, lies = await asyncio.gather(
                asyncio.to_thread(_listen_apart, served.url, seconds, warm_s),
                listen(served.url, LYING_TOPICS, warm_s + seconds),
            )
            health = served.json("/health")
            history = await asyncio.to_thread(_history, served)
            metrics = served.get("/metrics")
        refused = {feed["name"]: feed["refused"] for feed in health["feeds"]}
        assert not refused["simulated"], refused
        logged: dict[str, list[str]] = {}
        for symbol, reason in LOGGED.findall(served.log.read_text()):
            logged.setdefault(symbol, []).append(reason)
        told = json.loads(served.told.read_text())
        counted = re.findall(r'data_refused_total\{provider="liar".*\} ([\d.]+)', metrics)
        total = round(sum(map(float, counted)))
        return Played(good, lies, refused.get("liar", {}), told, logged, total, history)


def _listen_apart(url: str, seconds: float, warm_s: float) -> dict[Topic, Heard]:
    """Listen to the good feed in a process of its own, which reads nothing else; blocks."""
    time.sleep(warm_s)
    with ProcessPoolExecutor(1) as apart:
        return apart.submit(_listen_to_good, url, seconds).result()


def _listen_to_good(url: str, seconds: float) -> dict[Topic, Heard]:
    return asyncio.run(listen(url, GOOD_TOPICS, seconds))


def _history(served: Served) -> dict[str, str]:
    """Ask for bars of two liars and of the good one; return what was answered."""
    answers = {}
    for symbol in ("BARS", "HISTORY", GOOD):
        query = f"symbol={symbol}&resolution=1&from_time=0&to_time=9000000000000&count_back=100"
        try:
            bars = served.json(f"/datafeed/bars?{query}")["bars"]
            times = [bar["time"] for bar in bars]
            answers[symbol] = f"{len(bars)} bars, ascending: {times == sorted(set(times))}"
        except OSError as refused:
            answers[symbol] = str(refused)
    return answers


def verdict(lied: Played, honest: Played | None) -> list[str]:
    """Return what went wrong; nothing when nobody was harmed."""
    quotes = lied.good["quotes", GOOD]
    wrong = faults(lied.lies) + faults(lied.good)
    if missing := missing_ticks(quotes):
        wrong.append(f"{missing} ticks of {GOOD} were not heard")
    if lied.history[GOOD] != "100 bars, ascending: True":
        wrong.append(f"the history of {GOOD} was {lied.history[GOOD]}")
    if skipped := sum(one.skipped for one in lied.good.values()):
        wrong.append(f"{skipped} updates of {GOOD} were skipped")
    unlogged = lied.refused.keys() - {one for reasons in lied.logged.values() for one in reasons}
    if not lied.refused or unlogged:
        wrong.append(f"refused without a word in the log: {unlogged or 'nothing was refused'}")
    if (
        honest is not None
        and latencies_ms(quotes)[1] > latencies_ms(honest.good["quotes", GOOD])[1] + 50
    ):
        wrong.append(f"{GOOD} came later beside the liar")
    return wrong


def report(lied: Played, honest: Played) -> None:
    """Print both tables."""
    print("| symbol | lies told | updates heard | refused as (first words in the log) | status |")
    print("|---|---|---|---|---|")
    for symbol in SYMBOLS:
        mine = [lied.lies.get((route, symbol), Heard()) for route in ("bars", "quotes", "trades")]
        heard = " + ".join(str(len(one.values)) for one in mine)
        reasons = ", ".join(dict.fromkeys(lied.logged.get(symbol, []))) or "none"
        statuses = Counter(status for one in mine for status in one.statuses)
        said = ", ".join(f"{status} {count}" for status, count in statuses.items()) or "none"
        print(f"| {symbol} | {lied.told.get(symbol, 0)} | {heard} | {reasons} | {said} |")
    print(f"\nRefused by reason: {dict(sorted(lied.refused.items()))}")
    print(f"In /metrics: {lied.metric}. History: {lied.history}")
    for name, played in (("beside the liar", lied), ("while it is honest", honest)):
        quotes = played.good["quotes", GOOD]
        middle, late = latencies_ms(quotes)
        print(
            f"{GOOD} {name}: {len(quotes.values)} ticks, {missing_ticks(quotes)} missing,"
            f" {middle:.1f} ms (p50) and {late:.1f} ms (p99) from tick to client"
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="make lying-provider", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="of each of two runs (60)")
    seconds: float = parser.parse_args().seconds
    print(f"two runs of {seconds:g} s, honest and lying …", file=sys.stderr, flush=True)
    honest = asyncio.run(play(seconds, honest=True))
    lied = asyncio.run(play(seconds))
    report(lied, honest)
    wrong = verdict(lied, honest)
    print("\n".join(["WRONG:", *wrong]) if wrong else "nobody was harmed")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
