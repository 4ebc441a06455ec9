"""Orders that the tests of the ledger place."""

from trading_api.modules.broker.engine.inputs import Submit
from trading_api.modules.broker.engine.testing import BUY, limit, market


def buy(qty: int, **members: object) -> Submit:
    """Return an order that fills at once."""
    return Submit(market(BUY, qty, **members))


def resting(price: int = 9_000, **members: object) -> Submit:
    """Return an order that waits."""
    return Submit(limit(BUY, 1, price, **members))
