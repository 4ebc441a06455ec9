"""Market data on the wire."""

from .bars import Bar, BarsSubscriptionRequest, GetBarsResponse
from .configuration import DatafeedConfiguration, DatafeedSymbolType, Exchange
from .quotes import (
    GetQuotesRequest,
    QuoteData,
    QuoteDataSubscriptionRequest,
    QuoteError,
    QuoteValues,
)
from .symbols import DataStatus, SearchSymbolResultItem, SymbolInfo

__all__ = [
    "Bar",
    "BarsSubscriptionRequest",
    "DataStatus",
    "DatafeedConfiguration",
    "DatafeedSymbolType",
    "Exchange",
    "GetBarsResponse",
    "GetQuotesRequest",
    "QuoteData",
    "QuoteDataSubscriptionRequest",
    "QuoteError",
    "QuoteValues",
    "SearchSymbolResultItem",
    "SymbolInfo",
]
