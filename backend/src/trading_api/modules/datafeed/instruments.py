"""Instruments and bars as the datafeed holds them: integers inside, no floats."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class Instrument:
    """The definition of a symbol.

    A price is an integer count of 1 / `price_scale`; the tick is `min_move` of these. A volume is
    an integer count of 1 / 10**`volume_precision`.
    """

    symbol: str
    description: str
    exchange: str
    type: str
    currency: str
    timezone: str
    session: str
    price_scale: int
    min_move: int
    volume_precision: int
    resolutions: tuple[str, ...]
    live: bool
    """Whether the feed streams it; without, it is history only."""
    calendar: str = "24x7"
    """When it trades: one of `sessions.CALENDARS`."""
    corrected: bool = False
    """Whether trades of it become known late, and change bars that were closed."""
    aliases: tuple[str, ...] = ()
    """Further names by which it is found, such as `REPLAY:AAPL`."""

    @property
    def qualified(self) -> str:
        return f"{self.exchange}:{self.symbol}"


class StoredBar(NamedTuple):
    """One bar in integers, scaled as its instrument says; `time` is its start in Unix ms, UTC.

    A tuple, because a page is thousands of them and rows of the store are tuples already.
    """

    time: int
    open: int
    high: int
    low: int
    close: int
    volume: int


@dataclass(frozen=True, slots=True)
class Tick:
    """One event of the market: the last trade beside the quote; `time` in Unix ms, UTC."""

    time: int
    bid: int
    ask: int
    last: int
    bid_size: int
    ask_size: int
    last_size: int
