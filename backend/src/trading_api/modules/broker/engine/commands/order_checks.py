"""Whether an order is well formed: its instrument, prices, quantity and time in force."""

from trading_api.models.broker import OrderType, Side
from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.inputs import NewOrder
from trading_api.modules.broker.engine.listing import Listing

from .refusing import refuse

MAX_TEXT = 128
MAX_PRICE = 2**53 - 1
"""Beyond it a price is no number that JavaScript holds exactly."""
LIMITED = (OrderType.LIMIT, OrderType.STOP_LIMIT)
STOPPED = (OrderType.STOP, OrderType.STOP_LIMIT)
IMMEDIATE = ("IOC", "FOK")


def check_instrument(account: Account, symbol: str) -> Listing:
    """Return the instrument that orders of this account may trade."""
    terms = account.terms(symbol) if symbol not in account.listings else None
    if terms is not None and not terms.is_exact:
        refuse(
            "INSTRUMENT_UNSUPPORTED",
            "an instrument whose price times quantity is whole in 10^-12 of its currency",
            f"{symbol}: 1/{terms.price_scale} by 1/{terms.qty_scale}",
        )
    listing = account.listing(symbol)
    if listing is None:
        refuse("INSTRUMENT_UNKNOWN", "the symbol of a listed instrument", repr(symbol))
    if listing.terms.currency != account.profile.currency:
        refuse(
            "CURRENCY_UNSUPPORTED",
            f"an instrument in {account.profile.currency}, for which no rate is needed",
            f"{symbol} in {listing.terms.currency}",
        )
    return listing


def check_shape(order: NewOrder, listing: Listing, ts: int) -> None:
    """Refuse an order that no account could place."""
    check_prices(order, listing)
    check_qty(order.qty, listing)
    check_duration(order, ts)
    check_text("clientOrderId", order.client_order_id)
    check_text("ocoGroup", order.oco_group)
    if (order.take_profit or order.stop_loss) and order.reduce_only:
        refuse("BRACKET_UNSUPPORTED", "no brackets on an order that only reduces", "brackets")


def check_prices(order: NewOrder, listing: Listing) -> None:
    needs_limit, needs_stop = order.type in LIMITED, order.type in STOPPED
    for field, price, needed in (
        ("limitPrice", order.limit_price, needs_limit),
        ("stopPrice", order.stop_price, needs_stop),
    ):
        if needed and price is None:
            refuse("ORDER_PRICE_MISSING", f"a {field} on {_kind(order)}", "none")
        if price is not None and not needed:
            came = listing.price(price)
            refuse("ORDER_PRICE_UNEXPECTED", f"no {field} on {_kind(order)}", came)
        check_price(field, price, listing)
    check_price("takeProfit", order.take_profit, listing)
    check_price("stopLoss", order.stop_loss, listing)


def _kind(order: NewOrder) -> str:
    return f"a {order.type.name.lower().replace('_', '-')} order"


def check_price(field: str, price: int | None, listing: Listing) -> None:
    """Refuse a price that the instrument does not have."""
    if price is None:
        return
    if not 0 < price <= MAX_PRICE:
        expected = f"{field} above 0 and at most {listing.price(MAX_PRICE)}"
        refuse("ORDER_PRICE_RANGE", expected, listing.price(price))
    if price % listing.terms.tick:
        expected = f"{field} in steps of {listing.price(listing.terms.tick)}"
        refuse("ORDER_PRICE_STEP", expected, listing.price(price))


def check_qty(qty: int, listing: Listing) -> None:
    terms = listing.terms
    if not terms.min_qty <= qty <= terms.max_qty:
        expected = f"qty from {listing.qty(terms.min_qty)} to {listing.qty(terms.max_qty)}"
        refuse("ORDER_QTY_RANGE", expected, listing.qty(qty))
    if qty % terms.lot:
        expected = f"qty in steps of {listing.qty(terms.lot)}"
        refuse("ORDER_QTY_STEP", expected, listing.qty(qty))


def check_duration(order: NewOrder, ts: int) -> None:
    tif = order.time_in_force
    if tif in IMMEDIATE and order.type in STOPPED:
        refuse("ORDER_DURATION_UNSUPPORTED", "DAY, GTC or GTD on an order with a stop", tif)
    came = "none" if order.expires_ts is None else order.expires_ts
    if tif == "GTD" and (order.expires_ts is None or order.expires_ts <= ts):
        refuse("ORDER_EXPIRY_INVALID", f"duration.datetime in Unix ms after {ts} with GTD", came)
    if tif != "GTD" and order.expires_ts is not None:
        refuse("ORDER_EXPIRY_INVALID", f"no duration.datetime with {tif}", came)


def check_text(field: str, text: str | None) -> None:
    if text is None:
        return
    if not 0 < len(text) <= MAX_TEXT or not text.isprintable():
        expected = f"{field} of 1 to {MAX_TEXT} printable characters"
        refuse("ORDER_TEXT_INVALID", expected, ascii(text[:MAX_TEXT]))


def check_brackets(
    side: Side, brackets: tuple[int | None, int | None], price: int | None, listing: Listing
) -> None:
    """Refuse a take-profit or stop-loss on the wrong side of `price` (None: not known).

    `side` is that of the entry or of the position: a buy profits above, and loses below.
    """
    take_profit, stop_loss = brackets
    above, below = ("above", "below") if side is Side.BUY else ("below", "above")
    if take_profit is not None and stop_loss is not None and (take_profit - stop_loss) * side <= 0:
        expected = f"takeProfit {above} stopLoss {listing.price(stop_loss)}"
        refuse("BRACKET_WRONG_SIDE", expected, listing.price(take_profit))
    if price is None:
        return
    if take_profit is not None and (take_profit - price) * side <= 0:
        expected = f"takeProfit {above} {listing.price(price)}"
        refuse("BRACKET_WRONG_SIDE", expected, listing.price(take_profit))
    if stop_loss is not None and (price - stop_loss) * side <= 0:
        expected = f"stopLoss {below} {listing.price(price)}"
        refuse("BRACKET_WRONG_SIDE", expected, listing.price(stop_loss))
