"""Decimals as the engine's integers, exactly or not at all."""

from decimal import Decimal

from trading_api.modules.broker.engine.listing import Listing
from trading_api.modules.broker.engine.state.decimals import money as money_text
from trading_api.modules.broker.engine.terms import MONEY_SCALE
from trading_api.shared.errors import Refusal


def price(listing: Listing, field: str, value: Decimal | None) -> int | None:
    """Return a price in the instrument's units; None stays None.

    Raises:
        Refusal: it lies between two of them.
    """
    if value is None:
        return None
    units = _whole(value, listing.terms.price_scale)
    if units is None:
        step = listing.price(listing.terms.tick)
        raise Refusal("ORDER_PRICE_STEP", f"expected {field} in steps of {step}, got {value}")
    return units


def quantity(listing: Listing, field: str, value: Decimal) -> int:
    """Return a quantity in the instrument's units.

    Raises:
        Refusal: it lies between two of them.
    """
    units = _whole(value, listing.qty_scale)
    if units is None:
        step = listing.qty(listing.terms.lot)
        raise Refusal("ORDER_QTY_STEP", f"expected {field} in steps of {step}, got {value}")
    return units


def money(field: str, value: Decimal, most: int | None = None) -> int:
    """Return an amount of money, zero or more, in `MONEY_SCALE`.

    Raises:
        Refusal: it is below zero, above `most` (in `MONEY_SCALE`) or finer than 10^-12.
    """
    units = _whole(value, MONEY_SCALE)
    if units is None or units < 0 or (most is not None and units > most):
        bound = "" if most is None else f" to {money_text(most)}"
        expected = f"an amount from 0{bound} with at most 12 decimals"
        raise Refusal("invalid_payload", f"{field}: expected {expected}, got {value}")
    return units


def optional_money(field: str, value: Decimal | None) -> int | None:
    """Return an amount as `money` does; None stays None."""
    return None if value is None else money(field, value)


def _whole(value: Decimal, scale: int) -> int | None:
    """Return `value` in units of 1 / `scale`; None where it lies between two."""
    numerator, denominator = value.as_integer_ratio()
    units, rest = divmod(numerator * scale, denominator)
    return None if rest else units
