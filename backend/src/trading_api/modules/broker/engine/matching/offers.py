"""What the market offers one order now: a price by a rule, and how much of it."""

from typing import Any, NamedTuple

from trading_api.modules.broker.engine.inputs import Bar, Tick
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.records import Order

from .book import MARKET_LIKE, STOP_LIKE, kind_of
from .market import Market, is_quoted
from .rules import Rule


class Offer(NamedTuple):
    """A price with its rule; `room` is what the account may still take, None without a bound."""

    price: int
    rule: Rule
    room: int | None
    source: Tick | Bar


def offer_of(market: Market, order: Order, listing: Listing, arriving: bool) -> Offer | None:
    """Return what the newest tick offers a working order, None where it must wait.

    `arriving` says that the order has only now become able to execute: what it crosses was there
    before it, so it takes the touch.
    """
    tick = market.tick
    touch = market.touch(order.side)
    kind = kind_of(order)
    if tick is None or touch is None or kind == STOP_LIKE:
        return None
    quoted = is_quoted(tick)
    room = market.room(order.side)
    if kind == MARKET_LIKE:
        return Offer(touch, "market_at_touch" if quoted else "market_at_last", room, tick)
    limit = order.limit_price
    # A trade at the limit may have been another's: without a quote the market must go through it.
    needed = 0 if quoted else listing.terms.tick
    if limit is None or (limit - touch) * order.side < needed:
        return None
    before = market.before_buy if order.side > 0 else market.before_sell
    taking = arriving or (before is not None and (limit - before) * order.side >= needed)
    rule: Rule = "limit_taking" if taking else "limit_gap" if market.gap else "limit_reached"
    return Offer(limit if rule == "limit_reached" else touch, rule, room, tick)


def triggers(market: Market, order: Order) -> bool:
    """Whether the newest tick has reached the stop: a buy's by the ask, a sell's by the bid."""
    touch = market.touch(order.side)
    if touch is None or order.stop_price is None:
        return False
    return (touch - order.stop_price) * order.side >= 0


def source_json(source: Tick | Bar) -> dict[str, Any]:
    """Return a tick or a bar in JSON's types, in the instrument's units."""
    if isinstance(source, Tick):
        return {
            "symbol": source.symbol,
            "time": source.time,
            "received": source.received,
            "bid": source.bid,
            "ask": source.ask,
            "last": source.last,
            "bidSize": source.bid_size,
            "askSize": source.ask_size,
            "lastSize": source.last_size,
            "gap": source.gap,
        }
    return {
        "symbol": source.symbol,
        "time": source.time,
        "end": source.end,
        "received": source.received,
        "open": source.open,
        "high": source.high,
        "low": source.low,
        "close": source.close,
    }
