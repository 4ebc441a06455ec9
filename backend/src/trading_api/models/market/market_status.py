"""Market status: how fresh a symbol's prices are, and why."""

from typing import Literal

from pydantic import Field

from trading_api.models.wire import RequestModel, UnixMs, WireModel


class MarketStatusSubscriptionRequest(RequestModel):
    """The freshness of one symbol."""

    symbol: str = Field(examples=["AAPL"])


class MarketStatus(WireModel):
    """How fresh a symbol is; times are the feed's, of a replay its own.

    live: it ticked within 10 s. quiet: silent for longer, as is usual for it. stale: silent for
    longer than it is, or its source is gone. closed: its calendar is not in session. halted: its
    source says so. `stale_after` is the silence, in ms, after which it is stale. One of
    `next_open` and `next_close` is null, both around the clock.
    """

    symbol: str
    state: Literal["live", "quiet", "stale", "closed", "halted"]
    since: UnixMs
    stale_after: int
    next_open: UnixMs | None
    next_close: UnixMs | None
    reason: str | None
