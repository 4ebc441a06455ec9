"""What a command names: orders and positions that must be there."""

from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.records import Order, Position

from .refusing import refuse

MOST_DIGITS = 18
MOST_NAMED = 10


def living_order(account: Account, order_id: str) -> Order:
    """Return an order that is not final.

    Final orders are not kept here: their ids tell, for numbers are given without holes.
    """
    order = account.orders.get(order_id)
    if order is not None:
        return order
    prefix = f"{account.profile.id}-o"
    number = order_id.removeprefix(prefix) if order_id.startswith(prefix) else ""
    # Nobody counts that far, and Python refuses to read thousands of digits.
    is_number = number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS
    was_one = is_number and number == str(int(number))
    if was_one and 1 <= int(number) <= account.counters.orders:
        refuse("ORDER_FINAL", "an order that is still open", f"{order_id}, which has ended")
    refuse("ORDER_NOT_FOUND", "the id of an order of the account", ascii(order_id[:80]))


def open_position(account: Account, symbol: str) -> Position:
    """Return a position that is not flat."""
    position = account.position(symbol)
    if position.qty == 0:
        held = sorted(each.symbol for each in account.positions.values() if each.qty)
        named = ", ".join(held[:MOST_NAMED])
        which = f"one of {len(held)}, such as {named}" if len(held) > MOST_NAMED else named
        expected = f"the symbol of an open position ({which or 'none is open'})"
        refuse("POSITION_NOT_FOUND", expected, ascii(symbol[:80]))
    return position
