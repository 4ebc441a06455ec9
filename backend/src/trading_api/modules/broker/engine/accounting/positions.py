"""Netting: what a fill makes of a holding, in exact integers."""

from typing import NamedTuple


class Netted(NamedTuple):
    """A holding after a fill; `closed` and `opened` split the fill's quantity, both unsigned."""

    qty: int
    cost: int
    realized: int
    closed: int
    opened: int


def net(qty: int, cost: int, signed: int, price_value: int) -> Netted:
    """Return the holding (`qty`, `cost`) after a fill of `signed` (a buy above zero).

    `price_value` is the money of one quantity unit at the fill's price. The cost of what is
    closed is its share, rounded toward zero, so that long and short mirror; what remains keeps
    the rest, and a flat holding keeps nothing.
    """
    value = signed * price_value
    if qty == 0 or (qty > 0) == (signed > 0):
        return Netted(qty + signed, cost + value, 0, 0, abs(signed))
    held, filled = abs(qty), abs(signed)
    closed = min(held, filled)
    opened = filled - closed
    removed = cost if closed == held else share(cost, closed, held)
    direction = 1 if signed > 0 else -1
    realized = -direction * closed * price_value - removed
    remaining = cost - removed + direction * opened * price_value
    return Netted(qty + signed, remaining, realized, closed, opened)


def share(amount: int, part: int, whole: int) -> int:
    """Return `amount` * `part` / `whole`, rounded toward zero."""
    product = amount * part
    return product // whole if product >= 0 else -(-product // whole)
