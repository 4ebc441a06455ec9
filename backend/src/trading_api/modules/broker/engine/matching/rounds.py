"""One tick or one arrival against the orders it may execute: triggers first, then fills."""

from typing import Any

from trading_api.models.broker import Side
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.inputs import Cursor, Tick
from trading_api.modules.broker.engine.records import Order
from trading_api.modules.broker.engine.state.decimals import money
from trading_api.modules.broker.engine.steps import Step

from .book import STOP_LIKE, is_listed, kind_of
from .ending import cancel_order, reject_order
from .fills import fill, fillable, shortage
from .obstacles import obstacle_of
from .offers import Offer, offer_of, source_json, triggers

BUYS_FIRST = (Side.BUY, Side.SELL)
SELLS_FIRST = (Side.SELL, Side.BUY)


class Round:
    """The steps that one input makes, all with its cause and its cursor."""

    __slots__ = ("account", "cause", "cursor", "steps")

    def __init__(self, account: Account, cause: dict[str, Any], cursor: Cursor) -> None:
        self.account = account
        self.cause = cause
        self.cursor = cursor
        self.steps: list[Step] = []

    def change(self) -> Change:
        return Change(self.account, self.cause, self.cursor)

    def arrive(self, order_id: str) -> None:
        """Let an order that was just accepted or changed meet the newest tick."""
        order = self.account.orders.get(order_id)
        if order is None or not is_listed(order) or self._is_hindered(order):
            return
        self._trigger(order_id)
        self.attempt(order_id, arriving=True)
        self._end_immediate(order_id)

    def tick(self, tick: Tick) -> None:
        """Execute what a tick, already taken by the market, brings to execution."""
        book = self.account.books[tick.symbol]
        market = self.account.market(tick.symbol)
        triggered: set[str] = set()
        for side in self.sides(tick.symbol):
            touch = market.touch(side)
            if touch is not None:
                for order_id in book.stops(side, touch):
                    self._trigger(order_id)
                    triggered.add(order_id)
        # Fixed before the first fill: a child that a fill activates waits for the next tick.
        reached = [
            order_id
            for side in self.sides(tick.symbol)
            if (touch := market.touch(side)) is not None
            for order_id in (*book.markets(side), *book.limits(side, touch))
        ]
        for order_id in reached:
            self.attempt(order_id, arriving=order_id in triggered)

    def sides(self, symbol: str) -> tuple[Side, Side]:
        """Return the side that reduces the position first: it frees buying power."""
        return SELLS_FIRST if self.account.position(symbol).qty > 0 else BUYS_FIRST

    def attempt(self, order_id: str, arriving: bool) -> None:
        """Fill an order by what the market offers it, if anything."""
        account = self.account
        order = account.orders.get(order_id)
        if order is None or not is_listed(order):
            return
        offer = offer_of(
            account.market(order.symbol), order, account.listed(order.symbol), arriving
        )
        if offer is not None:
            self.take(order, offer)

    def take(self, order: Order, offer: Offer) -> None:
        """Fill what an offer allows; an order that lacks buying power ends instead."""
        change = self.change()
        qty = fillable(change.account.position(order.symbol), order, offer)
        if qty <= 0:
            self._end_useless(change, order, offer)
            return
        if order.time_in_force == "FOK" and qty < order.remaining:
            return
        lacking = shortage(change, order, qty, offer.price)
        if lacking > 0:
            amount = f"{money(lacking)} {change.account.profile.currency}"
            text = f"the fill needs {amount} more than the account has free"
            reject_order(change, order, "MARGIN_INSUFFICIENT", text)
            self.steps.append(change.finish("order_rejected"))
            return
        filled = fill(change, order, qty, offer)
        if filled.time_in_force == "IOC" and not filled.is_final:
            cancel_order(change, filled, "ORDER_IOC_REST")
        self.steps.append(change.finish("order_filled"))

    def _end_useless(self, change: Change, order: Order, offer: Offer) -> None:
        if order.reduce_only and offer.room != 0:
            cancel_order(change, order, "ORDER_NOT_REDUCING")
            self.steps.append(change.finish("orders_canceled"))

    def _trigger(self, order_id: str) -> None:
        order = self.account.orders[order_id]
        if kind_of(order) == STOP_LIKE and triggers(self.account.market(order.symbol), order):
            self.trigger(order)

    def trigger(self, order: Order) -> None:
        """Make a stop what it waits to become: a market or a limit order."""
        change = self.change()
        change.update_order(order, {"triggered": True})
        self.steps.append(change.finish("order_triggered"))

    def _is_hindered(self, order: Order) -> bool:
        listing = self.account.listed(order.symbol)
        return obstacle_of(self.account, listing, self.account.ts) is not None

    def _end_immediate(self, order_id: str) -> None:
        order = self.account.orders.get(order_id)
        if order is None or order.time_in_force not in ("IOC", "FOK"):
            return
        reason = "ORDER_IOC_REST" if order.time_in_force == "IOC" else "ORDER_FOK_UNFILLED"
        change = self.change()
        cancel_order(change, order, reason)
        self.steps.append(change.finish("orders_canceled"))


def match_tick(account: Account, tick: Tick) -> list[Step]:
    """Return the steps of a tick that the market has taken; none when it reaches no order."""
    book = account.books.get(tick.symbol)
    market = account.market(tick.symbol)
    if book is None or book.is_idle(market.touch(Side.BUY), market.touch(Side.SELL)):
        return []
    if obstacle_of(account, account.listed(tick.symbol), tick.time) is not None:
        return []
    matching = Round(account, {"tick": source_json(tick)}, tick.cursor)
    matching.tick(tick)
    return matching.steps
