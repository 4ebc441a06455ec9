"""Symbols as TradingView's library describes them."""

from enum import StrEnum

from trading_api.models.wire import WireModel


class DataStatus(StrEnum):
    """How fresh a symbol's data can be."""

    STREAMING = "streaming"
    END_OF_DAY = "endofday"
    DELAYED_STREAMING = "delayed_streaming"


class SymbolInfo(WireModel):
    """What a chart must know of an instrument; tick size = `minmov` / `pricescale`.

    `delay` is in seconds, -1 for what is no more than history. `has_quotes` says whether bids and
    asks are the market's, `has_trades` and `has_depth` whether these streams have the symbol.
    """

    name: str
    ticker: str
    description: str
    type: str
    session: str
    session_holidays: str
    corrections: str
    timezone: str
    exchange: str
    listed_exchange: str
    format: str
    pricescale: int
    minmov: int
    has_intraday: bool
    has_daily: bool
    has_weekly_and_monthly: bool
    supported_resolutions: list[str]
    volume_precision: int
    data_status: DataStatus
    delay: int
    has_quotes: bool
    has_trades: bool
    has_depth: bool
    currency_code: str


class SearchSymbolResultItem(WireModel):
    """One hit of the symbol search."""

    symbol: str
    ticker: str
    description: str
    exchange: str
    type: str
