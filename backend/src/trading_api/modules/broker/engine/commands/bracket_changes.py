"""Protection that is changed: the children of an entry, and the pair of a position."""

from typing import Any

from trading_api.models.broker import OrderType
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.matching.ending import cancel_order, children_of
from trading_api.modules.broker.engine.matching.placing import NAMES, on_position, place_child
from trading_api.modules.broker.engine.matching.protection import protecting, trim
from trading_api.modules.broker.engine.records import Order

from .submitting import waiting_for


def change_children(change: Change, before: Order, entry: Order) -> list[str]:
    """Let children follow their entry's new prices and quantity; return the changed ones."""
    touched = []
    for name in NAMES:
        child = child_of(change, entry, name)
        price = getattr(entry, name)
        if child is None:
            if price is not None and getattr(before, name) is None:
                touched += _add(change, entry, name)
        elif price is None:
            cancel_order(change, child, "ORDER_CANCELED")
        else:
            _follow(change, child, entry, price)
            touched.append(child.id)
    trim(change, entry.symbol)
    if entry.bracket_id is not None:
        sync_entries(change, entry, {name: getattr(entry, name) for name in NAMES})
    return touched


def child_of(change: Change, entry: Order, name: str) -> Order | None:
    """Return the living take-profit or stop-loss of an entry's pair."""
    wanted = OrderType.LIMIT if name == "take_profit" else OrderType.STOP
    if entry.bracket_id is None:
        return None
    children = children_of(change, entry.bracket_id)
    return next((child for child in children if child.type is wanted), None)


def sync_entries(change: Change, of_pair: Order, prices: dict[str, int | None]) -> None:
    """Let every entry of a pair say the prices that its children have now; None without one."""
    account = change.account
    for order_id in account.by_symbol.get(of_pair.symbol, ()):
        order = account.orders[order_id]
        if order.bracket_id != of_pair.bracket_id or order.is_child or order.id == of_pair.id:
            continue
        if any(getattr(order, name) != price for name, price in prices.items()):
            change.update_order(order, prices)


def _follow(change: Change, child: Order, entry: Order, price: int) -> None:
    field = "limit_price" if child.type is OrderType.LIMIT else "stop_price"
    changes: dict[str, Any] = {}
    if getattr(child, field) != price:
        changes |= {field: price, "queue": change.number}
    if child.parent_kind == "order" and child.qty != entry.qty:
        changes["qty"] = entry.qty
    if changes:
        change.update_order(child, changes)


def _add(change: Change, entry: Order, name: str) -> list[str]:
    """Add a child to an entry; to a partly filled one it protects what was filled, if held yet."""
    price: int = getattr(entry, name)
    members = waiting_for(entry)
    held = change.account.position(entry.symbol).qty
    if entry.filled_qty and held * entry.side > 0:
        sibling = next(iter(children_of(change, entry.bracket_id or "")), None)
        protected = entry.filled_qty if sibling is None else sibling.remaining
        members |= on_position(entry.symbol, min(protected, abs(held)))
    elif entry.is_final:
        return []
    return [place_child(change, name, price, members).id]


def replace_pairs(change: Change, symbol: str) -> set[str]:
    """Cancel everything that protects a position; return the ids of its pairs."""
    replaced = set()
    for child in protecting(change, symbol):
        if child.bracket_id is not None:
            replaced.add(child.bracket_id)
        cancel_order(change, child, "BRACKET_REPLACED")
    return replaced
