"""Symbols as TradingView's library describes them."""

from enum import StrEnum

from trading_api.models.wire import WireModel


class DataStatus(StrEnum):
    """How fresh a symbol's data can be."""

    STREAMING = "streaming"
    END_OF_DAY = "endofday"
    DELAYED_STREAMING = "delayed_streaming"


class SymbolInfo(WireModel):
    """What a chart must know of an instrument; tick size = `minmov` / `pricescale`."""

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
    currency_code: str


class SearchSymbolResultItem(WireModel):
    """One hit of the symbol search."""

    symbol: str
    ticker: str
    description: str
    exchange: str
    type: str
