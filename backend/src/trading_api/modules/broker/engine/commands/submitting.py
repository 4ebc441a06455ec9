"""A new order: checked, accepted with its children, and brought to the market."""

from typing import Any

from trading_api.models.broker import OrderStatus, OrderType, Side
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.accounting.margin import (
    opening_qty,
    reference_price,
    reserve_of,
)
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.inputs import NewOrder
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.matching.obstacles import obstacle_of
from trading_api.modules.broker.engine.matching.placing import NAMES, place, place_child
from trading_api.modules.broker.engine.matching.rounds import Round
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.records import Order

from .order_checks import IMMEDIATE, check_brackets, check_instrument, check_shape
from .refusing import refuse
from .risk_checks import (
    check_collar,
    check_count,
    check_daily_loss,
    check_margin,
    check_mode,
    check_rate,
    check_reducing,
    check_size,
)

PRICES = ("limitPrice", "stopPrice", "takeProfit", "stopLoss")


def submit(matching: Round, order: NewOrder) -> str:
    """Accept an order and let it meet the market; return its id.

    Raises:
        Refusal: it is not accepted, and nothing has changed.
    """
    account = matching.account
    listing = check_instrument(account, order.symbol)
    reserve = check_order(account, listing, order)
    account.market(order.symbol)
    change = matching.change()
    accepted = accept(change, order, reserve)
    matching.steps.append(change.finish("order_accepted"))
    matching.arrive(accepted.id)
    return accepted.id


def check_order(account: Account, listing: Listing, order: NewOrder) -> int:
    """Return what the order would reserve.

    Raises:
        Refusal: the account would not accept it.
    """
    check_mode(account, "a new order")
    check_shape(order, listing, account.ts)
    check_against_market(account, listing, order)
    check_reducing(account, order)
    _check_group(account, order)
    _check_reduces(account, order)
    check_size(account, listing, order)
    children = sum(price is not None for price in (order.take_profit, order.stop_loss))
    check_count(account, 1 + children)
    check_rate(account, account.ts)
    if account.limits.daily_loss is not None and not order.reduce_only:
        opening = opening_qty(account, order.symbol, order.side, order.qty)
        check_daily_loss(account, opening > 0)
    reserve = reserve_of(account, listing, order)
    check_margin(account, reserve)
    return reserve


def check_against_market(account: Account, listing: Listing, order: NewOrder) -> None:
    """Refuse what cannot start, and prices that make no sense where the market is."""
    obstacle = obstacle_of(account, listing, account.ts)
    if obstacle is not None and order.time_in_force in IMMEDIATE:
        expected = f"a market that executes {order.time_in_force} orders at once"
        refuse(obstacle, expected, REASONS[obstacle].removeprefix("waits: "))
    expected_price = reference_price(account, order)
    if expected_price is None:
        refuse("MARKET_PRICE_UNKNOWN", "a market with a price to reserve by", "none so far")
    prices = (order.limit_price, order.stop_price, order.take_profit, order.stop_loss)
    if any(prices):
        check_collar(account, listing, order.side, dict(zip(PRICES, prices, strict=True)))
    touch = account.market(order.symbol).touch(order.side)
    if order.type is OrderType.LIMIT and touch is not None:
        # A limit beyond the market executes at the market.
        expected_price = min(expected_price * order.side, touch * order.side) * order.side
    check_brackets(order.side, (order.take_profit, order.stop_loss), expected_price, listing)


def _check_group(account: Account, order: NewOrder) -> None:
    if order.oco_group in account.finished_groups:
        expected = "a one-cancels-other group without a fill"
        refuse("OCO_GROUP_FINISHED", expected, repr(order.oco_group))


def _check_reduces(account: Account, order: NewOrder) -> None:
    held = account.position(order.symbol).qty
    if order.reduce_only and held * order.side >= 0:
        side = "a long" if order.side is Side.SELL else "a short"
        expected = f"{side} position in {order.symbol} for a reduce-only order"
        refuse("ORDER_NOT_REDUCING", expected, "none")


def accept(change: Change, order: NewOrder, reserve: int) -> Order:
    """Make an order of what was asked, and its children; the caller has checked it."""
    account = change.account
    rate = account.rate
    second = change.ts // 1000
    rate.second, rate.count = second, (rate.count + 1 if rate.second == second else 1)
    listing = account.listed(order.symbol)
    number = account.counters.orders + 1
    has_brackets = order.take_profit is not None or order.stop_loss is not None
    order_id = f"{account.profile.id}-o{number}"
    waits = _wait_of(account, listing, order) if order.type is OrderType.MARKET else None
    accepted = place(
        change,
        {
            "symbol": order.symbol,
            "type": order.type,
            "side": order.side,
            "qty": order.qty,
            "status": OrderStatus.WORKING,
            "time_in_force": order.time_in_force,
            "limit_price": order.limit_price,
            "stop_price": order.stop_price,
            "take_profit": order.take_profit,
            "stop_loss": order.stop_loss,
            "expires_ts": _expiry(listing, order, change.ts),
            "client_order_id": order.client_order_id,
            "bracket_id": order_id if has_brackets else None,
            "oco_group": order.oco_group,
            "reduce_only": order.reduce_only or account.mode == "REDUCING",
            "reserved": reserve,
            "reason": waits,
            "message": None if waits is None else REASONS[waits],
        },
    )
    if has_brackets:
        place_children(change, accepted)
    return accepted


def _wait_of(account: Account, listing: Listing, order: NewOrder) -> str | None:
    """Return why a market order cannot execute at once, None when it can."""
    obstacle = obstacle_of(account, listing, account.ts)
    if obstacle is not None:
        return obstacle
    market = account.market(order.symbol)
    if market.touch(order.side) is None:
        return "MARKET_PRICE_UNKNOWN"
    return "MARKET_THIN" if market.room(order.side) == 0 else None


def place_children(change: Change, entry: Order) -> None:
    """Add the take-profit and the stop-loss that an entry asks for; they wait for its fill."""
    for name in NAMES:
        price = getattr(entry, name)
        if price is not None:
            place_child(change, name, price, waiting_for(entry))


def waiting_for(entry: Order) -> dict[str, Any]:
    """Return the members of a child that waits for the first fill of its entry."""
    return {
        "symbol": entry.symbol,
        "side": Side.SELL if entry.side is Side.BUY else Side.BUY,
        "qty": entry.qty,
        "status": OrderStatus.INACTIVE,
        "parent_id": entry.id,
        "parent_kind": "order",
        "bracket_id": entry.bracket_id,
    }


def _expiry(listing: Listing, order: NewOrder, ts: int) -> int | None:
    if order.time_in_force == "DAY":
        return listing.terms.hours.day_end(ts)
    return order.expires_ts
