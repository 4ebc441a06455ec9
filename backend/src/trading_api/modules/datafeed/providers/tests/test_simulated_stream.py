from contextlib import aclosing

import pytest

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.providers.simulated_series import LATE_BARS
from trading_api.modules.datafeed.resolutions import MINUTE_MS, RESOLUTIONS, extend, length_ms
from trading_api.shared.ws.testing import ManualClock

# 2026-11-23T23:58:30.500Z: a stream of two minutes goes over midnight.
LATE_EVENING = 1_795_478_310_500
HOUR_S = 3600
FAR = 2**53


class Market:
    """A simulated market whose time passes only while it sleeps."""

    def __init__(self, now_ms: int = LATE_EVENING) -> None:
        self.clock = ManualClock(now_ms)
        self.provider = SimulatedProvider(seed=3, clock=self.clock, sleep=self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.clock.advance(seconds)

    def last(self, symbol: str) -> Tick:
        tick = self.provider.last_tick(symbol)
        assert tick is not None
        return tick

    def forming(self, symbol: str, resolution: str) -> StoredBar:
        bar = self.provider.forming(symbol, resolution)
        assert bar is not None
        return bar

    async def heard(self, symbol: str, count: int) -> list[Tick]:
        async with aclosing(self.provider.ticks(symbol)) as ticks:
            return [await anext(ticks) for _ in range(count)]


async def test_ticks_follow_the_last_one_each_at_its_time() -> None:
    market = Market()
    last = market.last("AAPL")

    first, second = await market.heard("AAPL", 2)

    assert last.time <= LATE_EVENING < first.time < second.time == market.clock.now_ms()


@pytest.mark.parametrize("resolution", RESOLUTIONS)
async def test_history_joins_the_stream_without_a_seam(resolution: str) -> None:
    market = Market()
    bars = {bar.time: bar for bar in market.provider.history("BTC/USD", resolution, FAR, 3)}
    bar: StoredBar | None = bars[max(bars)]

    for tick in await market.heard("BTC/USD", 700):
        bar = extend(bar, tick, resolution)
        bars[bar.time] = bar

    history = market.provider.history("BTC/USD", resolution, FAR, len(bars))
    assert list(bars.values()) == history


# Sundays and months end a few seconds later: 2026-11-29 and 2026-11-30, 23:59:50.500Z.
@pytest.mark.parametrize(
    ("resolution", "before"), [("1W", 1_795_996_790_500), ("1M", 1_796_083_190_500)]
)
async def test_D5_a_new_week_or_month_opens_on_its_first_midnight(
    resolution: str, before: int
) -> None:
    market = Market(before)
    old = market.forming("AAPL", resolution)
    ticks = await market.heard("AAPL", 60)

    opened = market.forming("AAPL", resolution)

    first = next(tick for tick in ticks if tick.time >= before + 9_500)
    assert (opened.time, opened.open, first.time) == (before + 9_500, first.last, opened.time)
    assert market.provider.history("AAPL", resolution, opened.time, 1)[0].open == old.open


async def test_D5_a_new_bar_opens_in_the_first_millisecond_of_its_minute() -> None:
    ticks = await Market().heard("F", 300)

    opening = [tick.time for tick in ticks if tick.time % MINUTE_MS == 0]

    midnight = LATE_EVENING + 89_500
    assert opening == [midnight - MINUTE_MS, midnight]


async def test_a_restart_continues_the_path() -> None:
    unbroken = await Market().heard("AAPL", 40)
    cut = Market()
    before = await cut.heard("AAPL", 15)

    after = await Market(cut.clock.now_ms()).heard("AAPL", 25)

    assert before + after == unbroken


async def test_time_stands_at_the_tick_that_was_heard_last() -> None:
    market = Market()
    async with aclosing(market.provider.ticks("AAPL")) as ticks:
        heard = await anext(ticks)
        market.clock.advance(30)

        assert market.last("AAPL") == heard
        assert market.forming("AAPL", "1").close == heard.last
        assert market.provider.history("AAPL", "1", FAR, 1)[-1].close == heard.last


async def test_time_goes_on_when_nobody_listens() -> None:
    market = Market()
    heard = await market.heard("AAPL", 1)

    market.clock.advance(30)

    assert market.last("AAPL").time > heard[0].time + 29_000


async def test_a_short_delay_loses_no_tick() -> None:
    unbroken = await Market().heard("AAPL", 30)
    market = Market()
    async with aclosing(market.provider.ticks("AAPL")) as ticks:
        first = await anext(ticks)
        market.clock.advance(1.5)

        late = [await anext(ticks) for _ in range(20)]

    assert [first, *late] == unbroken[:21]


@pytest.mark.parametrize("hours", [0.1, 8, 100, 24 * 40])
async def test_a_long_stall_is_caught_up_without_a_flood(hours: float) -> None:
    market = Market()
    late: list[Tick] = []
    async with aclosing(market.provider.ticks("AAPL")) as ticks:
        await anext(ticks)
        market.clock.advance(hours * HOUR_S)
        woken = market.clock.now_ms()
        while not late or late[-1].time < woken - 2_000:
            late.append(await anext(ticks))

    assert len(late) < len(RESOLUTIONS) * LATE_BARS + hours / 24 + 10


@pytest.mark.parametrize("resolution", RESOLUTIONS)
async def test_a_long_stall_shows_how_the_newest_bars_closed(resolution: str) -> None:
    market = Market()
    shown: dict[int, StoredBar] = {}
    async with aclosing(market.provider.ticks("AAPL")) as ticks:
        await anext(ticks)
        market.clock.advance(20 * length_ms(resolution) / 1000)
        woken = market.clock.now_ms()
        while (await anext(ticks)).time < woken - 2_000:
            bar = market.forming("AAPL", resolution)
            shown[bar.time] = bar

    closed = SimulatedProvider(seed=3, clock=market.clock).history("AAPL", resolution, FAR, 12)[:-1]
    assert [shown[bar.time] for bar in closed] == closed
