"""The simulated ticks of a minute: they fold exactly to the minute's bar."""

from dataclasses import dataclass

import numpy as np

from trading_api.modules.datafeed.instruments import StoredBar, Tick

from .noise import Floats, Ints, split
from .simulated_days import MINUTES, SimulatedDays
from .simulated_minutes import MinuteBars

MINUTE_MS = 60_000
# More than any instrument has in a minute, so that indexes of different minutes never meet.
_INDEXES_A_MINUTE = 1024


@dataclass(frozen=True)
class MinuteTicks:
    """The ticks of one minute in columns, ascending by time; prices in ticks."""

    time: Ints
    bid: Ints
    ask: Ints
    last: Ints
    bid_size: Ints
    ask_size: Ints
    last_size: Ints

    def __len__(self) -> int:
        return len(self.time)

    def count_until(self, now_ms: int) -> int:
        """Return how many ticks have happened at `now_ms`."""
        return int(np.searchsorted(self.time, now_ms, side="right"))

    def tick(self, number: int, min_move: int) -> Tick:
        """Return one tick in the instrument's price units."""
        return Tick(
            time=int(self.time[number]),
            bid=int(self.bid[number]) * min_move,
            ask=int(self.ask[number]) * min_move,
            last=int(self.last[number]) * min_move,
            bid_size=int(self.bid_size[number]),
            ask_size=int(self.ask_size[number]),
            last_size=int(self.last_size[number]),
        )

    def bar(self, count: int) -> StoredBar:
        """Return the minute's bar after its first `count` ticks (at least one), in ticks."""
        last = self.last[:count]
        return StoredBar(
            time=int(self.time[0]),
            open=int(last[0]),
            high=int(last.max()),
            low=int(last.min()),
            close=int(last[-1]),
            volume=int(self.last_size[:count].sum()),
        )


def minute_ticks(days: SimulatedDays, bars: MinuteBars, minute: int) -> MinuteTicks:
    """Return the ticks of `minute` (since 1970): the first at its first millisecond, its open."""
    row, count = minute % MINUTES, days.character.ticks_a_minute
    index = np.arange(count, dtype=np.int64) + minute * _INDEXES_A_MINUTE
    last = _prices(days, bars, row, index)
    spread = _spread(days, index)
    below = _below_last(days, last, spread, index)
    weights = 1 + np.rint(16.0 * days.noise("trade").exponential(index)).astype(np.int64)
    return MinuteTicks(
        time=_times(days, minute, index),
        bid=last - below,
        ask=last - below + spread,
        last=last,
        bid_size=_sizes(days, "bid size", index),
        ask_size=_sizes(days, "ask size", index),
        last_size=_traded(int(bars.volume[row]), weights),
    )


def _traded(volume: int, weights: Ints) -> Ints:
    """Return the minute's volume by tick: every price was traded at, in quiet minutes too."""
    sizes = split(volume, weights)
    if sizes.min() > 0 or volume < len(weights):
        return sizes
    return 1 + split(volume - len(weights), weights)


def _times(days: SimulatedDays, minute: int, index: Ints) -> Ints:
    """Return times one step apart, give or take a half; the first on the minute itself."""
    shift = 0.5 * days.noise("time").uniform(index)
    shift[0] = 0.0
    step = MINUTE_MS / len(index)
    return minute * MINUTE_MS + ((np.arange(len(index)) + shift) * step).astype(np.int64)


def _prices(days: SimulatedDays, bars: MinuteBars, row: int, index: Ints) -> Ints:
    """Return a walk from open to close that touches the high and the low and never leaves them."""
    first, final = int(bars.open[row]), int(bars.close[row])
    high, low = int(bars.high[row]), int(bars.low[row])
    turns = _turns(days, index)
    down_first = bool(days.noise("order").uniform(index[:1])[0] < (0.75 if final > first else 0.25))
    between = (low, high) if down_first else (high, low)
    corners = np.array((first, *between, final), dtype=np.int64)
    places = np.array((0, *turns, len(index) - 1), dtype=np.int64)
    steps = days.noise("tick").gauss(index) * ((high - low) / np.sqrt(len(index)))
    walk = np.cumsum(steps)
    path = np.clip(np.rint(_pinned(walk, places, corners)), low, high).astype(np.int64)
    path[places] = corners
    return path


def _turns(days: SimulatedDays, index: Ints) -> tuple[int, int]:
    """Return two different places strictly between the first and the last tick, ascending."""
    inner = len(index) - 2
    one = 1 + int(days.noise("turn").below(inner, index[:1])[0])
    other = 1 + int(days.noise("turn").below(inner - 1, index[1:2])[0])
    other += other >= one
    return min(one, other), max(one, other)


def _pinned(walk: Floats, places: Ints, corners: Ints) -> Floats:
    """Return `walk` tilted between `places` so that it passes through `corners` there."""
    lengths = np.diff(places)
    missing = corners - walk[places]
    number = np.repeat(np.arange(3), lengths)
    number = np.append(number, 2)
    part = (np.arange(len(walk)) - places[number]) / lengths[number]
    return walk + missing[number] + (missing[number + 1] - missing[number]) * part


def _spread(days: SimulatedDays, index: Ints) -> Ints:
    base = days.character.spread_ticks
    wider = np.maximum(days.noise("spread").smooth(index, 23) - 0.8, 0.0)
    result: Ints = base + np.rint(wider * max(base, 2)).astype(np.int64)
    return result


def _below_last(days: SimulatedDays, last: Ints, spread: Ints, index: Ints) -> Ints:
    """Return how far the bid lies below the last trade: buyers lift the ask, sellers hit bids."""
    moved = np.diff(last, prepend=last[:1])
    leaning = days.noise("side").smooth(index, 9) > 0
    at_ask = (moved > 0) | ((moved == 0) & leaning)
    below: Ints = np.where(at_ask, np.minimum(spread, last - 1), 0)
    return below


def _sizes(days: SimulatedDays, purpose: str, index: Ints) -> Ints:
    least = 100 * 10**days.character.instrument.volume_precision
    noise = days.noise(purpose)
    beyond = noise.exponential(index // 4) * (0.5 + noise.uniform(index))
    result: Ints = least + np.rint(days.character.depth * beyond).astype(np.int64)
    return result
