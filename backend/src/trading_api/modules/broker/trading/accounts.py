"""Accounts and their limits as they are asked for."""

from decimal import Decimal
from fractions import Fraction

from trading_api.models.broker import FeeTerms, NewAccount, RiskSettings
from trading_api.modules.broker.engine.inputs import RiskLimits
from trading_api.modules.broker.engine.profile import RATE_SCALE, FeeSchedule
from trading_api.modules.broker.engine.terms import MONEY_SCALE
from trading_api.modules.broker.ledger.store.ledger_file import AccountOpening
from trading_api.modules.broker.profiles import opening
from trading_api.shared.errors import Refusal

from .amounts import money, optional_money

# Beyond it an amount is no number that JavaScript holds to the cent.
MOST_CASH = 10**13 * MONEY_SCALE
MOST_PERCENT = 100


def opening_of(asked: NewAccount) -> AccountOpening:
    """Return what opens the account that is asked for.

    Raises:
        Refusal: an amount is out of range, or the name unprintable.
    """
    if not asked.name.isprintable():
        raise Refusal("invalid_payload", f"name: expected printable, got {asked.name!a}")
    cash = money("initialBalance", asked.initialBalance, MOST_CASH)
    return opening(asked.id, asked.name, asked.currency, cash, _schedule(asked.fees))


def limits_of(asked: RiskSettings) -> RiskLimits:
    """Return the limits that are asked for.

    Raises:
        Refusal: one is below zero or too fine.
    """
    return RiskLimits(
        max_order_qty=optional_money("maxOrderQty", asked.maxOrderQty),
        max_order_notional=optional_money("maxOrderNotional", asked.maxOrderNotional),
        max_open_orders=asked.maxOpenOrders,
        price_collar_percent=asked.priceCollarPercent,
        orders_per_second=asked.ordersPerSecond,
        daily_loss=optional_money("dailyLoss", asked.dailyLoss),
    )


def _schedule(fees: FeeTerms) -> FeeSchedule:
    return FeeSchedule(
        fixed=money("fees.fixed", fees.fixed, MOST_CASH),
        per_share=money("fees.perShare", fees.perShare, MOST_CASH),
        rate=_rate(fees.percent),
        minimum=money("fees.minimum", fees.minimum, MOST_CASH),
    )


def _rate(percent: Decimal) -> int:
    rate = Fraction(percent) * RATE_SCALE / 100
    if rate.denominator != 1 or not 0 <= percent <= MOST_PERCENT:
        expected = f"0 to {MOST_PERCENT} with at most 6 decimals"
        raise Refusal("invalid_payload", f"fees.percent: expected {expected}, got {percent}")
    return rate.numerator
