"""One fill: what it does to the order, the position, the money and everything that hangs on it."""

from trading_api.models.broker import OrderStatus
from trading_api.modules.broker.engine.account import Account, Cash
from trading_api.modules.broker.engine.accounting.fees import fee_of
from trading_api.modules.broker.engine.accounting.margin import free_of, needs_of_fill
from trading_api.modules.broker.engine.accounting.positions import Netted, net
from trading_api.modules.broker.engine.change import Change
from trading_api.modules.broker.engine.explain import Situation, completed, explanation
from trading_api.modules.broker.engine.inputs import Tick
from trading_api.modules.broker.engine.reasons import REASONS
from trading_api.modules.broker.engine.records import Execution, Order, Position

from .book import MARKET_LIKE, kind_of
from .groups import cancel_group
from .offers import Offer
from .protection import protect


def reducible(account_position: Position, order: Order) -> int | None:
    """Return how much a reduce-only order may execute; None where it may all."""
    if not order.reduce_only:
        return None
    held = account_position.qty
    return abs(held) if held * order.side < 0 else 0


def fillable(position: Position, order: Order, offer: Offer) -> int:
    """Return how much of an order an offer fills now."""
    qty = order.remaining
    if offer.room is not None and offer.room < qty:
        qty = offer.room
    most = reducible(position, order)
    return qty if most is None or most > qty else most


def shortage(change: Change, order: Order, qty: int, price: int) -> int:
    """Return how much buying power a fill lacks; at most 0 when it may go on."""
    needed = needs_of_fill(change.account, order, qty, price)
    if needed <= 0:
        return 0
    return needed - free_of(change.account) - order.reserved


def fill(change: Change, order: Order, qty: int, offer: Offer) -> Order:
    """Execute `qty` of an order, and return it as it is then; the caller has checked margin."""
    account = change.account
    listing = account.listed(order.symbol)
    before = account.position(order.symbol)
    worth = offer.price * listing.unit
    done = (order.filled_qty, order.filled_cost)
    fee = fee_of(account.profile.fees, done, (qty, qty * worth), listing.qty_scale)
    needed = needs_of_fill(account, order, qty, offer.price) if order.reserved else 0
    netted = net(before.qty, before.cost, order.side * qty, worth)
    situation = _situation(account, order, before, offer)
    execution = _execution(change, order, (qty, offer.price, fee, netted.realized))
    explained = explanation(listing, account.profile, situation, offer, execution)
    change.execute(execution, explained)
    if isinstance(offer.source, Tick):
        account.market(order.symbol).consume(order.side, qty)
    _pay(account.cash, order.side * qty * worth, fee, netted.realized)
    after = _position(change, before, netted, fee)
    change.put_position(after)
    thin = offer.room == qty and kind_of(order) == MARKET_LIKE
    waits = "MARKET_THIN" if thin else None
    filled = _filled(change, order, (qty, qty * worth, needed), waits)
    completed(explained, filled, after)
    protect(change, filled, before, netted.opened, qty)
    if order.oco_group is not None:
        cancel_group(change, order.oco_group, order.id)
    return filled


def _situation(account: Account, order: Order, position: Position, offer: Offer) -> Situation:
    most = reducible(position, order)
    if offer.room is None:
        return Situation(order, position, most, None, 0)
    market = account.market(order.symbol)
    used = market.used_buy if order.side > 0 else market.used_sell
    return Situation(order, position, most, offer.room + used, used)


def _pay(cash: Cash, spent: int, fee: int, realized: int) -> None:
    cash.cash -= spent + fee
    cash.fees += fee
    cash.realized += realized


def _execution(change: Change, order: Order, numbers: tuple[int, int, int, int]) -> Execution:
    account = change.account
    account.counters.executions += 1
    number = account.counters.executions
    qty, price, fee, realized = numbers
    return Execution(
        f"{account.profile.id}-x{number}",
        number,
        order.id,
        order.symbol,
        order.side,
        qty,
        price,
        fee,
        realized,
        change.number,
        change.ts,
        "",
    )


def _position(change: Change, before: Position, netted: Netted, fee: int) -> Position:
    return Position(
        before.symbol,
        netted.qty,
        netted.cost,
        before.realized + netted.realized,
        before.fees + fee,
        change.number,
        change.ts,
    )


def _filled(
    change: Change, order: Order, numbers: tuple[int, int, int], waits: str | None
) -> Order:
    """Return the order after a fill of quantity and notional, and what it needed of margin."""
    qty, notional, needed = numbers
    remaining = order.remaining - qty
    kept = order.reserved * remaining // order.remaining
    return change.update_order(
        order,
        {
            "filled_qty": order.filled_qty + qty,
            "filled_cost": order.filled_cost + notional,
            "status": order.status if remaining else OrderStatus.FILLED,
            "reserved": max(0, min(kept, order.reserved - needed)),
            "reason": waits if remaining else None,
            "message": REASONS[waits] if remaining and waits else None,
        },
    )
