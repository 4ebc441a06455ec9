"""UDF over HTTP: a table of routes, relative to the address that a chart is given."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import PlainTextResponse

from trading_api.models.udf import (
    UdfBars,
    UdfConfig,
    UdfError,
    UdfFound,
    UdfHole,
    UdfMark,
    UdfNoData,
    UdfQuotes,
    UdfSymbol,
    UdfSymbolTable,
    UdfTimescaleMark,
)
from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.shared.errors import Refusal

from .bars import SECOND_MS
from .route import UdfRoute
from .service import UdfService

MOST_BARS = 10_000
MOST_QUOTES = 500
MOST_RESULTS = 1_000
FARTHEST = MAX_SAFE_INTEGER // SECOND_MS
From = Annotated[int, Query(ge=-FARTHEST, le=FARTHEST, alias="from", description="Unix seconds")]
To = Annotated[int, Query(ge=-FARTHEST, le=FARTHEST, description="Unix seconds")]
CountBack = Annotated[int | None, Query(ge=1, le=MOST_BARS)]
AS_TEXT = {200: {"content": {"text/plain": {"schema": {"type": "string", "pattern": "^[0-9]+$"}}}}}


class UdfApi(APIRouter):
    """The protocol's routes; every refusal is a `UdfError` with HTTP 200."""

    def __init__(self, *, service: UdfService, prefix: str, tags: list[str]) -> None:
        super().__init__(prefix=prefix, tags=list(tags), route_class=UdfRoute)
        self._service = service
        add: Any = self.add_api_route
        add("/config", self.get_udf_config, response_model=UdfConfig)
        add("/symbols", self.get_udf_symbol, response_model=UdfSymbol | UdfError)
        add("/symbol_info", self.get_udf_table, response_model=UdfSymbolTable | UdfError)
        add("/search", self.search_udf, response_model=list[UdfFound] | UdfError)
        history = UdfBars | UdfHole | UdfNoData | UdfError
        add("/history", self.get_udf_history, response_model=history)
        add("/quotes", self.get_udf_quotes, response_model=UdfQuotes | UdfError)
        add("/marks", self.get_udf_marks, response_model=list[UdfMark] | UdfError)
        on_axis = list[UdfTimescaleMark] | UdfError
        add("/timescale_marks", self.get_udf_timescale_marks, response_model=on_axis)
        add("/time", self.get_udf_time, response_class=Response, responses=AS_TEXT)

    def get_udf_config(self) -> UdfConfig:
        """Say what the datafeed can do."""
        return self._service.config()

    def get_udf_symbol(self, symbol: str) -> UdfSymbol:
        """Describe one instrument, named `AAPL`, `NASDAQ:AAPL` or `BTC/USD`."""
        return self._service.symbol(symbol)

    def get_udf_table(self, group: str) -> UdfSymbolTable:
        """Describe all instruments of an exchange, as columns."""
        return self._service.table(group)

    def search_udf(
        self,
        query: str = "",
        type: str = "",
        exchange: str = "",
        limit: Annotated[int, Query(ge=1, le=MOST_RESULTS)] = 30,
    ) -> list[UdfFound]:
        """Find instruments by symbol or description; nothing asked lists all."""
        return self._service.search(query, exchange, type, limit)

    async def get_udf_history(
        self, symbol: str, resolution: str, from_: From, to: To, countback: CountBack = None
    ) -> Response:
        """Return the bars from `from` up to and not including `to`, ascending.

        `countback` wins over `from`: so many bars before `to`, fewer only when none are older.
        Equal times ask for the bar of that time. A range of more than 10,000 bars is answered
        with its newest 10,000.
        """
        found = await self._service.history(symbol, resolution, from_, to, countback)
        return Response(found.model_dump_json(), media_type="application/json")

    async def get_udf_quotes(self, symbols: str) -> UdfQuotes:
        """Quote symbols, separated by commas, in the order asked."""
        names = [name.strip() for name in symbols.split(",") if name.strip()]
        if not 1 <= len(names) <= MOST_QUOTES:
            message = f"symbols: expected 1 to {MOST_QUOTES} symbols, got {len(names)}"
            raise Refusal("invalid_payload", message)
        return await self._service.quotes(names)

    async def get_udf_marks(
        self, symbol: str, resolution: str, from_: From, to: To
    ) -> list[UdfMark]:
        """Mark executions on the bars from `from` up to and including `to`: one mark a side."""
        return await self._service.bar_marks(symbol, resolution, from_, to)

    async def get_udf_timescale_marks(
        self, symbol: str, resolution: str, from_: From, to: To
    ) -> list[UdfTimescaleMark]:
        """Mark executions on the axis, likewise: one mark a bar."""
        return await self._service.timescale_marks(symbol, resolution, from_, to)

    async def get_udf_time(self) -> PlainTextResponse:
        """Return the time of the data in Unix seconds, as text."""
        return PlainTextResponse(str(self._service.time()))
