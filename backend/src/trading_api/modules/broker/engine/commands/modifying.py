"""Changes of a working order: its id stays, its place in the queue may not."""

from typing import Any

from trading_api.models.broker import OrderStatus, OrderType
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.accounting.margin import (
    opening_qty,
    reference_price,
    reserve_of,
)
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.inputs import Modify, NewOrder
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.matching.ending import end_waiting_children
from trading_api.modules.broker.engine.matching.rounds import Round
from trading_api.modules.broker.engine.records import Order

from .bracket_changes import change_children, sync_entries
from .lookup import living_order
from .order_checks import check_brackets, check_prices, check_qty
from .refusing import refuse
from .risk_checks import (
    check_collar,
    check_count,
    check_daily_loss,
    check_margin,
    check_mode,
    check_size,
)


def modify(matching: Round, command: Modify) -> str:
    """Replace quantity, prices and protection of an order, and let it meet the market.

    Raises:
        Refusal: the order is final, or the account would not accept it so; nothing has changed.
    """
    account = matching.account
    order = living_order(account, command.order_id)
    listing = account.listed(order.symbol)
    check_mode(account, "a change of an order")
    wanted = _wanted(order, command)
    _check(account, listing, order, wanted)
    change = matching.change()
    touched = _apply(change, order, wanted)
    matching.steps.append(change.finish("order_modified"))
    for order_id in touched:
        matching.arrive(order_id)
    return order.id


def _wanted(order: Order, command: Modify) -> NewOrder:
    def chosen(name: str) -> int | None:
        given: int | None = getattr(command, name)
        kept: int | None = None if name in command.removes else getattr(order, name)
        return kept if given is None else given

    return NewOrder(
        symbol=order.symbol,
        type=order.type,
        side=order.side,
        qty=order.qty if command.qty is None else command.qty,
        time_in_force=order.time_in_force,
        limit_price=chosen("limit_price"),
        stop_price=chosen("stop_price"),
        take_profit=chosen("take_profit"),
        stop_loss=chosen("stop_loss"),
        reduce_only=order.reduce_only,
    )


def _check(account: Account, listing: Listing, order: Order, wanted: NewOrder) -> None:
    check_prices(wanted, listing)
    _check_kind(order, wanted)
    if wanted.qty != order.qty:
        check_qty(wanted.qty, listing)
        if wanted.qty < order.filled_qty:
            expected = f"qty of at least {listing.qty(order.filled_qty)}, which is filled"
            refuse("ORDER_QTY_FILLED", expected, listing.qty(wanted.qty))
    check_collar(account, listing, order.side, _changed_prices(order, wanted))
    if (wanted.take_profit, wanted.stop_loss) != (order.take_profit, order.stop_loss):
        brackets = (wanted.take_profit, wanted.stop_loss)
        check_brackets(order.side, brackets, reference_price(account, wanted), listing)
    grows = _grows(account, order, wanted)
    if grows and account.mode == "REDUCING":
        refuse("ACCOUNT_REDUCING", "a change that opens no more than before", "more quantity")
    check_size(account, listing, wanted)
    check_count(account, _added_children(order, wanted))
    check_daily_loss(account, grows)
    check_margin(account, _reserve(account, listing, order, wanted) - order.reserved)


def _check_kind(order: Order, wanted: NewOrder) -> None:
    if order.is_child and wanted.qty != order.qty:
        expected = "a change of price: a child's quantity follows what it protects"
        refuse("ORDER_CHANGE_UNSUPPORTED", expected, "qty")
    if order.triggered and wanted.stop_price != order.stop_price:
        refuse("ORDER_CHANGE_UNSUPPORTED", "no new stopPrice of a triggered order", "stopPrice")
    has_brackets = wanted.take_profit is not None or wanted.stop_loss is not None
    if has_brackets and order.reduce_only:
        refuse("BRACKET_UNSUPPORTED", "no brackets on an order that only reduces", "brackets")


def _changed_prices(order: Order, wanted: NewOrder) -> dict[str, int | None]:
    names = {
        "limitPrice": "limit_price",
        "stopPrice": "stop_price",
        "takeProfit": "take_profit",
        "stopLoss": "stop_loss",
    }
    return {
        field: getattr(wanted, name)
        for field, name in names.items()
        if getattr(wanted, name) != getattr(order, name)
    }


def _grows(account: Account, order: Order, wanted: NewOrder) -> bool:
    more = wanted.qty > order.qty and not order.reduce_only
    remaining = wanted.qty - order.filled_qty
    return more and opening_qty(account, order.symbol, order.side, remaining, order.id) > 0


def _added_children(order: Order, wanted: NewOrder) -> int:
    return sum(
        getattr(order, name) is None and getattr(wanted, name) is not None
        for name in ("take_profit", "stop_loss")
    )


def _reserve(account: Account, listing: Listing, order: Order, wanted: NewOrder) -> int:
    same = (order.qty, order.limit_price, order.stop_price)
    if (wanted.qty, wanted.limit_price, wanted.stop_price) == same:
        return order.reserved
    if wanted.qty == order.filled_qty or order.is_child:
        return 0
    return reserve_of(account, listing, wanted, order)


def _apply(change: Change, order: Order, wanted: NewOrder) -> list[str]:
    """Change the order and its children; return whom the market may execute now."""
    account = change.account
    reserved = _reserve(account, account.listed(order.symbol), order, wanted)
    is_done = wanted.qty == order.filled_qty
    changes: dict[str, Any] = {
        "qty": wanted.qty,
        "limit_price": wanted.limit_price,
        "stop_price": wanted.stop_price,
        "reserved": reserved,
        "queue": change.number if _loses_place(order, wanted) else order.queue,
        "status": OrderStatus.FILLED if is_done else order.status,
    }
    if not order.is_child:
        changes |= {"take_profit": wanted.take_profit, "stop_loss": wanted.stop_loss}
        if _added_children(order, wanted) and order.bracket_id is None:
            changes["bracket_id"] = order.id
    changed = change.update_order(order, changes)
    if order.is_child:
        name = "take_profit" if order.type is OrderType.LIMIT else "stop_loss"
        sync_entries(change, changed, {name: changed.limit_price or changed.stop_price})
        return [order.id]
    if is_done:
        end_waiting_children(change, changed)
    return [order.id, *change_children(change, order, changed)]


def _loses_place(order: Order, wanted: NewOrder) -> bool:
    return wanted.qty > order.qty or (wanted.limit_price, wanted.stop_price) != (
        order.limit_price,
        order.stop_price,
    )
