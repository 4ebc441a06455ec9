from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.providers.simulated_market import CHARACTERS, Character
from trading_api.modules.datafeed.providers.simulated_series import SimulatedSeries
from trading_api.modules.datafeed.resolutions import (
    DAY_MS,
    MINUTE_MS,
    RESOLUTIONS,
    bucket_end,
    bucket_start,
    extend,
    fold,
    length_ms,
)
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.testing import ManualClock

# 2026-11-23T14:30:12.345Z
NOW = 1_795_444_212_345
FAR = 2**53
SYMBOLS = [character.instrument.symbol for character in CHARACTERS]
# Of an instrument with late prints, ticks and bars differ until these are known.
PUNCTUAL = [one.instrument.symbol for one in CHARACTERS if not one.instrument.corrected]
SERIES = {character.instrument.symbol: SimulatedSeries(7, character) for character in CHARACTERS}

symbols = st.sampled_from(SYMBOLS)
punctual = st.sampled_from(PUNCTUAL)
recent_times = st.integers(NOW - 59 * DAY_MS, NOW)


def market(seed: int = 7, now_ms: int = NOW) -> SimulatedProvider:
    return SimulatedProvider(seed=seed, clock=ManualClock(now_ms))


def ticks_of(symbol: str, after: int, until: int) -> list[Tick]:
    ticks = []
    while (tick := SERIES[symbol].next_tick(after, now_ms=after)).time <= until:
        ticks.append(tick)
        after = tick.time
    return ticks


def folded(ticks: list[Tick], resolution: str) -> StoredBar | None:
    bar = None
    for tick in ticks:
        bar = extend(bar, tick, resolution)
    return bar


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_same_seed_is_the_same_market_whatever_was_asked_before(resolution: str) -> None:
    fresh, asked = market(), market()
    for symbol in SYMBOLS:
        asked.history(symbol, "5", NOW - 9 * DAY_MS, 100)

    histories = [one.history("AAPL", resolution, FAR, 500) for one in (fresh, asked)]

    assert histories[0] == histories[1]
    assert histories[0] != market(seed=8).history("AAPL", resolution, FAR, 500)


def test_D2_every_symbol_has_a_path_of_its_own() -> None:
    moves = set()
    for symbol in SYMBOLS:
        closes = [bar.close for bar in market().history(symbol, "60", FAR, 50)]
        moves.add(tuple(later > earlier for earlier, later in pairwise(closes)))

    assert len(moves) == len(SYMBOLS)


def test_instruments_differ_in_kind_and_mostly_trade_around_the_clock() -> None:
    instruments = market().instruments()

    assert instruments[0].symbol == "AAPL" and len(instruments) >= 8
    assert instruments[0].session == instruments[0].calendar == "24x7"
    assert {one.calendar for one in instruments} == {"24x7", "XNYS", "XTKS"}
    assert all(one.live and one.resolutions == RESOLUTIONS for one in instruments)
    assert len({one.type for one in instruments}) >= 4
    assert any("/" in one.symbol and one.volume_precision > 0 for one in instruments)


