"""A closed bar in place of ticks: nothing of its path is known, so the worse is assumed.

The open comes first. Then what loses (stops) executes before what gains (limits). An order
takes part when it is not younger than the bar: the bar's extremes may be older than it.
"""

from trading_api.models.broker import OrderType, Side
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.inputs import Bar, Cursor
from trading_api.modules.broker.engine.records import Order
from trading_api.modules.broker.engine.steps import Step

from .book import LIMIT_LIKE, MARKET_LIKE, STOP_LIKE, Book, is_listed, kind_of
from .offers import Offer, source_json
from .rounds import Round
from .rules import Rule


def match_bar(account: Account, bar: Bar, cursor: Cursor) -> list[Step]:
    """Return the steps of a closed bar; none when it reaches no order."""
    book = account.books.get(bar.symbol)
    listing = account.listed(bar.symbol)
    if book is None or not listing.terms.hours.is_open(bar.time):
        return []
    matching = Round(account, {"bar": source_json(bar)}, cursor)
    elder = [order for order in _reached(account, book, bar) if order.updated_ts <= bar.time]
    for order in elder:
        _at_open(matching, bar, order.id)
    for order in elder:
        _at_stop(matching, bar, order.id)
    for order in elder:
        _at_limit(matching, bar, order.id)
    return matching.steps


def _reached(account: Account, book: Book, bar: Bar) -> list[Order]:
    """Return what the bar's range reaches: the side that reduces first, stops before limits."""
    sides = (Side.SELL, Side.BUY) if account.position(bar.symbol).qty > 0 else Side
    found: list[str] = []
    for side in sides:
        worst, best = (bar.high, bar.low) if side is Side.BUY else (bar.low, bar.high)
        found += [*book.markets(side), *book.stops(side, worst), *book.limits(side, best)]
    return [account.orders[order_id] for order_id in found]


def _at_open(matching: Round, bar: Bar, order_id: str) -> None:
    order = _living(matching, order_id)
    if order is None:
        return
    kind = kind_of(order)
    if kind == STOP_LIKE and (bar.open - (order.stop_price or 0)) * order.side >= 0:
        matching.trigger(order)
        if order.type is OrderType.STOP:
            _take(matching, bar, order_id, (bar.open, "bar_open"))
    elif kind == MARKET_LIKE or (kind == LIMIT_LIKE and _through(matching, order, bar.open)):
        _take(matching, bar, order_id, (bar.open, "bar_open"))


def _at_stop(matching: Round, bar: Bar, order_id: str) -> None:
    order = _living(matching, order_id)
    if order is None or kind_of(order) != STOP_LIKE or order.stop_price is None:
        return
    matching.trigger(order)
    if order.type is OrderType.STOP:
        _take(matching, bar, order_id, (order.stop_price, "bar_stop"))


def _at_limit(matching: Round, bar: Bar, order_id: str) -> None:
    order = _living(matching, order_id)
    if order is None or kind_of(order) != LIMIT_LIKE or order.limit_price is None:
        return
    # Which extreme came first is unknown: after a trigger in this bar only the close counts.
    fresh = order.type is OrderType.STOP_LIMIT and order.updated_ts > bar.time
    best = bar.low if order.side is Side.BUY else bar.high
    if _through(matching, order, bar.close if fresh else best):
        _take(matching, bar, order_id, (order.limit_price, "bar_close" if fresh else "bar_limit"))


def _through(matching: Round, order: Order, price: int) -> bool:
    tick = matching.account.listed(order.symbol).terms.tick
    return order.limit_price is not None and (order.limit_price - price) * order.side >= tick


def _take(matching: Round, bar: Bar, order_id: str, offered: tuple[int, Rule]) -> None:
    order = _living(matching, order_id)
    if order is not None:
        matching.take(order, Offer(offered[0], offered[1], None, bar))


def _living(matching: Round, order_id: str) -> Order | None:
    order = matching.account.orders.get(order_id)
    return order if order is not None and is_listed(order) else None
