"""Trades: the time and sales of a symbol."""

from typing import Literal

from pydantic import Field

from trading_api.models.wire import RequestModel, UnixMs, WireModel


class TradesSubscriptionRequest(RequestModel):
    """The trades of one symbol."""

    symbol: str = Field(examples=["AAPL"])


class Trade(WireModel):
    """One trade; `time` is when it was made, `received` when the server learned of it.

    `side` is the one that took; null where the source does not say.
    """

    id: str
    time: UnixMs
    received: UnixMs
    price: float
    size: float
    side: Literal["buy", "sell"] | None
