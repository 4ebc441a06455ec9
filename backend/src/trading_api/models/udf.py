"""What TradingView's HTTP datafeed (UDF) sends: names and shapes are that protocol's.

A table is an object of columns. What is an error says so by `s`, which no other answer of the same
route may have unless the protocol gives it one.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .market import DatafeedSymbolType, DataStatus, Exchange, QuoteValues
from .wire import MAX_SAFE_INTEGER, WireModel

UnixSeconds = Annotated[
    int, Field(ge=0, le=MAX_SAFE_INTEGER, json_schema_extra={"format": "int64"})
]
"""Seconds since 1970-01-01T00:00:00Z."""


def dashed(name: str) -> str:
    return name.replace("_", "-")


class UdfError(WireModel):
    """Why there is no answer; sent with HTTP 200, as this protocol's clients expect."""

    s: Literal["error"]
    errmsg: str


class UdfConfig(WireModel):
    """What the datafeed can do; of the two ways to find symbols exactly one is true."""

    supported_resolutions: list[str]
    exchanges: list[Exchange]
    symbols_types: list[DatafeedSymbolType]
    currency_codes: list[str]
    supports_search: bool
    supports_group_request: bool
    supports_marks: bool
    supports_timescale_marks: bool
    supports_time: bool


class UdfSymbol(WireModel):
    """One instrument; tick size = `minmov` / `pricescale`. It must never have a field `s`."""

    name: str
    ticker: str
    description: str
    type: str
    exchange: str
    listed_exchange: str
    timezone: str
    session: str
    session_holidays: str
    corrections: str
    format: str
    minmov: int
    pricescale: int
    minmove2: int
    fractional: bool
    has_intraday: bool
    intraday_multipliers: list[str]
    has_daily: bool
    has_weekly_and_monthly: bool
    has_seconds: bool
    has_empty_bars: bool
    visible_plots_set: Literal["ohlcv"]
    volume_precision: int
    supported_resolutions: list[str]
    data_status: DataStatus
    delay: int
    currency_code: str


class UdfSymbolTable(WireModel):
    """The instruments of an exchange, a column a field, all of one length."""

    model_config = ConfigDict(alias_generator=dashed, validate_by_name=True)

    symbol: list[str]
    ticker: list[str]
    description: list[str]
    type: list[str]
    exchange_traded: list[str]
    exchange_listed: list[str]
    timezone: list[str]
    session_regular: list[str]
    session_holidays: list[str]
    corrections: list[str]
    minmovement: list[int]
    pricescale: list[int]
    minmove2: list[int]
    fractional: list[bool]
    has_intraday: list[bool]
    intraday_multipliers: list[list[str]]
    has_daily: list[bool]
    has_weekly_and_monthly: list[bool]
    has_empty_bars: list[bool]
    volume_precision: list[int]
    supported_resolutions: list[list[str]]
    currency_code: list[str]


class UdfFound(WireModel):
    """One hit of the search."""

    symbol: str
    ticker: str
    description: str
    exchange: str
    type: str


class UdfBars(WireModel):
    """Bars as columns of one length, ascending by time."""

    s: Literal["ok"]
    t: list[UnixSeconds]
    o: list[float]
    h: list[float]
    l: list[float]  # noqa: E741
    c: list[float]
    v: list[float]


class UdfHole(WireModel):
    """No bar in the range; `nextTime` is the newest one before it."""

    s: Literal["no_data"]
    nextTime: UnixSeconds


class UdfNoData(WireModel):
    """No bar in the range, and none before it."""

    s: Literal["no_data"]


class UdfQuote(WireModel):
    """The quote of symbol `n`."""

    s: Literal["ok"]
    n: str
    v: QuoteValues


class UdfNoValues(WireModel):
    """An empty object."""


class UdfNoQuote(WireModel):
    """Symbol `n` is unknown, or has not traded yet."""

    s: Literal["error"]
    n: str
    v: UdfNoValues


class UdfQuotes(WireModel):
    """Quotes in the order asked."""

    s: Literal["ok"]
    d: list[UdfQuote | UdfNoQuote]


class UdfMark(WireModel):
    """A mark on the bar of this time."""

    id: str
    time: UnixSeconds
    color: str
    text: str
    label: str
    labelFontColor: str
    minSize: int


class UdfTimescaleMark(WireModel):
    """A mark below the bar of this time, on the axis; a line of the tooltip each."""

    id: str
    time: UnixSeconds
    color: str
    label: str
    tooltip: list[str]
