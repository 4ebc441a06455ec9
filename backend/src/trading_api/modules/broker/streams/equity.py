"""The account's value between its steps: the committed account at the newest prices."""

from collections.abc import Callable, Mapping

from trading_api.models.broker import EquityData
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.matching.market import Market
from trading_api.modules.broker.engine.terms import MONEY_SCALE
from trading_api.modules.broker.view import AccountView
from trading_api.shared.price_feed import Tick


def marked(
    account: AccountView, ticks: Mapping[str, Tick], listing_of: Callable[[str], Listing]
) -> EquityData:
    """Value every position at what closing it would fetch; without any price at its cost."""
    cost = value = 0
    for symbol, position in account.positions.items():
        tick = ticks.get(symbol)
        price = None if tick is None else mark(tick, position.qty)
        held = position.cost if price is None else position.qty * price * listing_of(symbol).unit
        cost += position.cost
        value += held
    balance = sum(each.cash for each in account.balances) + cost
    return EquityData(
        equity=(balance + value - cost) / MONEY_SCALE,
        balance=balance / MONEY_SCALE,
        unrealizedPL=(value - cost) / MONEY_SCALE,
        realizedPL=account.equity.realized / MONEY_SCALE,
    )


def mark(tick: Tick, qty: int) -> int | None:
    """Return the price that a position is valued at: long at bid, short at ask, else last."""
    market = Market()
    market.tick = tick
    return market.mark(qty)
