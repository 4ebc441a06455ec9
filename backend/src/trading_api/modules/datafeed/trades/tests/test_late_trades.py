import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from trading_api.models.market import Bar, GetBarsResponse
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.resolutions import MINUTE_MS, RESOLUTIONS
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.testing import Published
from trading_api.shared.ws.testing import SteppedClock

# 2026-11-23T14:30:12.345Z
NOW = 1_795_444_212_345
FAR = 2**53 - 1


class Feed:
    """A datafeed on the simulated market whose clock the test steps."""

    def __init__(self) -> None:
        self.clock = SteppedClock(NOW)
        provider = SimulatedProvider(seed=7, clock=self.clock, sleep=self.clock.sleep)
        self.service = DatafeedService(provider, clock=self.clock)

    async def listen(self, symbol: str, resolution: str) -> Published:
        listener = Published()
        topic = f'bars:{{"resolution":"{resolution}","symbol":"{symbol}"}}'
        await self.service.create_topic(topic, listener)
        return listener

    async def bar(self, symbol: str, resolution: str, moment: int) -> Bar:
        """Return one bar as REST does."""
        page = await self.service.get_bars(
            symbol, resolution, start=moment, end=moment, count_back=None
        )
        return GetBarsResponse.model_validate_json(page).bars[0]

    async def until(self, happened: Callable[[], Any]) -> None:
        """Step on, and let the reading threads end, until it has happened."""
        deadline = time.monotonic() + 20
        while not happened():
            assert time.monotonic() < deadline, "it never happened"
            await self.clock.step(1)
            await asyncio.to_thread(lambda: None)


@pytest.fixture
async def feed() -> Any:
    feed = Feed()
    yield feed
    await feed.service.stop()


def corrections(listener: Published) -> list[Bar]:
    return [bar for bar in listener.updates if bar.correction is True]


def last_before(listener: Published, correction: Bar) -> Bar:
    same = [bar for bar in listener.updates if bar.time == correction.time]
    return same[same.index(correction) - 1]


async def test_U2_a_late_trade_corrects_the_bar_that_had_closed(feed: Feed) -> None:
    listener = await feed.listen("LATE", "1")

    await feed.until(lambda: corrections(listener))

    (corrected,) = corrections(listener)
    before = last_before(listener, corrected)
    assert before.volume < corrected.volume and before.high <= corrected.high
    assert corrected.time < max(bar.time for bar in listener.updates)
    assert await feed.bar("LATE", "1", corrected.time) == bare(corrected)


def bare(bar: Bar) -> Bar:
    return Bar(**{key: value for key, value in bar.model_dump().items() if key != "correction"})


async def test_a_bar_that_still_forms_grows_without_a_correction(feed: Feed) -> None:
    minutes, days = await feed.listen("LATE", "1"), await feed.listen("LATE", "1D")

    await feed.until(lambda: corrections(minutes))
    await feed.clock.step(2)

    assert corrections(days) == []
    assert days.updates[-1] == await feed.bar("LATE", "1D", days.updates[-1].time)


async def test_every_resolution_streams_what_history_says_after_a_correction(feed: Feed) -> None:
    listeners = {name: await feed.listen("LATE", name) for name in RESOLUTIONS}

    await feed.until(lambda: corrections(listeners["1"]))
    await feed.clock.step(2)

    for name, listener in listeners.items():
        newest = {bar.time: bar for bar in listener.updates}
        for moment, bar in newest.items():
            assert bare(bar) == await feed.bar("LATE", name, moment), name


async def test_other_instruments_are_not_listened_to_for_late_trades(feed: Feed) -> None:
    apple = await feed.listen("AAPL", "1")
    with_apple = len(feed.service.producers)

    await feed.listen("LATE", "1")
    await feed.clock.step(MINUTE_MS / 1000)

    assert (with_apple, len(feed.service.producers)) == (1, 3)
    assert corrections(apple) == []


async def test_S2_the_last_topic_ends_the_corrections(feed: Feed) -> None:
    await feed.listen("LATE", "1")

    feed.service.remove_topic('bars:{"resolution":"1","symbol":"LATE"}')
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    assert len(feed.service.producers) == 0


def test_correction_is_absent_unless_it_is_set() -> None:
    bar = Bar(time=1, open=1, high=1, low=1, close=1, volume=1)

    texts = [bar.model_dump_json(), bar.model_copy(update={"correction": True}).model_dump_json()]

    assert ["correction" in text for text in texts] == [False, True]
    assert texts[1].endswith('"correction":true}')
    required = Bar.model_json_schema(mode="serialization")["required"]
    assert required == ["time", "open", "high", "low", "close", "volume"]


async def test_a_reading_that_fails_costs_its_correction_alone(feed: Feed) -> None:
    listener = await feed.listen("LATE", "1")
    history, failed = feed.service.provider.history, list[int]()

    def failing(symbol: str, resolution: str, before: int, count: int) -> Any:
        if not failed:
            failed.append(before)
            raise RuntimeError("no history")
        return history(symbol, resolution, before, count)

    feed.service.provider.history = failing  # type: ignore[method-assign]

    await feed.until(lambda: corrections(listener))

    assert failed[0] < corrections(listener)[0].time
    assert feed.service.refused.of("simulated") == {"history_failed": 1}
