"""What is fixed about an account: who it is, its money at first, its fees and its limits."""

from dataclasses import dataclass

from .inputs import RiskLimits

RATE_SCALE = 10**8
"""A fee rate is an integer count of 1 / RATE_SCALE of the notional: 0.1 percent is 100,000."""


@dataclass(frozen=True, slots=True)
class FeeSchedule:
    """What an order costs over all its fills; nothing by default. Money in `MONEY_SCALE`.

    An order with any fill owes `fixed` + `per_share` * quantity + `rate` * notional, and at least
    `minimum`. Each fill is charged what the order owes more after it than before.
    """

    fixed: int = 0
    per_share: int = 0
    rate: int = 0
    minimum: int = 0


NO_FEES = FeeSchedule()

DEFAULT_LIMITS = RiskLimits(
    max_order_qty=None,
    max_order_notional=None,
    max_open_orders=10_000,
    price_collar_percent=90,
    orders_per_second=1_000,
    daily_loss=None,
)


@dataclass(frozen=True, slots=True)
class AccountProfile:
    """`id` starts the ids of its orders and executions; `initial_cash` is in `MONEY_SCALE`.

    A price older than `stale_after_ms` executes nothing. `feed` names whose prices they are.
    """

    id: str
    currency: str
    initial_cash: int
    fees: FeeSchedule = NO_FEES
    stale_after_ms: int = 60_000
    limits: RiskLimits = DEFAULT_LIMITS
    leverage: int = 1
    max_leverage: int = 100
    feed: str = "unnamed"
