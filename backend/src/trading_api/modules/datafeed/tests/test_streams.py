import json
from typing import Any

import pytest
from pydantic import BaseModel

from trading_api.models.market import Bar, GetBarsResponse, QuoteData
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.resolutions import MINUTE_MS, RESOLUTIONS, bucket_start
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.testing import Published
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.testing import SteppedClock

# 2026-11-23T23:59:50.500Z, so that a stream of 20 s opens a new bar of every resolution.
BEFORE_MIDNIGHT = 1_795_478_390_500
MIDNIGHT = BEFORE_MIDNIGHT + 9_500
FAR = 2**53 - 1


def topic(route: str, **params: str) -> str:
    return f"{route}:{json.dumps(params, sort_keys=True, separators=(',', ':'))}"


def bars_of(symbol: str, resolution: str) -> str:
    return topic("bars", symbol=symbol, resolution=resolution)


class Feed:
    """A datafeed on a simulated market whose clock the test steps."""

    def __init__(self) -> None:
        self.clock = SteppedClock(BEFORE_MIDNIGHT)
        provider = SimulatedProvider(seed=5, clock=self.clock, sleep=self.clock.sleep)
        self.service = DatafeedService(provider, clock=self.clock)

    async def listen(self, topic: str) -> Published:
        listener = Published()
        await self.service.create_topic(topic, listener)
        return listener

    async def newest(self, symbol: str, resolution: str, count: int = 1) -> list[Bar]:
        page = await self.service.get_bars(symbol, resolution, start=0, end=FAR, count_back=count)
        return GetBarsResponse.model_validate_json(page).bars

    def snapshot(self, topic: str) -> list[BaseModel]:
        return list(self.service.snapshot(topic))


@pytest.fixture
async def feed() -> Any:
    feed = Feed()
    yield feed
    await feed.service.stop()


@pytest.mark.parametrize("resolution", RESOLUTIONS)
async def test_D5_last_streamed_bar_is_what_bars_return(feed: Feed, resolution: str) -> None:
    bars = await feed.listen(bars_of("AAPL", resolution))

    await feed.clock.step(5)
    first = await feed.newest("AAPL", resolution)
    assert bars.updates[-1:] == first
    await feed.clock.step(15)

    assert [bars.updates[-1]] == await feed.newest("AAPL", resolution)
    opened = bucket_start(MIDNIGHT, resolution)
    assert bars.updates[-1].time == opened
    assert (opened == MIDNIGHT > first[0].time) or resolution in ("1W", "1M")


async def test_D5_a_new_bar_opens_on_time_where_the_last_one_closed(feed: Feed) -> None:
    bars = await feed.listen(bars_of("NVDA", "1"))

    await feed.clock.step((MIDNIGHT - BEFORE_MIDNIGHT) / 1000)

    closed, opened = bars.updates[-2:]
    assert (closed.time, opened.time) == (MIDNIGHT - MINUTE_MS, MIDNIGHT)
    assert opened.open == opened.high == opened.low == opened.close == closed.close
    assert [closed, opened] == await feed.newest("NVDA", "1", 2)


async def test_D2_streams_of_two_symbols_differ(feed: Feed) -> None:
    apple, bitcoin = [await feed.listen(bars_of(name, "1")) for name in ("AAPL", "BTC/USD")]

    await feed.clock.step(5)

    assert apple.updates[-1] != bitcoin.updates[-1]


async def test_S2_one_source_a_symbol_however_many_topics(feed: Feed) -> None:
    topics = [
        bars_of("AAPL", "1"),
        bars_of("NASDAQ:AAPL", "1D"),
        bars_of("AAPL", "D"),
        topic("quotes", symbol="AAPL"),
    ]
    listeners = [await feed.listen(name) for name in topics]
    await feed.clock.step(2)

    assert len(feed.service.producers) == 1
    assert len({len(listener.updates) for listener in listeners}) == 1
    assert listeners[1].updates == listeners[2].updates


