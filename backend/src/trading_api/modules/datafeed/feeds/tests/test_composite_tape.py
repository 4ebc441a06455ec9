from pathlib import Path

import pytest

from trading_api.modules.datafeed.border import RefusedData, SoundProvider
from trading_api.modules.datafeed.catalog import Catalog
from trading_api.modules.datafeed.feeds import compose, tape_of
from trading_api.modules.datafeed.market import DatafeedMarket
from trading_api.modules.datafeed.providers.base import Provider
from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.price_feed import Cursor
from trading_api.shared.ws.testing import ManualClock

NOW = 1_700_000_000_000


class Other(SimulatedProvider):
    """A second tape that lives in the wall's time."""

    def __init__(self) -> None:
        super().__init__(seed=2, clock=ManualClock(NOW))
        self.name = "acme"


def simulated() -> SimulatedProvider:
    return SimulatedProvider(seed=1, clock=ManualClock(NOW))


def test_the_tape_of_a_single_feed_is_itself() -> None:
    only = simulated()

    assert tape_of(compose([only])) is only
    assert tape_of(only).content == "simulated-1"


async def test_ticks_of_several_feeds_come_in_one_order() -> None:
    both = compose([simulated(), Other()])
    await both.start()
    feed = DatafeedMarket(both, Catalog(both, None)).feed

    feed.rewind(dict.fromkeys(["AAPL", "ACME:AAPL"], Cursor(NOW - 5_000, "")))
    ticks = feed.take(NOW, 100)

    assert feed.name == "simulated-1+simulated-2"
    assert {tick.symbol for tick in ticks} == {"AAPL", "ACME:AAPL"}
    assert [tick.cursor for tick in ticks] == sorted(tick.cursor for tick in ticks)


async def test_each_symbol_trades_at_the_price_of_its_feed() -> None:
    first, second = simulated(), Other()
    both = compose([first, second])
    await both.start()
    tape = tape_of(both)

    assert tape.tick_until("AAPL", NOW) == first.tick_until("AAPL", NOW)
    assert tape.tick_until("ACME:AAPL", NOW) == second.tick_until("AAPL", NOW)
    assert tape.is_quoted("ACME:AAPL") and not tape.opens("ACME:AAPL", NOW)
    assert tape.standstill() == ""


@pytest.mark.parametrize("replay_first", [True, False])
def test_a_replay_beside_another_feed_cannot_be_traded_on(replay_first: bool) -> None:
    feeds: list[Provider] = [simulated(), ReplayProvider(Path("rows.csv"))]

    with pytest.raises(ConfigurationError, match=r"^TP_FEED: expected feeds that live in one time"):
        tape_of(compose(feeds[::-1] if replay_first else feeds))


def test_a_feed_that_is_no_tape_is_named() -> None:
    live = SoundProvider(simulated(), RefusedData())
    live.name = "live"

    with pytest.raises(ConfigurationError, match="the feed 'live' cannot be read again"):
        tape_of(compose([simulated(), live]))
