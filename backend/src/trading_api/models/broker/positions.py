"""Positions: what an account holds."""

from trading_api.models.wire import WireModel

from .orders import Side


class Position(WireModel):
    """A holding; `qty: 0` says that it was closed."""

    id: str
    symbol: str
    qty: float
    side: Side
    avgPrice: float
