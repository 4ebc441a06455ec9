"""Commands as the user sent them: the ledger's definitions in the fields and decimals of REST."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.state.decimals import money
from trading_api.modules.broker.ledger.room.requests import KeyTaken, difference
from trading_api.shared.errors import Refusal

ListingOf = Callable[[str], Listing]
NAMES = {
    "limit_price": "limitPrice",
    "stop_price": "stopPrice",
    "take_profit": "takeProfit",
    "stop_loss": "stopLoss",
    "time_in_force": "duration.type",
    "expires_ts": "duration.datetime",
    "client_order_id": "clientOrderId",
    "oco_group": "ocoGroup",
    "reduce_only": "reduceOnly",
    "order_id": "orderId",
    "order_ids": "orderIds",
    "max_order_qty": "maxOrderQty",
    "max_order_notional": "maxOrderNotional",
    "max_open_orders": "maxOpenOrders",
    "price_collar_percent": "priceCollarPercent",
    "orders_per_second": "ordersPerSecond",
    "daily_loss": "dailyLoss",
}
PRICES = {"limit_price", "stop_price", "take_profit", "stop_loss"}
AMOUNTS = {"max_order_qty", "max_order_notional", "daily_loss"}


def conflict(taken: KeyTaken, listing_of: ListingOf, symbol: str | None) -> Refusal:
    """Return the refusal in the user's own numbers; `symbol` is that of the order they change."""
    was, came = taken.was, taken.came
    for name in ("command", "order_id"):
        if was.get(name) != came.get(name):
            # Of another kind, or of another order: its numbers are not to be compared.
            was, came = {name: was.get(name)}, {name: came.get(name)}
    was, came = (_as_sent(one, listing_of, symbol) for one in (was, came))
    return Refusal(taken.code, taken.said(difference(was, came)))


def _as_sent(command: dict[str, Any], listing_of: ListingOf, symbol: str | None) -> dict[str, Any]:
    """Return the members of a command; those of its order or its limits stand among them."""
    flat: dict[str, Any] = {}
    inner = command.get("order") or command.get("limits") or command
    listing = _listing(inner.get("symbol", symbol), listing_of)
    for name, value in inner.items():
        flat[NAMES.get(name, name)] = _number(name, value, listing)
    return flat


def _listing(symbol: str | None, listing_of: ListingOf) -> Listing | None:
    try:
        return None if symbol is None else listing_of(symbol)
    except LookupError:
        # It is not listed any more: its numbers stay as the ledger has them.
        return None


def _number(name: str, value: Any, listing: Listing | None) -> Any:
    if name in AMOUNTS:
        return Decimal(money(value))
    if listing is not None and name in PRICES:
        return Decimal(listing.price(value))
    if listing is not None and name == "qty":
        return Decimal(listing.qty(value))
    return value
