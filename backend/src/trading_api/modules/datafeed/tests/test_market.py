from collections.abc import AsyncGenerator
from datetime import datetime
from pathlib import Path

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.catalog import Catalog
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.market import CalendarHours, DatafeedMarket
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.shared.errors import ConfigurationError

DAYS = "symbol,time,open,high,low,close\nMINE,2024-03-04,9,12,9,11\nMINE,2024-03-05,9,12,9,11\n"


def ms(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)


def a_market() -> DatafeedMarket:
    provider = SimulatedProvider(seed=7)
    return DatafeedMarket(provider, Catalog(provider, None))


def test_an_instrument_is_found_as_users_write_it() -> None:
    market = a_market()
    found = market.find("nasdaq:aapl")
    assert found is not None
    assert (found.symbol, found.currency, found.price_scale) == ("AAPL", "USD", 100)
    assert market.instrument("nasdaq:aapl") is None
    assert market.find("NOPE") is None


def test_an_imported_instrument_is_known_and_cannot_be_traded(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text(DAYS)
    store = BarsStore(tmp_path / "bars.sqlite3")
    store.open()
    import_file(tmp_path / "mine.csv", store)
    provider = SimulatedProvider(seed=7)
    market = DatafeedMarket(provider, Catalog(provider, store))
    assert market.find("MINE") is None
    assert market.has_history_of("mine")
    assert not market.has_history_of("NOPE")
    store.close()


def test_every_live_instrument_can_be_traded() -> None:
    market = a_market()
    assert {one.symbol for one in market.instruments()} >= {"AAPL", "BTC/USD", "EUR/USD"}


@pytest.mark.parametrize(
    ("time", "is_open", "day_end"),
    [
        ("2026-11-23T14:29:59-00:00", False, "2026-11-23T21:00:00-00:00"),
        ("2026-11-23T14:30:00-00:00", True, "2026-11-23T21:00:00-00:00"),
        ("2026-11-23T21:00:00-00:00", False, "2026-11-24T21:00:00-00:00"),
        ("2026-11-26T15:00:00-00:00", False, "2026-11-27T18:00:00-00:00"),
        ("2026-11-28T12:00:00-00:00", False, "2026-11-30T21:00:00-00:00"),
    ],
)
def test_a_day_ends_with_the_session_that_is_or_comes(
    time: str, is_open: bool, day_end: str
) -> None:
    hours = CalendarHours(calendar_named("XNYS"))
    assert hours.is_open(ms(time)) is is_open
    assert hours.day_end(ms(time)) == ms(day_end)


@pytest.mark.parametrize(
    ("calendar", "time", "day_end"),
    [
        ("XTKS", "2026-11-24T02:00:00-00:00", "2026-11-24T06:30:00-00:00"),
        ("XTKS", "2026-11-24T03:00:00-00:00", "2026-11-24T06:30:00-00:00"),
        ("XTKS", "2026-11-24T06:30:00-00:00", "2026-11-25T06:30:00-00:00"),
        ("CME-EXAMPLE", "2026-11-24T21:20:00-00:00", "2026-11-24T22:00:00-00:00"),
        ("CME-EXAMPLE", "2026-11-24T22:30:00-00:00", "2026-11-25T22:00:00-00:00"),
        ("CME-EXAMPLE", "2026-11-24T23:00:00-00:00", "2026-11-25T22:00:00-00:00"),
    ],
)
def test_a_day_does_not_end_with_a_break(calendar: str, time: str, day_end: str) -> None:
    assert CalendarHours(calendar_named(calendar)).day_end(ms(time)) == ms(day_end)


def test_around_the_clock_a_day_is_the_utc_day() -> None:
    hours = CalendarHours(calendar_named("24x7"))
    assert hours.is_open(ms("2026-11-28T12:00:00-00:00"))
    assert hours.day_end(ms("2026-11-28T12:00:00-00:00")) == ms("2026-11-29T00:00:00-00:00")


class Untaped:
    """A provider that can only be listened to."""

    name = "live"

    def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        raise NotImplementedError


def test_nothing_trades_on_a_feed_that_cannot_be_read_again() -> None:
    with pytest.raises(ConfigurationError, match="'live' cannot be read again"):
        DatafeedMarket(Untaped(), Catalog(SimulatedProvider(seed=7), None))  # type: ignore[arg-type]
