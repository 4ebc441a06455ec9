"""What must be true of every account after every step, whatever happened to it."""

from collections.abc import Iterator

from trading_api.models.broker import OrderStatus, OrderType
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.records import Order, Position

from .equity import equity_of


def check(account: Account) -> None:
    """Refuse an account whose books do not add up.

    Raises:
        ValueError: naming each identity that does not hold, with both of its sides.
    """
    found = list(violations(account))
    if found:
        raise ValueError(f"account {account.profile.id}: " + "; ".join(found))


def violations(account: Account) -> Iterator[str]:
    """Yield a sentence for each identity that does not hold."""
    yield from _money(account)
    for position in account.positions.values():
        yield from _position(account, position)
    for order in account.orders.values():
        yield from _order(order)
        if not order.is_child and order.bracket_id is not None:
            yield from _entry(account, order)


def _money(account: Account) -> Iterator[str]:
    cash, equity = account.cash, equity_of(account)
    positions = account.positions.values()
    cost = sum(position.cost for position in positions)
    held = cash.transfers + cash.realized - cash.fees + cash.adjustments
    yield from _equal("cash + cost", cash.cash + cost, held)
    yield from _equal("realized", cash.realized, sum(p.realized for p in positions))
    yield from _equal("fees", cash.fees, sum(p.fees for p in positions))
    reserved = sum(order.reserved for order in account.orders.values())
    yield from _equal("reserved", cash.reserved, reserved)
    yield from _equal("equity", equity.equity, equity.balance + equity.unrealized)
    yield from _equal("balance", equity.balance, cash.cash + cost)
    free = equity.equity - equity.margin_used - reserved
    yield from _equal("available", equity.available, free)


def _position(account: Account, position: Position) -> Iterator[str]:
    symbol = position.symbol
    if (position.qty > 0) != (position.cost > 0) or (position.qty < 0) != (position.cost < 0):
        yield f"{symbol}: qty {position.qty} with cost {position.cost}"
    sizes: dict[str, int] = {}
    for order_id in account.by_symbol.get(symbol, ()):
        child = account.orders[order_id]
        if child.parent_kind == "position":
            pair = child.bracket_id or child.id
            sizes[pair] = max(sizes.get(pair, 0), child.remaining)
            if child.side * position.qty >= 0:
                yield f"{child.id}: does not reduce {position.qty} of {symbol}"
    if sum(sizes.values()) > abs(position.qty):
        yield f"{symbol}: {sizes} protect more than {position.qty}"


def _entry(account: Account, entry: Order) -> Iterator[str]:
    """An entry says the prices of its pair: what it fills later is protected by them."""
    for child_id in account.pairs.get(entry.bracket_id or "", ()):
        child = account.orders[child_id]
        is_profit = child.type is OrderType.LIMIT
        said = entry.take_profit if is_profit else entry.stop_loss
        price = child.limit_price if is_profit else child.stop_price
        if said != price:
            yield f"{entry.id}: says {said}, its child {child.id} {price}"


def _order(order: Order) -> Iterator[str]:
    if order.reserved < 0:
        yield f"{order.id}: reserves {order.reserved}"
    if order.remaining <= 0 or order.filled_qty < 0:
        yield f"{order.id}: {order.filled_qty} of {order.qty} filled, and open"
    waits = order.parent_kind == "order"
    if order.status is not (OrderStatus.INACTIVE if waits else OrderStatus.WORKING):
        yield f"{order.id}: {order.status.name} with parent {order.parent_kind}"


def _equal(name: str, left: int, right: int) -> Iterator[str]:
    if left != right:
        yield f"{name}: {left} is not {right}"
