"""Limits of the account that an order must keep before it is accepted."""

from trading_api.models.broker import Side
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.accounting.equity import equity_of
from trading_api.modules.broker.engine.accounting.margin import (
    free_of,
    opening_qty,
    reference_price,
)
from trading_api.modules.broker.engine.inputs import NewOrder
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.records import Order
from trading_api.modules.broker.engine.state.decimals import money
from trading_api.modules.broker.engine.terms import MONEY_SCALE

from .refusing import refuse


def check_mode(account: Account, what: str) -> None:
    """Refuse everything but cancels while the account is halted."""
    if account.mode == "HALTED":
        refuse("ACCOUNT_HALTED", "an account that trades; resume it first", what)


def check_reducing(account: Account, order: NewOrder) -> None:
    """While the account only reduces, refuse an order that could open anything."""
    if account.mode != "REDUCING":
        return
    if opening_qty(account, order.symbol, order.side, order.qty):
        refuse(
            "ACCOUNT_REDUCING",
            "an order that only reduces a position, or a resumed account",
            f"{order.side.name} of {order.symbol}",
        )


def check_size(account: Account, listing: Listing, order: NewOrder | Order) -> None:
    limits = account.limits
    most = limits.max_order_qty
    if most is not None and order.qty * MONEY_SCALE > most * listing.qty_scale:
        refuse("RISK_ORDER_QTY", f"qty of at most {money(most)}", listing.qty(order.qty))
    if limits.max_order_notional is None:
        return
    price = reference_price(account, order)
    if price is None:
        return
    notional = order.qty * price * listing.unit
    if notional > limits.max_order_notional:
        expected = f"a notional of at most {money(limits.max_order_notional)}"
        refuse("RISK_ORDER_NOTIONAL", expected, money(notional))


def check_count(account: Account, adding: int) -> None:
    """Refuse `adding` more orders than may be open, brackets included."""
    most = account.limits.max_open_orders
    if adding > 0 and len(account.orders) + adding > most:
        refuse("RISK_OPEN_ORDERS", f"at most {most} open orders", len(account.orders) + adding)


def check_rate(account: Account, ts: int) -> None:
    most = account.limits.orders_per_second
    rate = account.rate
    if rate.second == ts // 1000 and rate.count >= most:
        refuse("RISK_ORDER_RATE", f"at most {most} orders in a second", rate.count + 1)


def check_collar(
    account: Account, listing: Listing, side: Side, prices: dict[str, int | None]
) -> None:
    """Refuse a price too far from the market's; without any price of the market all pass."""
    market = account.market(listing.symbol)
    price = market.touch(side)
    reference = market.mark(-side) if price is None else price
    if reference is None:
        return
    percent = account.limits.price_collar_percent
    for field, given in prices.items():
        if given is not None and abs(given - reference) * 100 > reference * percent:
            expected = f"{field} within {percent} percent of {listing.price(reference)}"
            refuse("RISK_PRICE_COLLAR", expected, listing.price(given))


def check_daily_loss(account: Account, opens: bool) -> None:
    most = account.limits.daily_loss
    if most is None or not opens:
        return
    lost = account.day.equity - equity_of(account).equity
    if lost > most:
        refuse("RISK_DAILY_LOSS", f"a loss of the day of at most {money(most)}", money(lost))


def check_margin(account: Account, needed: int) -> None:
    """Refuse what needs more buying power than is free."""
    if needed <= 0:
        return
    free = free_of(account)
    if needed > free:
        currency = account.profile.currency
        expected = f"an order that needs at most {money(free)} {currency} of buying power"
        came = f"one that needs {money(needed)}: lower its quantity, raise the leverage, or close"
        refuse("MARGIN_INSUFFICIENT", expected, f"{came} other positions and orders")
