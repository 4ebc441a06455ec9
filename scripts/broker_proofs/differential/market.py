"""The real bars, and what is made of them: a day's open and its rest, a path by cents, quotes."""

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[3]
BARS = ROOT / "backend/src/trading_api/modules/datafeed/tests/data/daily-stocks.csv"
DAY_MS, SESSION_MS, MINUTE_MS = 86_400_000, 23_400_000, 60_000
COLUMNS = ("Open", "High", "Low", "Close")
PLENTY = 1_000_000
"""A size that no order exceeds."""
SIZES = 41
SPREAD = 2


class DayBar(NamedTuple):
    """Start and end in Unix ms, prices in cents."""

    start: int
    end: int
    open: int
    high: int
    low: int
    close: int


class Display(NamedTuple):
    """How quotes are made: the least size, and how many cents lie between two of them."""

    least: int
    step: int


class Quote(NamedTuple):
    """Unix ms, prices in cents, sizes in shares."""

    time: int
    bid: int
    ask: int
    bid_size: int
    ask_size: int


def bars_of(path: Path) -> dict[str, list[DayBar]]:
    """Return each symbol's daily bars, sessions of six and a half hours from midnight UTC."""
    found: dict[str, list[DayBar]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = datetime.fromisoformat(row["Date"]).replace(tzinfo=UTC)
            start = int(day.timestamp() * 1000)
            prices = [round(Decimal(row[name]) * 100) for name in COLUMNS]
            found.setdefault(row["Ticker"], []).append(DayBar(start, start + SESSION_MS, *prices))
    return found


def opened(bars: Sequence[DayBar]) -> list[DayBar]:
    """Return two bars of each day: its first minute, which knows the open alone, and the rest."""
    halves = []
    for bar in bars:
        first = bar.start + MINUTE_MS
        halves.append(DayBar(bar.start, first, *[bar.open] * 4))
        halves.append(bar._replace(start=first))
    return halves


def path_of(bar: DayBar) -> list[Quote]:
    """Return the bar as quotes: open, high, low, close, and every cent between them.

    Each cent is passed in two quotes, the side in front first: a price was traded through when
    the side behind follows. All lie on the last milliseconds of the bar.
    """
    sides = [(bar.open, bar.open)]
    for before, price in _cents(bar):
        sides += [(min(before, price), max(before, price)), (price, price)]
    first = bar.end - len(sides) + 1
    return [Quote(first + n, *pair, PLENTY, PLENTY) for n, pair in enumerate(sides)]


def quotes_of(bar: DayBar, day: int, display: Display) -> list[Quote]:
    """Return a day of quotes: the bar's path as bids, `SPREAD` above them the asks.

    There are `SIZES` sizes, which follow from the place in the path and the number of the day; no
    two neighbours are equal, so that each quote is a level anew. They lie evenly over the session.
    """
    bids = [bar.open, *(price for _, price in _cents(bar))][:: display.step]
    step = SESSION_MS // (len(bids) + 1)
    return [
        Quote(bar.start + step * n, bid, bid + SPREAD, *_sizes(n * 17 + day, display.least))
        for n, bid in enumerate(bids)
    ]


def _sizes(place: int, least: int) -> tuple[int, int]:
    return least + place % SIZES, least + (place + 7) % SIZES


def _cents(bar: DayBar) -> Iterator[tuple[int, int]]:
    """Give each cent of the way from the open to the close, with the one before it."""
    at = bar.open
    for goal in (bar.high, bar.low, bar.close):
        step = 1 if goal > at else -1
        for price in range(at + step, goal + step, step) if goal != at else ():
            yield at, price
            at = price
