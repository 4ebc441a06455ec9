"""What one update of an order book costs, step by step, in microseconds of the processor.

backend/.venv/bin/python scripts/book_cost.py [--levels 10] [--rounds 9]
"""

import argparse
import asyncio
import random
import statistics
import time
from collections.abc import Callable, Sequence

from trading_api.models.market import Depth
from trading_api.modules.datafeed.border import RefusedData
from trading_api.modules.datafeed.depth.book_checks import book_fault, change_fault, changed
from trading_api.modules.datafeed.depth.depth_feed import DepthFeed, HeardBook
from trading_api.modules.datafeed.depth.service import merge_depth, wire_depth
from trading_api.modules.datafeed.providers.base import Served
from trading_api.modules.datafeed.providers.depth_source import (
    Book,
    BookChange,
    Level,
    change_between,
)
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.shared.clock import SystemClock
from trading_api.shared.ws.producers import Producers

UPDATES = 2_000
CHANGED_LEVELS = 3


def walk(levels: int, time_ms: int) -> tuple[Book, list[BookChange]]:
    """Return a book and changes of a few levels each, as a lively market makes them."""
    chance = random.Random(1)
    bids = {10_000 - n: 100 + n for n in range(levels)}
    asks = {10_001 + n: 100 + n for n in range(levels)}
    first = before = _book(1, time_ms, bids, asks)
    changes = []
    for version in range(2, UPDATES + 2):
        for side in (bids, asks):
            for price in chance.sample(sorted(side), min(CHANGED_LEVELS, levels)):
                side[price] = chance.randrange(1, 1_000)
        after = _book(version, time_ms, bids, asks)
        changes.append(change_between(before, after))
        before = after
    return first, changes


def _book(version: int, time_ms: int, bids: dict[int, int], asks: dict[int, int]) -> Book:
    falling = tuple(Level(*one) for one in sorted(bids.items(), reverse=True))
    rising = tuple(Level(*one) for one in sorted(asks.items()))
    return Book(version, time_ms, falling, rising)


def checked(first: Book, changes: Sequence[BookChange], now_ms: int) -> None:
    """Judge each change, apply it and judge the book."""
    book = first
    for change in changes:
        assert change_fault(change, book, now_ms) is None
        book = changed(book, change)
        assert book_fault(book, now_ms) is None


async def measure(levels: int, rounds: int) -> dict[str, list[float]]:
    provider, clock = SimulatedProvider(seed=1), SystemClock()
    now_ms = clock.now_ms()
    instrument = provider.instruments()[0]
    first, changes = walk(levels, now_ms)
    heard = HeardBook(first, now_ms)
    texts = [wire_depth(one, one.version - 1, heard, instrument) for one in changes]
    encoded = [text.model_dump_json() for text in texts]
    whole = wire_depth(first, None, heard, instrument)

    def fed() -> None:
        feed = DepthFeed(Served(provider, "AAPL"), Producers(), RefusedData(), clock)
        feed.take(first)
        for change in changes:
            feed.take(change)

    def published() -> None:
        for change in changes:
            update = wire_depth(change, change.version - 1, heard, instrument)
            Depth.__pydantic_serializer__.to_json(update)

    def merged() -> None:
        book = whole
        for text in encoded:
            book = merge_depth(book, Depth.model_validate_json(text))

    steps: dict[str, Callable[[], None]] = {
        "check and apply": lambda: checked(first, changes, now_ms),
        "the feed, with both clocks": fed,
        "to the wire, encoded once": published,
        "merged, for whoever paused": merged,
    }
    spent: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            started = time.process_time()
            step()
            spent[name].append((time.process_time() - started) / UPDATES * 1e6)
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--levels", type=int, default=10, help="levels a side")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of all steps in turn")
    arguments = parser.parse_args()
    spent = asyncio.run(measure(arguments.levels, arguments.rounds))
    print(f"{arguments.levels} levels a side, {UPDATES} updates, {arguments.rounds} rounds, us")
    for name, figures in spent.items():
        middle, least, most = statistics.median(figures), min(figures), max(figures)
        print(f"{name:28} {middle:6.1f}   ({least:.1f} to {most:.1f})")


if __name__ == "__main__":
    main()
