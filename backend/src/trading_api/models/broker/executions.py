"""Executions: (partial) fills of orders."""

from trading_api.models.wire import UnixMs, WireModel

from .orders import Side


class Execution(WireModel):
    """One fill; `commission` in the account's currency."""

    id: str
    orderId: str
    symbol: str
    price: float
    qty: float
    side: Side
    time: UnixMs
    commission: float
