from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from trading_api.models.market import Bar, QuoteValues
from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.quotes import DayFigures, quote, quote_of_history
from trading_api.modules.datafeed.resolutions import DAY_MS
from trading_api.modules.datafeed.tick_sources import HeardTick

PROVIDER = SimulatedProvider(seed=1)
AAPL = PROVIDER.instruments()[0]
TICK = Tick(time=5, bid=22_801, ask=22_804, last=22_803, bid_size=1, ask_size=1, last_size=1)
HEARD = HeardTick(TICK, received=7)
TODAY = StoredBar(DAY_MS, 22_700, 22_900, 22_650, 22_803, 1_234_567)
QUOTED = {
    "lp": 228.03,
    "ask": 228.04,
    "bid": 228.01,
    "spread": 0.03,
    "open_price": 227.0,
    "high_price": 229.0,
    "low_price": 226.5,
    "prev_close_price": 226.5,
    "volume": 1_234_567.0,
    "ch": 1.53,
    "short_name": "AAPL",
    "exchange": "NASDAQ",
    "description": "Apple Inc.",
    "original_name": "NASDAQ:AAPL",
    "time": 5,
    "received": 7,
}


class OneDay(SimulatedProvider):
    """A provider whose day is what the test says."""

    def __init__(self, today: StoredBar | None) -> None:
        super().__init__(seed=1)
        self.today = today

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        return self.today


def day(number: int, close: float, *, open: float = 1.0) -> Bar:
    high = max(open, close)
    return Bar(time=number * DAY_MS, open=open, high=high, low=1.0, close=close, volume=5.0)


def values(previous_close: str) -> QuoteValues:
    quoted = quote("NASDAQ:AAPL", AAPL, HEARD, TODAY, Decimal(previous_close)).v
    assert isinstance(quoted, QuoteValues)
    return quoted


def figures(provider: OneDay, days: Sequence[Bar]) -> DayFigures:
    return DayFigures(provider, AAPL, days)


def test_a_quote_says_what_the_tick_and_the_day_say() -> None:
    assert values("226.5").model_dump(exclude={"chp"}) == QUOTED


@pytest.mark.parametrize(
    ("close", "change", "percent"),
    [("228.03", 0.0, 0.0), ("240.0316", -12.0016, -5.0), ("114.015", 114.015, 100.0)],
)
def test_changes_are_against_the_previous_close(close: str, change: float, percent: float) -> None:
    quoted = values(close)

    assert quoted.ch == change
    assert quoted.chp == pytest.approx(percent, abs=0.001)


def test_a_quote_has_the_name_that_was_asked_for() -> None:
    quoted = quote("NASDAQ:AAPL", AAPL, HEARD, TODAY, Decimal(1))

    assert (quoted.s, quoted.n) == ("ok", "NASDAQ:AAPL")


def test_the_previous_close_is_that_of_the_day_before() -> None:
    assert figures(OneDay(TODAY), [day(0, 226.61), day(1, 228.0)]).read() == (
        TODAY,
        Decimal("226.61"),
    )


@pytest.mark.parametrize("days", [[], [day(1, 228.0)]])
def test_on_the_first_day_changes_are_against_the_open(days: list[Bar]) -> None:
    assert figures(OneDay(TODAY), days).read() == (TODAY, Decimal(227))


def test_at_midnight_the_last_close_becomes_the_previous_one() -> None:
    provider = OneDay(TODAY)
    kept = figures(provider, [day(0, 226.61), day(1, 228.0)])
    kept.read()

    provider.today = TODAY._replace(time=2 * DAY_MS, open=22_810)

    assert kept.read() == (provider.today, Decimal("228.03"))
    assert kept.read() == (provider.today, Decimal("228.03"))


def test_a_day_that_turned_before_the_first_reading_is_noticed() -> None:
    provider = OneDay(TODAY._replace(time=2 * DAY_MS))

    kept = figures(provider, [day(0, 226.61), day(1, 228.0)])

    assert kept.read() == (provider.today, Decimal(228))


def test_nothing_is_read_before_the_first_tick() -> None:
    assert figures(OneDay(None), []).read() is None


def test_a_symbol_without_a_live_source_is_quoted_from_its_days() -> None:
    imported = replace(AAPL, exchange="FILE", live=False)

    quoted = quote_of_history("AAPL", imported, [day(0, 2.2), day(1, 3.3, open=2.5)]).v

    assert isinstance(quoted, QuoteValues)
    assert (quoted.lp, quoted.bid, quoted.ask, quoted.spread) == (3.3, 3.3, 3.3, 0.0)
    assert (quoted.prev_close_price, quoted.ch, quoted.chp) == (2.2, 1.1, 50.0)
    assert (quoted.open_price, quoted.original_name) == (2.5, "FILE:AAPL")
    assert (quoted.time, quoted.received) == (DAY_MS, None)


def test_its_only_day_is_quoted_against_its_open() -> None:
    quoted = quote_of_history("AAPL", AAPL, [day(1, 3.3, open=3.0)]).v

    assert isinstance(quoted, QuoteValues)
    assert (quoted.prev_close_price, quoted.ch, quoted.chp) == (3.0, 0.3, 10.0)
