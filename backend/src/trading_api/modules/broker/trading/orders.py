"""Orders as they are asked for: what TradingView calls a PreOrder, in the engine's words."""

from typing import Literal

from trading_api.models.broker import PreOrder, StopType
from trading_api.modules.broker.engine.inputs import Modify, NewOrder
from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.records import Order
from trading_api.modules.broker.venue import Venue
from trading_api.shared.errors import Refusal

from .amounts import price, quantity

Side = Literal["take_profit", "stop_loss"]


def new_order(asked: PreOrder, venue: Venue) -> NewOrder:
    """Return the order that is asked for; a duration that is not named is GTC.

    Raises:
        Refusal: no instrument has the symbol, a number lies between two of its steps, or the order
            is of a kind that this broker has not.
    """
    listing = venue.find(asked.symbol)
    _refuse_unsupported(asked)
    duration = asked.duration
    return NewOrder(
        symbol=listing.symbol,
        type=asked.type,
        side=asked.side,
        qty=quantity(listing, "qty", asked.qty),
        time_in_force="GTC" if duration is None else duration.type,
        limit_price=price(listing, "limitPrice", asked.limitPrice),
        stop_price=price(listing, "stopPrice", asked.stopPrice),
        take_profit=price(listing, "takeProfit", asked.takeProfit),
        stop_loss=price(listing, "stopLoss", asked.stopLoss),
        expires_ts=None if duration is None else duration.datetime,
        client_order_id=asked.clientOrderId,
        oco_group=asked.ocoGroup,
        reduce_only=asked.reduceOnly or asked.isClose,
    )


def modification(asked: PreOrder, existing: Order, listing: Listing) -> Modify:
    """Return the change that makes `existing` what is asked: brackets left out are removed.

    Raises:
        Refusal: it would be another order: symbol, type, side, duration, group and whether it
            only reduces stay.
    """
    _refuse_unsupported(asked)
    _refuse_another(asked, existing, listing)
    take_profit = price(listing, "takeProfit", asked.takeProfit)
    stop_loss = price(listing, "stopLoss", asked.stopLoss)
    removes: set[Side] = set()
    if take_profit is None:
        removes.add("take_profit")
    if stop_loss is None:
        removes.add("stop_loss")
    return Modify(
        order_id=existing.id,
        qty=quantity(listing, "qty", asked.qty),
        limit_price=price(listing, "limitPrice", asked.limitPrice),
        stop_price=price(listing, "stopPrice", asked.stopPrice),
        take_profit=take_profit,
        stop_loss=stop_loss,
        removes=frozenset(removes),
    )


def _refuse_unsupported(asked: PreOrder) -> None:
    for field, value in (
        ("guaranteedStop", asked.guaranteedStop),
        ("trailingStopPips", asked.trailingStopPips),
    ):
        if value is not None:
            raise Refusal("ORDER_FIELD_UNSUPPORTED", f"{field}: expected none, got {value}")
    if asked.stopType not in (None, StopType.STOP_LOSS):
        expected = f"stopType: expected {int(StopType.STOP_LOSS)} or none"
        raise Refusal("ORDER_FIELD_UNSUPPORTED", f"{expected}, got {int(asked.stopType)}")


def _refuse_another(asked: PreOrder, existing: Order, listing: Listing) -> None:
    given: list[tuple[str, object, object]] = [
        ("symbol", asked.symbol.rpartition(":")[2].upper(), listing.symbol.upper()),
        ("type", int(asked.type), int(existing.type)),
        ("side", int(asked.side), int(existing.side)),
    ]
    if asked.duration is not None:
        given.append(("duration", asked.duration.type, existing.time_in_force))
        if existing.time_in_force == "GTD":
            given.append(("duration.datetime", asked.duration.datetime, existing.expires_ts))
    if asked.ocoGroup is not None:
        given.append(("ocoGroup", asked.ocoGroup, existing.oco_group))
    if asked.reduceOnly or asked.isClose:
        given.append(("reduceOnly", True, existing.reduce_only))
    for field, came, expected in given:
        if came != expected:
            message = f"{field}: expected {expected!r} as the order has it, got {came!r}"
            raise Refusal("ORDER_CHANGE_UNSUPPORTED", message)
