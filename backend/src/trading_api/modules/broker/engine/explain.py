"""Why an execution has its price, quantity and fee; and the same numbers again from that."""

from typing import Any, NamedTuple

from trading_api.models.broker import Side

from .accounting.fees import fee_of
from .listing import Listing
from .matching.offers import Offer, source_json
from .matching.rules import RULES, price_by_rule
from .profile import AccountProfile, FeeSchedule
from .records import Execution, Order, Position


class Recomputed(NamedTuple):
    """What an explanation leads to, in the instrument's units and in `MONEY_SCALE`."""

    price: int
    qty: int
    fee: int


class Situation(NamedTuple):
    """The order and the position before a fill, and how much a reduce-only order might take."""

    order: Order
    position: Position
    reducible: int | None
    displayed: int | None
    consumed: int


def explanation(
    listing: Listing, profile: AccountProfile, before: Situation, offer: Offer, execution: Execution
) -> dict[str, Any]:
    """Return everything that the execution was computed from, in JSON's types.

    Prices and quantities are in the instrument's units (`scales` say which), money in 10^-12.
    The order and the position afterwards are added by `completed`.
    """
    order, fees = before.order, profile.fees
    return {
        "version": 1,
        "executionId": execution.id,
        "orderId": order.id,
        "symbol": order.symbol,
        "step": execution.step,
        "rule": offer.rule,
        "ruleText": RULES[offer.rule],
        "feed": profile.feed,
        "cursor": list(offer.source.cursor),
        "source": source_json(offer.source),
        "side": int(order.side),
        "limit": order.limit_price,
        "stop": order.stop_price,
        "size": {
            "remaining": order.remaining,
            "displayed": before.displayed,
            "consumed": before.consumed,
            "reducible": before.reducible,
        },
        "price": execution.price,
        "qty": execution.qty,
        "fee": {
            "fixed": fees.fixed,
            "perShare": fees.per_share,
            "rate": fees.rate,
            "minimum": fees.minimum,
            "filledQty": order.filled_qty,
            "filledCost": order.filled_cost,
            "notional": execution.qty * execution.price * listing.unit,
            "fee": execution.fee,
        },
        "scales": {
            "price": listing.terms.price_scale,
            "qty": listing.qty_scale,
            "multiplier": listing.terms.multiplier,
            "unit": listing.unit,
        },
        "orderBefore": order_state(order),
        "positionBefore": position_state(before.position),
    }


def completed(explained: dict[str, Any], order: Order, position: Position) -> None:
    """Add the order and the position as the fill left them."""
    explained["orderAfter"] = order_state(order)
    explained["positionAfter"] = position_state(position)


def recompute(explained: dict[str, Any]) -> Recomputed:
    """Return price, quantity and fee from an explanation alone.

    Raises:
        ValueError: it lacks the value that its rule needs.
    """
    side = Side(explained["side"])
    prices = {"limit": explained["limit"], "stop": explained["stop"]}
    price = price_by_rule(explained["rule"], explained["source"], side, prices)
    size = explained["size"]
    qty = size["remaining"]
    if size["displayed"] is not None:
        qty = min(qty, size["displayed"] - size["consumed"])
    if size["reducible"] is not None:
        qty = min(qty, size["reducible"])
    f = explained["fee"]
    schedule = FeeSchedule(f["fixed"], f["perShare"], f["rate"], f["minimum"])
    scales = explained["scales"]
    fill = (qty, qty * price * scales["unit"])
    fee = fee_of(schedule, (f["filledQty"], f["filledCost"]), fill, scales["qty"])
    return Recomputed(price, qty, fee)


def order_state(order: Order) -> dict[str, Any]:
    """Return what of an order a fill changes."""
    return {
        "status": int(order.status),
        "qty": order.qty,
        "filledQty": order.filled_qty,
        "filledCost": order.filled_cost,
        "reserved": order.reserved,
    }


def position_state(position: Position) -> dict[str, Any]:
    """Return what of a position a fill changes."""
    return {
        "qty": position.qty,
        "cost": position.cost,
        "realized": position.realized,
        "fees": position.fees,
    }
