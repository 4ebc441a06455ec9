"""What an account allows: leverage of a symbol, and its risk limits."""

from trading_api.modules.broker.engine.accounting.margin import free_of
from trading_api.modules.broker.engine.inputs import RiskLimits, SetLeverage, SetRisk
from trading_api.modules.broker.engine.matching.rounds import Round

from .order_checks import check_instrument
from .refusing import refuse
from .risk_checks import check_mode

LEAST = {"max_open_orders": 1, "price_collar_percent": 1, "orders_per_second": 1}


def set_leverage(matching: Round, command: SetLeverage) -> None:
    """Set a symbol's leverage; what its open orders reserve follows.

    Raises:
        Refusal: it is out of range, or the account could not carry what it has.
    """
    account = matching.account
    check_instrument(account, command.symbol)
    check_mode(account, "a change of leverage")
    most = account.profile.max_leverage
    if not 1 <= command.leverage <= most:
        refuse("LEVERAGE_RANGE", f"a leverage from 1 to {most}", command.leverage)
    old = account.leverage_of(command.symbol)
    entries = [
        order
        for order in map(account.orders.__getitem__, account.by_symbol.get(command.symbol, ()))
        if order.reserved
    ]
    reserves = [order.reserved * old // command.leverage for order in entries]
    added = sum(reserves) - sum(order.reserved for order in entries)
    before, kept = free_of(account), dict(account.leverage)
    account.leverage[command.symbol] = command.leverage
    free = free_of(account) - added
    if free < 0 and free < before:
        account.leverage = kept
        expected = "a leverage that the account's positions and orders allow"
        refuse("MARGIN_INSUFFICIENT", expected, command.leverage)
    change = matching.change()
    for order, reserved in zip(entries, reserves, strict=True):
        change.update_order(order, {"reserved": reserved})
    matching.steps.append(change.finish("leverage_set"))


def set_risk(matching: Round, command: SetRisk) -> None:
    """Replace the account's limits; orders that are open already stay.

    Raises:
        Refusal: one of them allows nothing at all.
    """
    for name in RiskLimits.__slots__:
        value = getattr(command.limits, name)
        least = LEAST.get(name, 0)
        if value is not None and value < least:
            refuse("RISK_LIMITS_INVALID", f"{name} of at least {least}", value)
    matching.account.limits = command.limits
    matching.steps.append(matching.change().finish("risk_set"))
