"""An account's working orders in one symbol, by what brings them to execution."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from trading_api.models.broker import OrderStatus, OrderType, Side
from trading_api.modules.broker.engine.records import Order

Entry = tuple[int, int, int, str]
"""Price rank (the lower, the sooner reached), queue, number, id."""
Lists = tuple[list[Entry], list[Entry], list[Entry]]
MARKET_LIKE, LIMIT_LIKE, STOP_LIKE = range(3)


def kind_of(order: Order) -> int:
    """Return whether it takes the touch, waits for its limit, or waits for its trigger."""
    if order.type is OrderType.LIMIT:
        return LIMIT_LIKE
    if order.type is OrderType.MARKET:
        return MARKET_LIKE
    if not order.triggered:
        return STOP_LIKE
    return MARKET_LIKE if order.type is OrderType.STOP else LIMIT_LIKE


class Book:
    """Each side of each kind ascending by rank: the first is the next to be reached."""

    __slots__ = ("_buys", "_sells")

    def __init__(self) -> None:
        self._buys: Lists = ([], [], [])
        self._sells: Lists = ([], [], [])

    def add(self, order: Order) -> None:
        kind = kind_of(order)
        insort(self._of(order.side)[kind], entry_of(order, kind))

    def remove(self, order: Order) -> None:
        kind = kind_of(order)
        entries = self._of(order.side)[kind]
        entry = entry_of(order, kind)
        place = bisect_left(entries, entry)
        if place < len(entries) and entries[place] == entry:
            del entries[place]

    def stops(self, side: Side, touch: int) -> list[str]:
        """Return the stops that `touch` triggers: a buy's at or below it, a sell's at or above."""
        return list(_until(self._of(side)[STOP_LIKE], side * touch))

    def limits(self, side: Side, touch: int) -> list[str]:
        """Return the limit orders that `touch` reaches, the best price first."""
        return list(_until(self._of(side)[LIMIT_LIKE], -side * touch))

    def markets(self, side: Side) -> list[str]:
        """Return what takes any price, the first in the queue first."""
        return [entry[3] for entry in self._of(side)[MARKET_LIKE]]

    def _of(self, side: Side) -> Lists:
        return self._buys if side is Side.BUY else self._sells

    def is_idle(self, touch_buy: int | None, touch_sell: int | None) -> bool:
        """Whether these touches reach no order at all."""
        for side, touch in ((Side.BUY, touch_buy), (Side.SELL, touch_sell)):
            if touch is None:
                continue
            markets, limits, stops = self._of(side)
            if markets:
                return False
            if limits and limits[0][0] <= -side * touch:
                return False
            if stops and stops[0][0] <= side * touch:
                return False
        return True


def is_listed(order: Order) -> bool:
    """Whether the order takes part in matching."""
    return order.status is OrderStatus.WORKING


def entry_of(order: Order, kind: int) -> Entry:
    if kind == LIMIT_LIKE:
        rank = -order.side * (order.limit_price or 0)
    elif kind == STOP_LIKE:
        rank = order.side * (order.stop_price or 0)
    else:
        rank = 0
    return (rank, order.queue, order.number, order.id)


def _until(entries: list[Entry], rank: int) -> Iterator[str]:
    for entry in entries:
        if entry[0] > rank:
            return
        yield entry[3]