async def test_S2_the_last_topic_stops_the_source(feed: Feed) -> None:
    names = [bars_of("AAPL", "1"), topic("quotes", symbol="NASDAQ:AAPL")]
    first, _ = [await feed.listen(name) for name in names]

    feed.service.remove_topic(names[0])
    await feed.clock.step(1)
    assert (len(feed.service.producers), first.updates) == (1, [])
    feed.service.remove_topic(names[1])
    await feed.clock.step(1)

    assert len(feed.service.producers) == 0


async def test_S2_a_topic_may_leave_and_come_back_at_once(feed: Feed) -> None:
    name = bars_of("AAPL", "1")
    await feed.listen(name)
    await feed.clock.step(1)

    feed.service.remove_topic(name)
    again = await feed.listen(name)
    await feed.clock.step(1)

    assert len(feed.service.producers) == 1 and len(again.updates) >= 2
    assert [again.updates[-1]] == await feed.newest("AAPL", "1")


async def test_S5_a_late_listener_gets_the_state_at_once(feed: Feed) -> None:
    early = await feed.listen(bars_of("AAPL", "5"))
    await feed.clock.step(3)

    await feed.listen(bars_of("NASDAQ:AAPL", "5"))

    assert feed.snapshot(bars_of("NASDAQ:AAPL", "5")) == [early.updates[-1]]


async def test_S5_the_first_listener_gets_the_newest_bar_without_a_tick(feed: Feed) -> None:
    name = bars_of("ETH/USD", "60")

    listener = await feed.listen(name)

    assert feed.snapshot(name) == await feed.newest("ETH/USD", "60")
    assert listener.updates == []


async def test_D7_quotes_over_rest_are_the_streamed_ones(feed: Feed) -> None:
    stream = await feed.listen(topic("quotes", symbol="BTC/USD"))
    await feed.clock.step(5)

    assert await feed.service.get_quotes(["BTC/USD"]) == [stream.updates[-1]]
    assert feed.snapshot(topic("quotes", symbol="BTC/USD")) == [stream.updates[-1]]


async def test_quotes_carry_the_name_that_was_asked_for(feed: Feed) -> None:
    qualified = await feed.listen(topic("quotes", symbol="NASDAQ:AAPL"))
    plain = await feed.listen(topic("quotes", symbol="AAPL"))
    await feed.clock.step(1)

    first, second = qualified.updates[-1], plain.updates[-1]

    assert (first.n, second.n) == ("NASDAQ:AAPL", "AAPL")
    assert first.v == second.v


async def test_quotes_are_those_of_the_day_also_after_midnight(feed: Feed) -> None:
    stream = await feed.listen(topic("quotes", symbol="AAPL"))

    await feed.clock.step(20)

    yesterday, today = await feed.newest("AAPL", "1D", 2)
    quote: QuoteData = stream.updates[-1]
    assert quote.v.model_dump(exclude={"ask", "bid", "spread", "chp", "time", "received"}) == {
        "lp": today.close,
        "open_price": today.open,
        "high_price": today.high,
        "low_price": today.low,
        "prev_close_price": yesterday.close,
        "volume": today.volume,
        "ch": pytest.approx(today.close - yesterday.close),
        "short_name": "AAPL",
        "exchange": "NASDAQ",
        "description": "Apple Inc.",
        "original_name": "NASDAQ:AAPL",
    }


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (bars_of("NIX", "1"), "unknown_symbol"),
        (bars_of("AAPL", "7"), "unsupported_resolution"),
        (topic("quotes", symbol="NIX"), "unknown_symbol"),
    ],
)
async def test_D4_what_cannot_be_served_is_refused(feed: Feed, name: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        await feed.listen(name)

    assert refused.value.code == code
    assert len(feed.service.producers) == 0


async def test_a_stall_is_caught_up_with_every_newest_bar_right(feed: Feed) -> None:
    bars = await feed.listen(bars_of("AAPL", "60"))
    await feed.clock.step(1)

    feed.clock.advance(10 * 3600)
    await feed.clock.step(5)

    shown = {bar.time: bar for bar in bars.updates}
    assert list(shown.values()) == await feed.newest("AAPL", "60", 11)
    assert len(bars.updates) < 200
