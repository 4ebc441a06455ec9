"""Cancels: all that were named, or none."""

from trading_api.models.broker import OrderType
from trading_api.modules.broker.engine.matching.ending import cancel_order
from trading_api.modules.broker.engine.matching.rounds import Round

from .bracket_changes import sync_entries
from .lookup import living_order


def cancel(matching: Round, order_ids: tuple[str, ...]) -> None:
    """Cancel orders in one step; a child alone, an entry with the children that wait for it.

    Raises:
        Refusal: one of them is final or unknown: none is canceled.
    """
    account = matching.account
    for order_id in order_ids:
        living_order(account, order_id)
    change = matching.change()
    for order_id in order_ids:
        order = account.orders.get(order_id)
        if order is not None:
            cancel_order(change, order, "ORDER_CANCELED")
            if order.parent_kind == "position":
                name = "take_profit" if order.type is OrderType.LIMIT else "stop_loss"
                sync_entries(change, order, {name: None})
    if order_ids:
        matching.steps.append(change.finish("orders_canceled"))
