"""New orders: each with the next number, protective children with what makes them so."""

from typing import Any

from trading_api.models.broker import OrderStatus, OrderType, StopType
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.records import Order

NAMES = ("take_profit", "stop_loss")


def place(change: Change, members: dict[str, Any]) -> Order:
    """Add an order with the next number."""
    account = change.account
    account.counters.orders += 1
    number = account.counters.orders
    order = Order(
        id=f"{account.profile.id}-o{number}",
        number=number,
        created_step=change.number,
        created_ts=change.ts,
        updated_step=change.number,
        updated_ts=change.ts,
        queue=change.number,
        **members,
    )
    return change.put_order(order)


def place_child(change: Change, name: str, price: int, members: dict[str, Any]) -> Order:
    """Add one protective child, a take-profit or a stop-loss; `members` say what it protects."""
    is_profit = name == "take_profit"
    return place(
        change,
        {
            "type": OrderType.LIMIT if is_profit else OrderType.STOP,
            "time_in_force": "GTC",
            "limit_price": price if is_profit else None,
            "stop_price": None if is_profit else price,
            "stop_type": None if is_profit else StopType.STOP_LOSS,
            "reduce_only": True,
            **members,
        },
    )


def on_position(symbol: str, qty: int) -> dict[str, Any]:
    """Return what makes a child one that protects a position."""
    return {
        "status": OrderStatus.WORKING,
        "parent_id": symbol,
        "parent_kind": "position",
        "qty": qty,
    }
