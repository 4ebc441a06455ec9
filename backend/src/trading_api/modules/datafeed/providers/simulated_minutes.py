"""The simulated minutes of a day: 1,440 bars that fold exactly to the day's bar."""

from dataclasses import dataclass

import numpy as np

from .noise import Floats, Ints, grow, split
from .simulated_days import BLOCK_DAYS, MINUTES, MINUTES_A_NODE, NODES, SimulatedDays


@dataclass(frozen=True)
class MinuteBars:
    """The minutes of one day; prices in ticks."""

    open: Ints
    high: Ints
    low: Ints
    close: Ints
    volume: Ints


def minute_bars(days: SimulatedDays, day: int) -> MinuteBars:
    """Return the minutes of `day`: each opens at the close of the one before."""
    block, row = days.block(day // BLOCK_DAYS), day % BLOCK_DAYS
    index = np.arange(MINUTES, dtype=np.int64) + day * MINUTES
    high, low = int(block.high[row]), int(block.low[row])
    deviation = _deviation(days, index, float(block.volatility[row]))
    closes = _reflect(_closes(days, index, block.course[row], deviation), low, high)
    closes[-1] = block.close[row]
    opens = np.concatenate((block.open[row : row + 1], closes[:-1]))
    highs, lows = _wicks(days, index, opens, closes, deviation)
    highs, lows = np.minimum(highs, high), np.maximum(lows, low)
    highs[np.argmax(highs)] = high
    lows[np.argmin(lows)] = low
    weights = _volume_weights(days, index, np.abs(closes - opens) / deviation)
    return MinuteBars(opens, highs, lows, closes, split(int(block.volume[row]), weights))


def _deviation(days: SimulatedDays, index: Ints, of_day: float) -> Floats:
    """Return each minute's deviation in ticks: the day's profile, and bursts within it."""
    burst = (
        0.25 * days.noise("hours").smooth(index, 181)
        + 0.28 * days.noise("burst").smooth(index, 37)
        + 0.25 * days.noise("flurry").smooth(index, 7)
    )
    share = days.activity / days.activity.sum()
    result: Floats = of_day * np.sqrt(share) * grow(burst)
    return result


def _closes(days: SimulatedDays, index: Ints, course: Floats, deviation: Floats) -> Floats:
    """Return the unrounded closes: a random walk pinned to the day's course."""
    news = np.where(days.noise("news").uniform(index) < 1 / 240, 2.5, 1.0)
    steps = days.noise("minute").gauss(index) * deviation * news
    walk = np.cumsum(steps.reshape(NODES, MINUTES_A_NODE), axis=1)
    part = np.arange(1, MINUTES_A_NODE + 1) / MINUTES_A_NODE
    start, end = course[:-1, None], course[1:, None]
    return (start + walk + (end - start - walk[:, -1:]) * part).reshape(MINUTES)


def _reflect(prices: Floats, low: int, high: int) -> Ints:
    """Return whole prices within the day's range; what would leave it turns back."""
    prices = np.where(prices > high, 2.0 * high - prices, prices)
    prices = np.where(prices < low, 2.0 * low - prices, prices)
    whole: Ints = np.clip(np.rint(prices), low, high).astype(np.int64)
    return whole


def _wicks(
    days: SimulatedDays, index: Ints, opens: Ints, closes: Ints, deviation: Floats
) -> tuple[Ints, Ints]:
    """Return highs and lows as a walk of this deviation from open to close would reach them."""
    body = np.abs(closes - opens).astype(np.float64)
    spread = 1.3 * deviation * deviation

    def reach(purpose: str) -> Ints:
        far = np.sqrt(body * body + spread * days.noise(purpose).exponential(index))
        whole: Ints = np.rint((far - body) / 2.0).astype(np.int64)
        return whole

    highs = np.maximum(opens, closes) + reach("wick up")
    lows = np.minimum(opens, closes) - reach("wick down")
    return highs, lows


def _volume_weights(days: SimulatedDays, index: Ints, moved: Floats) -> Ints:
    crowd = 0.3 * days.noise("lots").gauss(index) + 0.3 * days.noise("rush").smooth(index, 11)
    weights = 256.0 * days.activity * grow(crowd) * (0.4 + 0.7 * moved)
    return 1 + np.rint(weights).astype(np.int64)
