"""Instruments as UDF describes them: one by one, or as a table."""

from collections.abc import Sequence
from itertools import chain

from trading_api.models.market import DatafeedSymbolType, Exchange, SymbolInfo
from trading_api.models.udf import UdfConfig, UdfFound, UdfSymbol, UdfSymbolTable

# Columns of the table that have another name than the instrument's field.
FIELD_OF = {
    "symbol": "name",
    "exchange_traded": "exchange",
    "exchange_listed": "listed_exchange",
    "session_regular": "session",
    "minmovement": "minmov",
}
SHARED_FIELDS = SymbolInfo.model_fields.keys() & UdfSymbol.model_fields.keys()


def udf_config(instruments: Sequence[SymbolInfo], *, supports_marks: bool) -> UdfConfig:
    """Return what can be asked of these instruments."""
    exchanges = sorted({one.exchange for one in instruments})
    types = sorted({one.type for one in instruments})
    resolutions = sorted((one.supported_resolutions for one in instruments), key=len, reverse=True)
    return UdfConfig(
        supported_resolutions=list(dict.fromkeys(chain.from_iterable(resolutions))),
        exchanges=[
            Exchange(value="", name="All exchanges", desc=""),
            *(Exchange(value=name, name=name, desc=name) for name in exchanges),
        ],
        symbols_types=[
            DatafeedSymbolType(name="All types", value=""),
            *(DatafeedSymbolType(name=name, value=name) for name in types),
        ],
        currency_codes=sorted({one.currency_code for one in instruments}),
        supports_search=True,
        supports_group_request=False,
        supports_marks=supports_marks,
        supports_timescale_marks=supports_marks,
        supports_time=True,
    )


def udf_symbol(symbol: SymbolInfo) -> UdfSymbol:
    """Return an instrument with the fields that only UDF asks for."""
    return UdfSymbol(
        **symbol.model_dump(include=SHARED_FIELDS - {"timezone"}),
        timezone=_days_zone(symbol),
        minmove2=0,
        fractional=False,
        intraday_multipliers=[one for one in symbol.supported_resolutions if one.isdecimal()],
        has_seconds=False,
        has_empty_bars=False,
        visible_plots_set="ohlcv",
    )


def _days_zone(symbol: SymbolInfo) -> str:
    """Return the zone whose days the daily bars are: UTC's where trading never ends."""
    return "Etc/UTC" if symbol.session == "24x7" else symbol.timezone


def symbol_table(symbols: Sequence[SymbolInfo]) -> UdfSymbolTable:
    """Return instruments as columns."""
    rows = [udf_symbol(symbol) for symbol in symbols]
    columns = {
        column: [getattr(row, FIELD_OF.get(column, column)) for row in rows]
        for column in UdfSymbolTable.model_fields
    }
    return UdfSymbolTable(**columns)


def udf_found(symbol: SymbolInfo) -> UdfFound:
    """Return an instrument as the search shows it."""
    return UdfFound(
        symbol=symbol.name,
        ticker=symbol.ticker,
        description=symbol.description,
        exchange=symbol.exchange,
        type=symbol.type,
    )
