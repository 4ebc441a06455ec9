"""How an order ends other than by a fill, and what ends with it."""

from trading_api.models.broker import OrderStatus, OrderType
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.records import Order


def cancel_order(change: Change, order: Order, reason: str, message: str | None = None) -> None:
    """Cancel an order; an entry takes its waiting children with it, a child is alone."""
    _end(change, order, OrderStatus.CANCELED, (reason, message))
    if order.is_child:
        _forget_price(change, order)
    else:
        end_waiting_children(change, order)


def reject_order(change: Change, order: Order, reason: str, message: str) -> None:
    """End an accepted order that may not execute: what was filled of it stays."""
    status = OrderStatus.CANCELED if order.filled_qty else OrderStatus.REJECTED
    _end(change, order, status, (reason, message))
    end_waiting_children(change, order)


def end_waiting_children(change: Change, entry: Order) -> None:
    """Cancel children that no fill has activated; those that protect a position stay."""
    if entry.bracket_id is None or entry.is_child:
        return
    for child in children_of(change, entry.bracket_id):
        if child.parent_kind == "order":
            _end(change, child, OrderStatus.CANCELED, ("BRACKET_ENDED", None))


def children_of(change: Change, bracket_id: str) -> list[Order]:
    """Return the living children of a pair, the older first."""
    account = change.account
    return [account.orders[order_id] for order_id in account.pairs.get(bracket_id, ())]


def _end(change: Change, order: Order, status: OrderStatus, why: tuple[str, str | None]) -> None:
    reason, message = why
    change.update_order(
        order,
        {
            "status": status,
            "reserved": 0,
            "pending": None,
            "reason": reason,
            "message": message or REASONS[reason],
        },
    )


def _forget_price(change: Change, child: Order) -> None:
    """Let a waiting entry no longer say that it will be protected by what was canceled."""
    entry = change.account.orders.get(child.parent_id or "")
    if entry is not None and child.parent_kind == "order":
        name = "take_profit" if child.type is OrderType.LIMIT else "stop_loss"
        change.update_order(entry, {name: None})
