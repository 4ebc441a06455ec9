"""The datafeed over HTTP: a table of routes."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from trading_api.models.market import (
    DatafeedConfiguration,
    DatafeedSymbolType,
    Exchange,
    GetBarsResponse,
    GetQuotesRequest,
    QuoteData,
    SearchSymbolResultItem,
    SymbolInfo,
)
from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.shared.http_errors import error_responses

from .history import MOST_BARS
from .resolutions import RESOLUTIONS
from .service import DatafeedService

Time = Annotated[int, Query(ge=0, le=MAX_SAFE_INTEGER, description="Unix ms, UTC")]
MOST_RESULTS = 1000


class DatafeedApi(APIRouter):
    """Configuration, symbols, bars and quotes."""

    def __init__(self, *, service: DatafeedService, prefix: str, tags: list[str]) -> None:
        super().__init__(prefix=prefix, tags=list(tags))
        self._service = service
        add: Any = self.add_api_route
        add("/config", self.get_config)
        add("/search", self.search_symbols, responses=error_responses("invalid_payload"))
        add(
            "/resolve/{symbol:path}",
            self.resolve_symbol,
            responses=error_responses("unknown_symbol"),
        )
        add(
            "/bars",
            self.get_bars,
            response_model=GetBarsResponse,
            responses=error_responses(
                "unknown_symbol", "unsupported_resolution", "invalid_payload"
            ),
        )
        add(
            "/quotes",
            self.get_quotes,
            methods=["POST"],
            responses=error_responses("invalid_payload", "unsupported_media_type"),
        )
        add("/time", self.get_time)

    def get_config(self) -> DatafeedConfiguration:
        """Say what the datafeed can do."""
        instruments = self._service.catalog.instruments()
        exchanges = sorted({one.exchange for one in instruments})
        types = sorted({one.type for one in instruments})
        can = self._service.provider.capabilities
        offered = {name for one in instruments for name in one.resolutions}
        return DatafeedConfiguration(
            feed=self._service.provider.name,
            supported_resolutions=[name for name in RESOLUTIONS if name in offered],
            supports_marks=False,
            supports_timescale_marks=False,
            supports_time=True,
            supports_quotes=can.quotes,
            supports_trades=can.trades,
            supports_depth=can.depth,
            exchanges=[
                Exchange(value="", name="All exchanges", desc=""),
                *(Exchange(value=name, name=name, desc=name) for name in exchanges),
            ],
            symbols_types=[
                DatafeedSymbolType(name="All types", value=""),
                *(DatafeedSymbolType(name=name, value=name) for name in types),
            ],
        )

    def search_symbols(
        self,
        user_input: str = "",
        exchange: str = "",
        symbol_type: str = "",
        limit: Annotated[int, Query(ge=1, le=MOST_RESULTS)] = 30,
    ) -> list[SearchSymbolResultItem]:
        """Find instruments by symbol or description; nothing asked lists all."""
        found = self._service.catalog.search(user_input, exchange, symbol_type, limit)
        return [
            SearchSymbolResultItem(
                symbol=one.symbol,
                ticker=one.symbol,
                description=one.description,
                exchange=one.exchange,
                type=one.type,
            )
            for one in found
        ]

    def resolve_symbol(self, symbol: str) -> SymbolInfo:
        """Describe one instrument, named `AAPL`, `NASDAQ:AAPL` or `BTC/USD`."""
        catalog = self._service.catalog
        return catalog.describe(catalog.find(symbol))

    async def get_bars(
        self,
        symbol: str,
        resolution: str,
        from_time: Time,
        to_time: Time,
        count_back: Annotated[int | None, Query(ge=1, le=MOST_BARS)] = None,
    ) -> Response:
        """Return bars from `from_time` up to but not including `to_time`, ascending.

        `count_back` wins over `from_time`: the newest so many bars before `to_time`. Without it a
        range of more than 10,000 bars is answered with its newest 10,000. Equal times ask for the
        bar of that time.
        """
        page = await self._service.get_bars(
            symbol, resolution, start=from_time, end=to_time, count_back=count_back
        )
        return Response(page, media_type="application/json")

    async def get_quotes(self, request: GetQuotesRequest) -> list[QuoteData]:
        """Quote symbols, in the order asked; unknown ones get an error entry."""
        return await self._service.get_quotes(request.symbols)

    async def get_time(self) -> int:
        """Return the feed's time in Unix seconds, as TradingView's getServerTime wants it."""
        return self._service.provider.now_ms() // 1000
