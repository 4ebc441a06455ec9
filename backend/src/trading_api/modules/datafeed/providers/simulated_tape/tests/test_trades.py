from contextlib import aclosing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.instruments import StoredBar
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.providers.simulated_market import CHARACTERS
from trading_api.modules.datafeed.providers.simulated_series import SimulatedSeries
from trading_api.modules.datafeed.providers.simulated_tape.trades import SimulatedTrades
from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.modules.datafeed.resolutions import (
    DAY_MS,
    MINUTE_MS,
    bucket_start,
    length_ms,
)
from trading_api.shared.ws.testing import ManualClock

# 2026-11-23T14:30:12.345Z
NOW = 1_795_444_212_345
FAR = 2**53
SERIES = {one.instrument.symbol: SimulatedSeries(7, one) for one in CHARACTERS}
TAPES = {symbol: SimulatedTrades(series) for symbol, series in SERIES.items()}
symbols = st.sampled_from(sorted(SERIES))
minutes = st.integers(NOW // MINUTE_MS - 59 * 1440, NOW // MINUTE_MS - 2)


def known_at(symbol: str, since: int, now: int) -> list[Trade]:
    """Return the trades made from `since` on that are known at `now`, by their own time."""
    of_minutes = map(TAPES[symbol].of_minute, range(since // MINUTE_MS, now // MINUTE_MS + 1))
    known = [one.trade for of_minute in of_minutes for one in of_minute if one.known <= now]
    return sorted((one for one in known if one.time >= since), key=lambda one: one.time)


def bar_of(trades: list[Trade], time: int) -> StoredBar:
    prices = [one.price for one in trades]
    volume = sum(one.size for one in trades)
    return StoredBar(time, prices[0], max(prices), min(prices), prices[-1], volume)


@given(symbols, minutes)
@settings(deadline=None, max_examples=60)
def test_the_trades_of_a_minute_are_its_bar(symbol: str, minute: int) -> None:
    start = minute * MINUTE_MS
    made = [
        one
        for one in known_at(symbol, start, start + 2 * MINUTE_MS)
        if one.time < start + MINUTE_MS
    ]

    (bar,) = SERIES[symbol].history("1", start + 1, 1, as_of=NOW)

    assert bar_of(made, start) == bar
    assert len({one.id for one in made}) == len(made)


# A minute so quiet that shares of its volume round to nothing.
@example("LATE", 1_795_137_271_787, "1")
@given(symbols, st.integers(NOW - 59 * DAY_MS, NOW), st.sampled_from(["1", "5", "15", "60"]))
@settings(deadline=None, max_examples=15)
def test_a_bar_is_of_the_trades_that_are_known(symbol: str, now: int, resolution: str) -> None:
    start = bucket_start(now, resolution)
    before = start - length_ms(resolution)

    closed, forming = SERIES[symbol].history(resolution, FAR, 2, as_of=now)

    known = known_at(symbol, before, now)
    assert forming == bar_of([one for one in known if one.time >= start], start)
    assert closed == bar_of([one for one in known if one.time < start], before)


def test_a_late_trade_changes_a_bar_that_had_closed() -> None:
    series, minute = SERIES["LATE"], NOW // MINUTE_MS
    late = next(filter(None, map(series.late_print_of, range(minute - 3, minute))))

    before, after = [
        series.history("1", late.minute * MINUTE_MS + 1, 1, as_of=moment)[0]
        for moment in (late.known - 1, late.known)
    ]

    assert late.known > (late.minute + 1) * MINUTE_MS
    assert after.volume == before.volume + series.print_of(late).size
    assert after.high >= before.high and after.low <= before.low


@pytest.mark.parametrize("symbol", ["AAPL", "LATE"])
async def test_the_stream_goes_on_where_the_recent_trades_end(symbol: str) -> None:
    clock = ManualClock(NOW)

    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    provider = SimulatedProvider(seed=7, clock=clock, sleep=sleep)
    recent = list(provider.recent_trades(symbol, 50))

    async with aclosing(provider.trades(symbol)) as trades:
        streamed = [await anext(trades) for _ in range(1000)]

    assert list(provider.recent_trades(symbol, 1050)) == recent + streamed


async def test_who_slept_gets_the_late_trades_of_the_sleep_alone() -> None:
    clock = ManualClock(NOW)

    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    provider = SimulatedProvider(seed=7, clock=clock, sleep=sleep)
    async with aclosing(provider.trades("LATE")) as trades:
        await anext(trades)
        clock.advance(3600)
        heard = [await anext(trades) for _ in range(25)]

    assert all(one.time < NOW + 3_600_000 - MINUTE_MS // 12 for one in heard[:20])
    assert len({one.time // MINUTE_MS for one in heard[:19]}) == 19
    assert heard[-1].time > NOW + 3_590_000
