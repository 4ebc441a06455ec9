import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.providers.noise import Floats
from trading_api.modules.datafeed.providers.simulated_days import (
    BLOCK_DAYS,
    MINUTES,
    SimulatedDays,
)
from trading_api.modules.datafeed.providers.simulated_market import CHARACTERS
from trading_api.modules.datafeed.providers.simulated_minutes import MinuteBars, minute_bars

DAYS = {one.instrument.symbol: SimulatedDays(7, one) for one in CHARACTERS}
FIRST_DAY = 20_780
# Where a tick is small beside a minute's move, so that equal prices are no accident.
FINE = ["AAPL", "BTC/USD", "EUR/USD", "XAU/USD"]

symbols = st.sampled_from(list(DAYS))
days = st.integers(19_000, 24_000)


def minutes(symbol: str, count: int) -> list[MinuteBars]:
    return [minute_bars(DAYS[symbol], FIRST_DAY + n) for n in range(count)]


def steps(column: Floats) -> Floats:
    """Return how much half an hour differs from the one before, over all these days."""
    halves = np.log(column.reshape(-1, 30).mean(axis=1))
    result: Floats = np.abs(np.diff(halves))
    return result


@given(symbols, days)
@settings(deadline=None, max_examples=100)
def test_minutes_fold_to_their_day(symbol: str, day: int) -> None:
    block, row = DAYS[symbol].block(day // BLOCK_DAYS), day % BLOCK_DAYS

    bars = minute_bars(DAYS[symbol], day)

    assert (bars.open[0], bars.close[-1]) == (block.open[row], block.close[row])
    assert (bars.high.max(), bars.low.min()) == (block.high[row], block.low[row])
    assert bars.volume.sum() == block.volume[row]


@given(symbols, days)
@settings(deadline=None, max_examples=100)
def test_minutes_are_sound_and_joined(symbol: str, day: int) -> None:
    bars, next_day = minute_bars(DAYS[symbol], day), minute_bars(DAYS[symbol], day + 1)

    assert (bars.open[1:] == bars.close[:-1]).all() and next_day.open[0] == bars.close[-1]
    assert (bars.high >= np.maximum(bars.open, bars.close)).all()
    assert (bars.low <= np.minimum(bars.open, bars.close)).all()
    assert bars.low.min() > 0 and bars.volume.min() >= 0


@pytest.mark.parametrize("symbol", FINE)
def test_minutes_do_not_stop_at_the_borders_of_the_day(symbol: str) -> None:
    touching = [
        (bars.high == bars.high.max()).sum() + (bars.low == bars.low.min()).sum()
        for bars in minutes(symbol, 40)
    ]

    assert np.mean(touching) < 3 and np.max(touching) < 10


@pytest.mark.parametrize("symbol", FINE)
def test_bodies_and_wicks_are_in_proportion(symbol: str) -> None:
    bars = minutes(symbol, 5)
    body = np.concatenate([np.abs(one.close - one.open) for one in bars])
    reach = np.concatenate([one.high - one.low for one in bars])

    assert 0.35 < body.sum() / reach.sum() < 0.65
    assert np.percentile(reach, 99) < 8 * np.median(reach)


@pytest.mark.parametrize("symbol", list(DAYS))
@pytest.mark.parametrize("kind", ["volume", "range"])
def test_nothing_steps_at_midnight(symbol: str, kind: str) -> None:
    bars = minutes(symbol, 50)
    columns = [one.volume if kind == "volume" else one.high - one.low + 1 for one in bars]

    change = steps(np.concatenate(columns).astype(np.float64))

    at_midnight = change[MINUTES // 30 - 1 :: MINUTES // 30]
    assert np.mean(at_midnight) < 1.5 * np.mean(change)
