"""The simulated minutes of a day: 1,440 bars that fold exactly to the day's bar."""

from dataclasses import dataclass

import numpy as np

from .noise import Floats, Ints, grow, split
from .simulated_days import BLOCK_DAYS, MINUTES, MINUTES_A_NODE, NODES, DayBlock, SimulatedDays
from .simulated_profile import along

_CENTRES = (np.arange(MINUTES) + 0.5) / MINUTES


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
    deviation = _deviation(days, index, block, row)
    closes = _closes(days, index, block.course[row], deviation)
    opens: Floats = np.concatenate((block.open[row : row + 1].astype(np.float64), closes[:-1]))
    weights = _volume_weights(days, index, np.abs(closes - opens) / deviation)
    return _fitted(
        _Path(opens, *_wicks(days, index, opens, closes, deviation), closes),
        block,
        row,
        split(int(block.volume[row]), weights),
    )


def _deviation(days: SimulatedDays, index: Ints, block: DayBlock, row: int) -> Floats:
    """Return each minute's deviation in ticks: the day's profile, and bursts within it."""
    variance = days.activity * along(block.variance[row], _CENTRES)
    result: Floats = block.volatility[row] * np.sqrt(variance / variance.sum()) * days.bursts(index)
    return result


def _closes(days: SimulatedDays, index: Ints, course: Floats, deviation: Floats) -> Floats:
    """Return the unrounded closes: a random walk pinned to the day's course."""
    news = np.where(days.noise("news").uniform(index) < 1 / 240, 2.5, 1.0)
    deviation = (deviation * news).reshape(NODES, MINUTES_A_NODE)
    walk = np.cumsum(days.noise("minute").gauss(index).reshape(deviation.shape) * deviation, axis=1)
    spent = np.cumsum(deviation * deviation, axis=1)
    start, end = course[:-1, None], course[1:, None]
    drift = (end - start - walk[:, -1:]) * (spent / spent[:, -1:])
    closes: Floats = (start + walk + drift).reshape(MINUTES)
    return closes


def _wicks(
    days: SimulatedDays, index: Ints, opens: Floats, closes: Floats, deviation: Floats
) -> tuple[Floats, Floats]:
    """Return highs and lows as a walk of this deviation from open to close would reach them."""
    body = np.abs(closes - opens)
    spread = 1.3 * deviation * deviation

    def reach(purpose: str) -> Floats:
        far = np.sqrt(body * body + spread * days.noise(purpose).exponential(index))
        return (far - body) / 2.0

    highs = np.maximum(opens, closes) + reach("wick up")
    lows = np.minimum(opens, closes) - reach("wick down")
    return highs, lows


def _volume_weights(days: SimulatedDays, index: Ints, moved: Floats) -> Ints:
    crowd = 0.3 * days.noise("lots").gauss(index) + 0.3 * days.noise("rush").smooth(index, 11)
    rate = days.activity * along(days.volume_points(int(index[0]) // MINUTES), _CENTRES)
    weights = 256.0 * rate * grow(crowd) * (0.4 + 0.7 * moved)
    return 1 + np.rint(weights).astype(np.int64)


@dataclass(frozen=True)
class _Path:
    """Unrounded minutes, which wander a little less or more far than the day did."""

    open: Floats
    high: Floats
    low: Floats
    close: Floats


def _fitted(path: _Path, block: DayBlock, row: int, volume: Ints) -> MinuteBars:
    """Return the minutes whose highest high and lowest low are the day's.

    What lies beyond the day's open and close is stretched or shrunk until its tip is the day's, so
    that the order of all prices stays and the minutes do not stop one after another at a border.
    """
    top, bottom = sorted((int(block.open[row]), int(block.close[row])), reverse=True)
    high, low = int(block.high[row]), int(block.low[row])
    above = _ratio(high - top, path.high.max() - top)
    below = _ratio(bottom - low, bottom - path.low.min())

    def fit(prices: Floats) -> Ints:
        beyond = np.maximum(prices - top, 0.0) * (above - 1.0)
        beneath = np.minimum(prices - bottom, 0.0) * (below - 1.0)
        whole: Ints = np.clip(np.rint(prices + beyond + beneath), low, high).astype(np.int64)
        return whole

    closes, highs, lows = fit(path.close), fit(path.high), fit(path.low)
    closes[-1] = block.close[row]
    highs[np.argmax(path.high)] = high
    lows[np.argmin(path.low)] = low
    opens = np.concatenate((block.open[row : row + 1], closes[:-1]))
    return MinuteBars(opens, highs, lows, closes, volume)


def _ratio(wanted: float, found: float) -> float:
    return wanted / found if found > 0.0 else 1.0
