"""What a trade must be to come in, and how many may."""

from collections import deque
from typing import Any

from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.modules.datafeed.border import Fault, shown
from trading_api.modules.datafeed.border.soundness import MOST_AHEAD_MS
from trading_api.modules.datafeed.providers.trade_source import Trade

# A source that repeats itself, after its own reconnect, goes back no further than this.
IDS_REMEMBERED = 20_000
# The busiest tapes make some hundred a second of one symbol.
MOST_A_SECOND = 1_000
_NUMBERS = range(MAX_SAFE_INTEGER + 1)
_MOST_ID_LENGTH = 64


def trade_fault(trade: Any, now_ms: int) -> Fault | None:
    """Return why something is no trade at `now_ms`; None when it is one."""
    if not isinstance(trade, Trade) or not _has_types(trade):
        return Fault("wrong_type", f"expected a trade in integers, got {shown(trade)}")
    if not 0 < len(trade.id) <= _MOST_ID_LENGTH:
        return Fault("trade_id", f"expected an id of 1 to 64 characters, got {len(trade.id)}")
    numbers = (trade.time, trade.price, trade.size)
    if any(number not in _NUMBERS for number in numbers) or min(trade.price, trade.size) == 0:
        return Fault("out_of_range", f"expected price and size above 0, got {shown(trade)}")
    if trade.time > now_ms + MOST_AHEAD_MS:
        return Fault("time_ahead", f"expected a time up to now, {now_ms}, got {trade.time}")
    return None


def _has_types(trade: Any) -> bool:
    numbers = (trade.time, trade.price, trade.size)
    are_whole = all(type(number) is int for number in numbers)
    return are_whole and isinstance(trade.id, str) and trade.side in ("buy", "sell", None)


class TradeIds:
    """The newest ids of one tape."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._in_order: deque[str] = deque()

    def add(self, trade: Trade) -> Fault | None:
        """Remember a trade's id; return the fault of one that came before."""
        if trade.id in self._known:
            return Fault("duplicate", f"expected each trade once, got another of {trade.id}")
        self._known.add(trade.id)
        self._in_order.append(trade.id)
        if len(self._in_order) > IDS_REMEMBERED:
            self._known.discard(self._in_order.popleft())
        return None


class TradeRate:
    """Lets through so many a second, and as many at once."""

    def __init__(self, now_s: float) -> None:
        self._room = float(MOST_A_SECOND)
        self._as_of_s = now_s

    def spend(self, now_s: float) -> Fault | None:
        """Take the room of one trade; return the fault where there is none."""
        self._room = min(MOST_A_SECOND, self._room + (now_s - self._as_of_s) * MOST_A_SECOND)
        self._as_of_s = now_s
        if self._room < 1:
            return Fault("flood", f"expected at most {MOST_A_SECOND} trades a second, got more")
        self._room -= 1
        return None
