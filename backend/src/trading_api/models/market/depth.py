"""Depth: the order book of a symbol, and how it changes."""

from pydantic import Field

from trading_api.models.wire import RequestModel, UnixMs, WireModel


class DepthSubscriptionRequest(RequestModel):
    """The order book of one symbol."""

    symbol: str = Field(examples=["AAPL"])


class DepthLevel(WireModel):
    """What is offered at one price; in a change, size 0 says that the level is gone."""

    price: float
    size: float


class Depth(WireModel):
    """The book of `version`, the best price first, or what makes it of the book `follows`.

    `follows` is null where this is the whole book. `time` is the source's, `received` the server's.
    """

    version: int
    follows: int | None
    time: UnixMs
    received: UnixMs
    bids: list[DepthLevel]
    asks: list[DepthLevel]
