"""What the account is worth at the newest prices, and what of it is free."""

from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.records import Equity


def equity_of(account: Account) -> Equity:
    """Value every position at what closing it would fetch; without any price at its cost.

    The margin of a position is its value divided by the leverage of its symbol.
    """
    cash = account.cash
    value = cost = margin = 0
    unmarked: list[str] = []
    for position in account.positions.values():
        if position.qty == 0:
            continue
        symbol = position.symbol
        marked = _value(account, symbol, position.qty)
        if marked is None:
            unmarked.append(symbol)
            marked = position.cost
        value += marked
        cost += position.cost
        margin += abs(marked) // account.leverage_of(symbol)
    equity = cash.cash + value
    return Equity(
        equity,
        cash.cash + cost,
        value - cost,
        cash.realized - cash.fees - cash.realized_before_reset,
        margin,
        equity - margin - cash.reserved,
        tuple(sorted(unmarked)),
    )


def _value(account: Account, symbol: str, qty: int) -> int | None:
    market = account.markets.get(symbol)
    price = None if market is None else market.mark(qty)
    return None if price is None else qty * price * account.listed(symbol).unit
