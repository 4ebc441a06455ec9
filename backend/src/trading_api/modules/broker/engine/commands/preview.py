"""What an order would do, without placing it."""

from dataclasses import dataclass

from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.accounting.fees import owed
from trading_api.modules.broker.engine.accounting.margin import free_of, reference_price
from trading_api.modules.broker.engine.inputs import NewOrder
from trading_api.modules.broker.engine.matching.obstacles import Obstacle, obstacle_of

from .order_checks import check_instrument
from .submitting import check_order


@dataclass(frozen=True, slots=True)
class Estimate:
    """An order as it would be accepted now: its price in the instrument's units, else money.

    `waits` says why it would not execute at once, `room` how much of the size that is displayed
    it could take (None: no size is displayed).
    """

    price: int
    notional: int
    fee: int
    reserved: int
    available: int
    waits: Obstacle | None
    room: int | None


def estimate(account: Account, order: NewOrder) -> Estimate:
    """Return what the order would cost.

    Raises:
        Refusal: it would not be accepted.
    """
    listing = check_instrument(account, order.symbol)
    reserved = check_order(account, listing, order)
    price = reference_price(account, order) or 0
    notional = order.qty * price * listing.unit
    return Estimate(
        price=price,
        notional=notional,
        fee=owed(account.profile.fees, order.qty, listing.qty_scale, notional),
        reserved=reserved,
        available=free_of(account),
        waits=obstacle_of(account, listing, account.ts),
        room=account.market(order.symbol).room(order.side),
    )
