import pytest

from trading_api.modules.datafeed.instruments import Tick as SourceTick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.tape_feed import TapeFeed
from trading_api.shared.price_feed import Cursor, Tick

END_OF_MS = "\U0010ffff"
NOW = 1_790_000_000_000


def a_feed(now_ms: int = NOW + 5_000) -> TapeFeed:
    return TapeFeed(SimulatedProvider(seed=7), lambda: now_ms)


def read(feed: TapeFeed, until: int, limit: int = 1_000) -> list[tuple[int, str]]:
    return [(tick.time, tick.symbol) for tick in feed.take(until, limit)]


def test_ticks_of_several_symbols_come_in_the_order_of_their_cursors() -> None:
    feed = a_feed()
    feed.rewind({symbol: Cursor(NOW, END_OF_MS) for symbol in ("BTC/USD", "AAPL")})
    taken = read(feed, NOW + 5_000)
    assert taken == sorted(taken)
    assert {symbol for _, symbol in taken} == {"AAPL", "BTC/USD"}
    assert all(NOW < time <= NOW + 5_000 for time, _ in taken)


@pytest.mark.parametrize("limit", [1, 2, 7])
def test_pages_hold_what_one_reading_holds(limit: int) -> None:
    places = {"AAPL": Cursor(NOW, END_OF_MS), "F": Cursor(NOW + 900, END_OF_MS)}
    whole, paged = a_feed(), a_feed()
    whole.rewind(places)
    paged.rewind(places)
    taken: list[tuple[int, str]] = []
    while page := read(paged, NOW + 5_000, limit):
        taken += page
    assert taken == read(whole, NOW + 5_000)


def test_reading_goes_on_where_it_stopped() -> None:
    feed = a_feed()
    feed.rewind({"AAPL": Cursor(NOW, END_OF_MS)})
    first, then = read(feed, NOW + 2_000), read(feed, NOW + 4_000)
    feed.rewind({"AAPL": Cursor(NOW, END_OF_MS)})
    assert first + then == read(feed, NOW + 4_000)


def test_a_place_names_the_tick_at_it_and_those_after_it() -> None:
    feed = a_feed()
    feed.rewind({"AAPL": Cursor(NOW, END_OF_MS)})
    first, second, *_ = read(feed, NOW + 5_000)
    feed.rewind({"AAPL": Cursor(*first)})
    assert read(feed, second[0]) == [first, second]
    feed.rewind({"AAPL": Cursor(first[0], "B")})
    assert read(feed, second[0]) == [second]


def test_a_forgotten_symbol_is_not_read_any_more() -> None:
    feed = a_feed()
    feed.rewind({symbol: Cursor(NOW, END_OF_MS) for symbol in ("AAPL", "F")})
    feed.forget(["AAPL"])
    assert {symbol for _, symbol in read(feed, NOW + 5_000)} == {"F"}


def test_the_newest_tick_is_the_one_before_the_next() -> None:
    feed = a_feed()
    feed.rewind({"AAPL": Cursor(NOW, END_OF_MS)})
    before, after, *_ = feed.take(NOW + 5_000, 10)
    newest = feed.newest("AAPL", after.time - 1)
    assert newest == before
    assert newest.bid is not None


class DrawnTape(SimulatedProvider):
    """Shows quotes that are only drawn around the last price."""

    def is_quoted(self, symbol: str) -> bool:
        return False

    def opens(self, symbol: str, time_ms: int) -> bool:
        return True

    def tick_until(self, symbol: str, until_ms: int) -> SourceTick:
        return SourceTick(until_ms, 99, 101, 100, 5, 5, 3)


def test_a_drawn_quote_is_none() -> None:
    newest = TapeFeed(DrawnTape(seed=7), lambda: NOW).newest("AAPL", NOW)
    assert newest == Tick("AAPL", NOW, NOW, None, None, 100, None, None, 3, gap=True)
