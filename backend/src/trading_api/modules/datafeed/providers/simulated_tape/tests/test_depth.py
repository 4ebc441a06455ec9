from contextlib import aclosing
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.providers.depth_source import Book, BookChange, Level
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.providers.simulated_market import CHARACTERS
from trading_api.modules.datafeed.providers.simulated_series import SimulatedSeries
from trading_api.modules.datafeed.providers.simulated_tape.depth import LEVELS
from trading_api.modules.datafeed.resolutions import DAY_MS
from trading_api.shared.ws.testing import ManualClock

# 2026-11-23T23:59:30.500Z: a stream of a minute goes over midnight.
NOW = 1_795_478_370_500
SERIES = {one.instrument.symbol: SimulatedSeries(7, one) for one in CHARACTERS}


class Market:
    """A simulated market whose time passes only while it sleeps."""

    def __init__(self) -> None:
        self.clock = ManualClock(NOW)
        self.provider = SimulatedProvider(seed=7, clock=self.clock, sleep=self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.clock.advance(seconds)


@given(st.sampled_from(sorted(SERIES)), st.integers(NOW - 59 * DAY_MS, NOW))
@settings(deadline=None, max_examples=60)
def test_the_best_levels_are_the_quote_and_the_rest_lies_behind(symbol: str, now: int) -> None:
    series = SERIES[symbol]

    book, tick = series.book(as_of=now), series.last_tick(as_of=now)

    assert (book.time, book.bids[0], book.asks[0]) == (
        tick.time,
        (tick.bid, tick.bid_size),
        (tick.ask, tick.ask_size),
    )
    assert len(book.bids) == len(book.asks) == LEVELS
    assert all(better.price > worse.price for better, worse in pairwise(book.bids))
    assert all(better.price < worse.price for better, worse in pairwise(book.asks))
    assert min(level.size for level in (*book.bids, *book.asks)) > 0
    assert book == series.book(as_of=now)


def after(side: tuple[Level, ...], changes: tuple[Level, ...]) -> dict[int, int]:
    """Return a side by price after the changes, worked out apart from the product's own way."""
    return {price: size for price, size in (dict(side) | dict(changes)).items() if size}


async def test_every_change_leads_from_one_book_to_the_next() -> None:
    market = Market()
    async with aclosing(market.provider.depth("AAPL")) as depth:
        book = await anext(depth)
        assert isinstance(book, Book)
        for _ in range(300):
            change = await anext(depth)

            now = market.provider.book("AAPL")
            assert now is not None and isinstance(change, BookChange)
            assert (change.version, change.time) == (book.version + 1, now.time)
            assert after(book.bids, change.bids) == dict(now.bids)
            assert after(book.asks, change.asks) == dict(now.asks)
            book = now


async def test_who_slept_gets_the_book_anew() -> None:
    market = Market()
    async with aclosing(market.provider.depth("AAPL")) as depth:
        first = await anext(depth)
        market.clock.advance(3600)

        second = await anext(depth)

    assert isinstance(second, Book)
    assert second.version > first.version + 1
