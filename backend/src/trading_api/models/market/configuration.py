"""What the datafeed can do, asked once by the chart."""

from trading_api.models.wire import WireModel


class Exchange(WireModel):
    """An entry of the exchange filter; an empty `value` means all."""

    value: str
    name: str
    desc: str


class DatafeedSymbolType(WireModel):
    """An entry of the type filter; an empty `value` means all."""

    name: str
    value: str


class DatafeedConfiguration(WireModel):
    """TradingView's datafeed configuration, the feeds behind it, and what any of them offers.

    What a symbol's own feed offers says its `SymbolInfo`.
    """

    feed: str
    supported_resolutions: list[str]
    supports_marks: bool
    supports_timescale_marks: bool
    supports_time: bool
    supports_quotes: bool
    supports_trades: bool
    supports_depth: bool
    exchanges: list[Exchange]
    symbols_types: list[DatafeedSymbolType]
