"""What an order book must be to be shown, and what a change makes of it. Pure."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.modules.datafeed.border import Fault
from trading_api.modules.datafeed.border.soundness import MOST_AHEAD_MS
from trading_api.modules.datafeed.providers.depth_source import Book, BookChange, Level

# Levels a side: what a frame holds with room to spare.
MOST_LEVELS = 1_000
_NUMBERS = range(MAX_SAFE_INTEGER + 1)


def book_fault(book: Book, now_ms: int) -> Fault | None:
    """Return why a book cannot be shown at `now_ms`; None when it can."""
    fault = _levels_fault(book, now_ms)
    if fault is not None:
        return fault
    if any(level.size == 0 for level in (*book.bids, *book.asks)):
        return Fault("size", "expected sizes above 0 in a book, got a level of 0")
    falling = all(better.price > worse.price for better, worse in pairwise(book.bids))
    rising = all(better.price < worse.price for better, worse in pairwise(book.asks))
    if not (falling and rising):
        return Fault("level_order", "expected the best price first, got levels in another order")
    if book.bids and book.asks and book.bids[0].price >= book.asks[0].price:
        bid, ask = book.bids[0].price, book.asks[0].price
        return Fault("crossed", f"expected a best bid below the ask {ask}, got {bid}")
    return None


def change_fault(change: BookChange, book: Book, now_ms: int) -> Fault | None:
    """Return why a change cannot follow a book; None when it can."""
    fault = _levels_fault(change, now_ms)
    if fault is None and change.version != book.version + 1:
        expected = book.version + 1
        return Fault("version_hole", f"expected version {expected}, got {change.version}")
    return fault


def changed(book: Book, change: BookChange) -> Book:
    """Return the book after a change."""
    bids = sorted(_kept(book.bids, change.bids), reverse=True)
    asks = sorted(_kept(book.asks, change.asks))
    return Book(change.version, change.time, tuple(bids), tuple(asks))


def _kept(side: Sequence[Level], changes: Sequence[Level]) -> Iterable[Level]:
    by_price = dict(side) | dict(changes)
    return (Level(price, size) for price, size in by_price.items() if size)


def _levels_fault(said: Book | BookChange, now_ms: int) -> Fault | None:
    levels: list[Any] = [*said.bids, *said.asks]
    if max(len(said.bids), len(said.asks)) > MOST_LEVELS:
        return Fault("too_deep", f"expected up to {MOST_LEVELS} levels a side, got more")
    if any(not isinstance(level, Level) for level in levels):
        return Fault("wrong_type", "expected levels of a price and a size, got others")
    numbers = [said.version, said.time, *(number for level in levels for number in level)]
    if any(type(number) is not int for number in numbers):
        return Fault("wrong_type", "expected integers, got others")
    if any(number not in _NUMBERS for number in numbers) or not all(one.price for one in levels):
        return Fault("out_of_range", "expected prices above 0 and sizes from 0, got others")
    if said.time > now_ms + MOST_AHEAD_MS:
        return Fault("time_ahead", f"expected a time up to now, {now_ms}, got {said.time}")
    return None
