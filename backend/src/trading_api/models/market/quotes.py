"""Quotes: best bid and ask, the last price and the day's figures."""

from typing import Literal

from pydantic import Field

from trading_api.models.wire import RequestModel, UnixMs, WireModel


class QuoteDataSubscriptionRequest(RequestModel):
    """The quotes of one symbol; a watchlist is one topic a symbol (rule T4)."""

    symbol: str = Field(examples=["AAPL"])


class GetQuotesRequest(RequestModel):
    """Symbols to quote, answered in this order."""

    symbols: list[str] = Field(max_length=500)


class QuoteValues(WireModel):
    """TradingView's quote fields; prices in the instrument's currency, `chp` in percent.

    `time` is the source's of the tick, `received` when it came in here, null for what was imported.
    """

    lp: float
    ask: float
    bid: float
    spread: float
    open_price: float
    high_price: float
    low_price: float
    prev_close_price: float
    volume: float
    ch: float
    chp: float
    short_name: str
    exchange: str
    description: str
    original_name: str
    time: UnixMs
    received: UnixMs | None


class QuoteError(WireModel):
    """Why a symbol has no quote."""

    error: str


class QuoteData(WireModel):
    """The quote of symbol `n`: its values, or with `s: "error"` the reason."""

    s: Literal["ok", "error"]
    n: str
    v: QuoteValues | QuoteError
