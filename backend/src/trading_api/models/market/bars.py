"""Bars: one interval of open, high, low, close and volume."""

from typing import Literal

from pydantic import MISSING, Field

from trading_api.models.wire import RequestModel, UnixMs, WireModel


class BarsSubscriptionRequest(RequestModel):
    """The bars of one symbol at one resolution (TradingView spelling: "1", "60", "1D")."""

    symbol: str = Field(examples=["AAPL"])
    resolution: str = Field(examples=["1"])


class Bar(WireModel):
    """OHLCV of one interval; `time` is its start, for daily bars 00:00 UTC of the trading day.

    `correction` is true on a stream where a bar that was closed has changed, else absent.
    """

    time: UnixMs
    open: float
    high: float
    low: float
    close: float
    volume: float
    correction: Literal[True] | MISSING = MISSING


class GetBarsResponse(WireModel):
    """Bars ascending by `time`; the last one may still be open.

    `no_data` says that the range held nothing; `next_time` is then the newest bar before it, in
    Unix ms, or null when nothing older exists.
    """

    bars: list[Bar]
    no_data: bool
    next_time: UnixMs | None
