"""Buying power: what an order reserves when accepted, and what a fill needs."""

from trading_api.models.broker import OrderType, Side
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.inputs import NewOrder
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.records import Order

from .equity import equity_of
from .fees import fee_of


def opening_qty(account: Account, symbol: str, side: Side, qty: int, but: str = "") -> int:
    """Return how much of an order would open a position, less what it closes.

    What other entries of that side (all but the order `but`) wait to close is theirs already.
    """
    held = account.position(symbol).qty
    if held * side >= 0:
        return qty
    claimed = sum(
        order.remaining
        for order in map(account.orders.__getitem__, account.by_symbol.get(symbol, ()))
        if order.side is side and not order.is_child and order.id != but
    )
    return max(0, qty - max(0, abs(held) - claimed))


def margin_of(account: Account, listing: Listing, qty: int, price: int) -> int:
    """Return the margin of opening `qty` at `price`."""
    return qty * price * listing.unit // account.leverage_of(listing.symbol)


def reference_price(account: Account, order: NewOrder | Order) -> int | None:
    """Return the price that an order is expected to execute at; None where none is known."""
    market = account.market(order.symbol)
    touch = market.touch(order.side)
    if touch is None:
        touch = market.mark(-order.side)
    if order.type is OrderType.MARKET:
        return touch
    if order.type is OrderType.STOP:
        stop = order.stop_price
        if touch is None or stop is None:
            return stop
        return touch if (touch - stop) * order.side >= 0 else stop
    limit = order.limit_price
    if touch is None or limit is None or order.side is Side.BUY:
        return limit
    return max(limit, touch)


def reserve_of(
    account: Account, listing: Listing, order: NewOrder, existing: Order | None = None
) -> int:
    """Return what an order must reserve: margin of what it opens and its fee, less what it frees.

    `existing` is the order that is to become so.
    """
    if order.reduce_only:
        return 0
    filled, cost, own = (
        (0, 0, "") if existing is None else (existing.filled_qty, existing.filled_cost, existing.id)
    )
    remaining = order.qty - filled
    opening = opening_qty(account, order.symbol, order.side, remaining, own)
    price = reference_price(account, order)
    if opening <= 0 or price is None:
        return 0
    fill = (remaining, remaining * price * listing.unit)
    fee = fee_of(account.profile.fees, (filled, cost), fill, listing.qty_scale)
    freed = _freed(account, listing, remaining - opening)
    return max(0, margin_of(account, listing, opening, price) + fee - freed)


def _freed(account: Account, listing: Listing, closed: int) -> int:
    """Return the margin that closing `closed` of a position gives back."""
    if closed == 0:
        return 0
    held = account.position(listing.symbol).qty
    mark = account.market(listing.symbol).mark(held)
    return 0 if mark is None else margin_of(account, listing, closed, mark)


def needs_of_fill(account: Account, order: Order, qty: int, price: int) -> int:
    """Return what a fill needs beyond what closing frees; 0 when it opens nothing."""
    listing = account.listed(order.symbol)
    held = account.position(order.symbol).qty
    closed = min(abs(held), qty) if held * order.side < 0 else 0
    opened = qty - closed
    if opened == 0:
        return 0
    fill = (qty, qty * price * listing.unit)
    before = (order.filled_qty, order.filled_cost)
    fee = fee_of(account.profile.fees, before, fill, listing.qty_scale)
    needed = margin_of(account, listing, opened, price) + fee
    return needed - _freed(account, listing, closed)


def free_of(account: Account) -> int:
    """Return the buying power that nothing has claimed; below zero after a loss."""
    return equity_of(account).available
