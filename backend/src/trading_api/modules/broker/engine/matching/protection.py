"""What a fill does to the protective pairs of its symbol, in the fill's own step."""

from trading_api.models.broker import OrderStatus, OrderType, Side
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.records import Order, Position

from .ending import cancel_order, children_of, end_waiting_children
from .placing import NAMES, on_position, place_child


def protect(change: Change, order: Order, before: Position, opened: int, filled: int) -> None:
    """Let pairs follow the position after `order` filled `filled`, `opened` of it opening."""
    account = change.account
    if not account.pairs and order.bracket_id is None:
        return
    after = account.position(order.symbol)
    if after.qty == 0 or after.qty * before.qty < 0:
        reason = "POSITION_CLOSED" if after.qty == 0 else "POSITION_REVERSED"
        _cancel_others(change, order, reason)
    elif order.is_child and order.bracket_id is not None:
        for sibling in children_of(change, order.bracket_id):
            if sibling.id != order.id:
                shrink(change, sibling, filled, "BRACKET_FILLED")
    if opened and order.bracket_id is not None and not order.is_child:
        _grow_pair(change, order, order.bracket_id, opened)
    if order.is_final:
        end_waiting_children(change, order)
    trim(change, order.symbol)


def protecting(change: Change, symbol: str) -> list[Order]:
    """Return the children that protect the position of a symbol, the oldest first."""
    account = change.account
    orders = (account.orders[order_id] for order_id in account.by_symbol.get(symbol, ()))
    found = [order for order in orders if order.parent_kind == "position"]
    return sorted(found, key=lambda order: order.number)


def trim(change: Change, symbol: str) -> None:
    """Take from the newest pairs what protects more than the position holds."""
    sizes: dict[str, int] = {}
    children = protecting(change, symbol)
    for child in children:
        pair = child.bracket_id or child.id
        sizes[pair] = max(sizes.get(pair, 0), child.remaining)
    excess = sum(sizes.values()) - abs(change.account.position(symbol).qty)
    for pair in reversed(list(sizes)):
        if excess <= 0:
            return
        allowed = max(0, sizes[pair] - excess)
        for child in children:
            if (child.bracket_id or child.id) == pair:
                shrink(change, child, child.remaining - allowed, "BRACKET_EXCESS")
        excess -= sizes[pair] - allowed


def shrink(change: Change, child: Order, by: int, reason: str) -> None:
    """Take `by` from a child; one that has nothing left is canceled."""
    if by <= 0 or change.account.orders.get(child.id) is not child:
        return
    if by >= child.remaining:
        cancel_order(change, child, reason)
    else:
        change.update_order(child, {"qty": child.qty - by})


def _grow_pair(change: Change, entry: Order, bracket_id: str, opened: int) -> None:
    """Let a pair protect what its entry opened more; a child that has ended meanwhile is renewed.

    Its pair may have closed what was filled before: what fills now is to be protected as well.
    """
    children = children_of(change, bracket_id)
    for child in children:
        _grow(change, child, opened)
    living = {child.type for child in children}
    for name, kind in zip(NAMES, (OrderType.LIMIT, OrderType.STOP), strict=True):
        price = getattr(entry, name)
        if price is not None and kind not in living:
            members = on_position(entry.symbol, opened)
            side = Side.SELL if entry.side is Side.BUY else Side.BUY
            members |= {"symbol": entry.symbol, "side": side, "bracket_id": bracket_id}
            place_child(change, name, price, members)


def _grow(change: Change, child: Order, opened: int) -> None:
    if child.parent_kind == "order":
        change.update_order(
            child,
            {
                "status": OrderStatus.WORKING,
                "parent_kind": "position",
                "parent_id": child.symbol,
                "qty": opened,
            },
        )
    else:
        change.update_order(child, {"qty": child.qty + opened})


def _cancel_others(change: Change, order: Order, reason: str) -> None:
    """Cancel what protected the position; the sibling of a child says what its pair did."""
    for child in protecting(change, order.symbol):
        if child.id != order.id:
            is_sibling = order.is_child and child.bracket_id == order.bracket_id
            cancel_order(change, child, "BRACKET_FILLED" if is_sibling else reason)