@given(symbols, st.integers(1, 59))
@settings(deadline=None, max_examples=40)
def test_D3_minutes_fold_to_every_resolution(symbol: str, days_ago: int) -> None:
    before = (NOW // DAY_MS - days_ago + 1) * DAY_MS
    series = SERIES[symbol]
    minutes = series.history("1", before, 1440, as_of=NOW)

    for resolution in RESOLUTIONS[:-2]:
        count = DAY_MS // length_ms(resolution)
        assert fold(minutes, resolution) == series.history(resolution, before, count, as_of=NOW)


@pytest.mark.parametrize("resolution", ["1W", "1M"])
def test_D3_days_fold_to_weeks_and_months(resolution: str) -> None:
    days = market().history("AAPL", "1D", FAR, 999)

    bars = market().history("AAPL", resolution, FAR, 999)

    whole = [bar for bar in fold(days, resolution) if bar.time >= days[0].time]
    assert bars == whole and len(bars) > 20
    assert [bar.time for bar in bars] == [bucket_start(bar.time, resolution) for bar in bars]


@given(punctual, st.integers(NOW // MINUTE_MS - 59 * 1440, NOW // MINUTE_MS - 1))
@settings(deadline=None, max_examples=60)
def test_ticks_fold_to_their_minute(symbol: str, minute: int) -> None:
    start = minute * MINUTE_MS

    ticks = ticks_of(symbol, start - 1, start + MINUTE_MS - 1)

    assert ticks[0].time == start
    assert [folded(ticks, "1")] == SERIES[symbol].history("1", start + 1, 1, as_of=NOW)


@given(punctual, recent_times, st.sampled_from(RESOLUTIONS[:5]))
@settings(deadline=None, max_examples=60)
def test_forming_bar_is_the_fold_of_the_ticks_so_far(
    symbol: str, now: int, resolution: str
) -> None:
    start = now - now % length_ms(resolution)

    forming = SERIES[symbol].forming(resolution, as_of=now)

    assert forming == folded(ticks_of(symbol, start - 1, now), resolution)
    assert [forming] == SERIES[symbol].history(resolution, FAR, 1, as_of=now)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_paths_are_continuous_over_minutes_and_days(symbol: str) -> None:
    for resolution, count in (("1", 3000), ("1D", 730)):
        bars = market().history(symbol, resolution, FAR, count)

        assert all(one.close == next_.open for one, next_ in pairwise(bars))
        assert all(next_.time - one.time == length_ms(resolution) for one, next_ in pairwise(bars))
        assert all(0 < bar.low <= min(bar.open, bar.close) for bar in bars)
        assert all(bar.high >= max(bar.open, bar.close) and bar.volume > 0 for bar in bars)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_ticks_are_a_plausible_market(symbol: str) -> None:
    instrument = SERIES[symbol].instrument
    ticks = ticks_of(symbol, NOW, NOW + 10 * MINUTE_MS)
    unit = 10**instrument.volume_precision

    assert all(one.time < next_.time for one, next_ in pairwise(ticks))
    assert all(one.bid <= one.last <= one.ask and one.bid < one.ask for one in ticks)
    assert all(min(one.bid_size, one.ask_size) >= 100 * unit for one in ticks)
    assert all(
        price % instrument.min_move == 0 for one in ticks for price in (one.bid, one.ask, one.last)
    )


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_no_second_passes_with_fewer_than_two_ticks(symbol: str) -> None:
    first = NOW // 1000 + 1
    seconds = [tick.time // 1000 for tick in ticks_of(symbol, first * 1000 - 1, NOW + 120_000)]

    assert all(seconds.count(first + n) >= 2 for n in range(100))


@pytest.mark.parametrize("character", CHARACTERS, ids=SYMBOLS)
def test_prices_stay_near_their_level_and_move_every_day(character: Character) -> None:
    base = character.base_ticks * character.instrument.min_move
    bars = market().history(character.instrument.symbol, "1D", FAR, 730)

    assert all(base / 4 < bar.low and bar.high < base * 4 for bar in bars)
    ranges = sorted((bar.high - bar.low) / bar.open for bar in bars)
    assert 0.5 < ranges[len(ranges) // 2] / character.daily_volatility < 3


@pytest.mark.parametrize(("resolution", "days"), [("1D", 730), ("60", 60), ("1", 60)])
def test_history_ends_at_its_left_edge(resolution: str, days: int) -> None:
    oldest = (NOW // DAY_MS - days) * DAY_MS

    assert [bar.time for bar in market().history("SPY", resolution, oldest + 1, 5)] == [oldest]
    assert market().history("SPY", resolution, oldest, 5) == []


@given(symbols, st.sampled_from(RESOLUTIONS), st.lists(st.integers(1, 90), min_size=2, max_size=5))
@settings(deadline=None, max_examples=40)
def test_paging_back_visits_every_bar_once(symbol: str, resolution: str, counts: list[int]) -> None:
    series, paged = SERIES[symbol], list[StoredBar]()
    before = FAR
    for count in counts:
        paged[:0] = series.history(resolution, before, count, as_of=NOW)
        before = paged[0].time

    assert paged == series.history(resolution, FAR, sum(counts), as_of=NOW)


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_history_never_tells_the_future(resolution: str) -> None:
    provider = market()

    bars = provider.history("AAPL", resolution, FAR, 3)

    assert bars[-1].time <= NOW < bucket_end(bars[-1].time, resolution)
    assert bars[-1] == provider.forming("AAPL", resolution)
    assert bars[-1].close == SERIES["AAPL"].last_tick(as_of=NOW).last


def test_an_unknown_symbol_is_refused() -> None:
    with pytest.raises(Refusal, match="NIX"):
        market().history("NIX", "1", FAR, 1)
