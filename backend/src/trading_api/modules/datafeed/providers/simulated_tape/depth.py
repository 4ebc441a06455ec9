"""The simulated order book: the tick's best prices, and resting orders behind them."""

import numpy as np

from trading_api.modules.datafeed.providers.depth_source import Book, Level
from trading_api.modules.datafeed.providers.noise import Ints
from trading_api.modules.datafeed.providers.simulated_days import SimulatedDays
from trading_api.modules.datafeed.providers.simulated_ticks import MinuteTicks

LEVELS = 10
# What rests at a price is drawn anew this often, each price at moments of its own.
_REST_MS = 4_096
_STAGGER_MS = 977
# More than there are such periods, so that indexes of different prices never meet.
_INDEXES_A_PRICE = 2**32


def book_at(days: SimulatedDays, ticks: MinuteTicks, minute: int, number: int) -> Book:
    """Return the book at one tick of `minute` (since 1970); its version counts all ticks."""
    character = days.character
    time, bid, ask = (int(row[number]) for row in (ticks.time, ticks.bid, ticks.ask))
    step = character.spread_ticks
    behind = np.arange(LEVELS - 1, dtype=np.int64) * step
    below, above = (bid - 1) // step * step - behind, (ask // step + 1) * step + behind
    move = character.instrument.min_move
    bids = [(bid, int(ticks.bid_size[number])), *_resting(days, "bids", below[below > 0], time)]
    asks = [(ask, int(ticks.ask_size[number])), *_resting(days, "asks", above, time)]
    return Book(
        version=minute * len(ticks) + number,
        time=time,
        bids=tuple(Level(price * move, size) for price, size in bids),
        asks=tuple(Level(price * move, size) for price, size in asks),
    )


def _resting(days: SimulatedDays, purpose: str, prices: Ints, time: int) -> list[tuple[int, int]]:
    character = days.character
    least = 100 * 10**character.instrument.volume_precision
    index = prices * _INDEXES_A_PRICE + (time + prices * _STAGGER_MS) // _REST_MS
    drawn = character.depth * (0.5 + days.noise(purpose).exponential(index))
    sizes = least + np.rint(drawn).astype(np.int64)
    return list(zip(prices.tolist(), sizes.tolist(), strict=True))
