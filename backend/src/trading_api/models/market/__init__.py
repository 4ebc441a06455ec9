"""Market data on the wire."""

from .bars import Bar, BarsSubscriptionRequest, GetBarsResponse
from .configuration import DatafeedConfiguration, DatafeedSymbolType, Exchange
from .depth import Depth, DepthLevel, DepthSubscriptionRequest
from .market_status import MarketStatus, MarketStatusSubscriptionRequest
from .quotes import (
    GetQuotesRequest,
    QuoteData,
    QuoteDataSubscriptionRequest,
    QuoteError,
    QuoteValues,
)
from .symbols import DataStatus, SearchSymbolResultItem, SymbolInfo
from .trades import Trade, TradesSubscriptionRequest

__all__ = [
    "Bar",
    "BarsSubscriptionRequest",
    "DataStatus",
    "DatafeedConfiguration",
    "DatafeedSymbolType",
    "Depth",
    "DepthLevel",
    "DepthSubscriptionRequest",
    "Exchange",
    "GetBarsResponse",
    "GetQuotesRequest",
    "MarketStatus",
    "MarketStatusSubscriptionRequest",
    "QuoteData",
    "QuoteDataSubscriptionRequest",
    "QuoteError",
    "QuoteValues",
    "SearchSymbolResultItem",
    "SymbolInfo",
    "Trade",
    "TradesSubscriptionRequest",
]
