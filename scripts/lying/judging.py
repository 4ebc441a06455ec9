"""What must hold beside a liar: of the good feed all is heard, of the liar's nothing is false."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import quantiles
from typing import Any

from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.service import DEFAULT_SEED

from .listening import Heard, Topic

GOOD = "AAPL"


def missing_ticks(quotes: Heard) -> int:
    """Return how many ticks of the good symbol were not heard between the first and the last."""
    times = [quote["v"]["time"] for quote in quotes.values]
    tape = SimulatedProvider(seed=DEFAULT_SEED)
    tick = tape.tick_after(GOOD, times[0] - 1)
    missing = 0
    while tick is not None and tick.time <= times[-1]:
        at = bisect_left(times, tick.time)
        missing += times[at] != tick.time
        tick = tape.tick_after(GOOD, tick.time)
    return missing


def latencies_ms(quotes: Heard) -> tuple[float, float]:
    """Return the median and the 99th percentile from a tick's time to its arrival."""
    late = [
        arrived - quote["v"]["time"]
        for quote, arrived in zip(quotes.values, quotes.arrived_ms, strict=True)
    ]
    cuts = quantiles(late, n=100)
    return cuts[49], cuts[98]


def faults(heard: dict[Topic, Heard]) -> list[str]:
    """Return what listeners saw that must not be."""
    found = []
    for (route, symbol), one in heard.items():
        check = {"bars": _bar_faults, "quotes": _quote_faults, "trades": _trade_faults}[route]
        found += [f"{route} {symbol}: {fault}" for fault in check(one.values)]
        if any(later < earlier for earlier, later in pairwise(one.seqs)):
            found.append(f"{route} {symbol}: numbers went back")
    return found


def _bar_faults(bars: Sequence[dict[str, Any]]) -> list[str]:
    found = [
        f"bar {bar}"
        for bar in bars
        if not bar["low"] <= min(bar["open"], bar["close"]) <= max(bar["open"], bar["close"])
        or bar["high"] < max(bar["open"], bar["close"])
        or bar["low"] <= 0
    ]
    back = sum(later["time"] < earlier["time"] for earlier, later in pairwise(bars))
    return [*found, *[f"time went back {back} times"] * bool(back)]


def _quote_faults(quotes: Sequence[dict[str, Any]]) -> list[str]:
    values = [quote["v"] for quote in quotes if quote["s"] == "ok"]
    found = [
        f"quote {value}"
        for value in values
        if not 0 < value["bid"] <= value["ask"] or value["time"] > value["received"] + 60_000
    ]
    back = sum(later["time"] < earlier["time"] for earlier, later in pairwise(values))
    return [*found, *[f"time went back {back} times"] * bool(back)]


def _trade_faults(trades: Sequence[dict[str, Any]]) -> list[str]:
    ids = [trade["id"] for trade in trades]
    found = [f"trade {trade}" for trade in trades if min(trade["price"], trade["size"]) <= 0]
    doubled = len(ids) - len(set(ids))
    return [*found, *[f"{doubled} trades came twice"] * bool(doubled)]
