"""Translates between UDF and what the market data and the accounts offer to charts."""

import asyncio
from collections.abc import Sequence

from trading_api.models.market import QuoteData, QuoteValues
from trading_api.models.udf import (
    UdfBars,
    UdfConfig,
    UdfFound,
    UdfHole,
    UdfMark,
    UdfNoData,
    UdfNoQuote,
    UdfNoValues,
    UdfQuote,
    UdfQuotes,
    UdfSymbol,
    UdfSymbolTable,
    UdfTimescaleMark,
)
from trading_api.shared.charts import ChartData, ExecutionMarks
from trading_api.shared.errors import Refusal

from .bars import SECOND_MS, udf_bars
from .marks import PlacedExecution, bar_marks, timescale_marks
from .symbols import symbol_table, udf_config, udf_found, udf_symbol

# What a bar covers may begin before its time and ends at most a month after it.
LONGEST_BAR_S = 32 * 24 * 60 * 60


class UdfService:
    """Answers as UDF does: times are Unix seconds, UTC.

    What is not a coroutine may block, so call it in a worker thread, `time` excepted.
    """

    def __init__(self, data: ChartData, marks: ExecutionMarks | None) -> None:
        self._data = data
        self._marks = marks

    def config(self) -> UdfConfig:
        """Say what can be asked."""
        return udf_config(self._data.instruments(), supports_marks=self._marks is not None)

    def symbol(self, symbol: str) -> UdfSymbol:
        """Return one instrument."""
        return udf_symbol(self._data.find(symbol))

    def table(self, group: str) -> UdfSymbolTable:
        """Return the instruments of an exchange.

        Raises:
            Refusal: no instrument is of this exchange.
        """
        instruments = self._data.instruments()
        fitting = [one for one in instruments if one.exchange == group]
        if not fitting:
            exchanges = ", ".join(sorted({one.exchange for one in instruments}))
            message = f"group: expected an exchange of {exchanges}, got {group[:64]!a}"
            raise Refusal("invalid_payload", message)
        return symbol_table(fitting)

    def search(self, text: str, exchange: str, kind: str, limit: int) -> list[UdfFound]:
        """Return what fits, the best first."""
        return [udf_found(one) for one in self._data.search(text, exchange, kind, limit)]

    async def history(
        self, symbol: str, resolution: str, start: int, end: int, count_back: int | None
    ) -> UdfBars | UdfHole | UdfNoData:
        """Return the bars with start <= time < end; `count_back` wins over `start`.

        `start` equal to `end` asks for exactly the bar of that time. Charts scroll beyond 1970:
        times may be negative, and there is nothing.

        Raises:
            Refusal: the symbol, the resolution or the range cannot be served.
        """
        if start > end:
            raise Refusal("invalid_payload", f"from: expected a time up to {end}, got {start}")
        if end < 0 or start < end == 0:
            await asyncio.to_thread(self._data.find, symbol)
            return UdfNoData(s="no_data")
        page = await self._data.page(
            symbol,
            resolution,
            start=max(start, 0) * SECOND_MS,
            end=end * SECOND_MS,
            count_back=count_back,
        )
        return await asyncio.to_thread(udf_bars, page)

    async def quotes(self, symbols: Sequence[str]) -> UdfQuotes:
        """Return the quotes in the order asked."""
        return UdfQuotes(s="ok", d=[_quote(one) for one in await self._data.quotes(symbols)])

    async def bar_marks(self, symbol: str, resolution: str, start: int, end: int) -> list[UdfMark]:
        """Return the marks on the bars with start <= time <= end."""
        return bar_marks(await self._placed(symbol, resolution, start, end))

    async def timescale_marks(
        self, symbol: str, resolution: str, start: int, end: int
    ) -> list[UdfTimescaleMark]:
        """Return the marks on the axis below the bars with start <= time <= end."""
        return timescale_marks(await self._placed(symbol, resolution, start, end))

    def time(self) -> int:
        """Return the time of the data."""
        return self._data.now_ms() // SECOND_MS

    async def _placed(
        self, symbol: str, resolution: str, start: int, end: int
    ) -> list[PlacedExecution]:
        ticker = (await asyncio.to_thread(self._data.find, symbol)).ticker
        if self._marks is None:
            return []
        executions = await self._marks.executions(
            ticker, (start - LONGEST_BAR_S) * SECOND_MS, (end + LONGEST_BAR_S) * SECOND_MS
        )
        moments = [one.time for one in executions]
        times = await asyncio.to_thread(self._data.bar_times, ticker, resolution, moments)
        return [
            PlacedExecution(time // SECOND_MS, execution)
            for time, execution in zip(times, executions, strict=True)
            if start <= time // SECOND_MS <= end
        ]


def _quote(quote: QuoteData) -> UdfQuote | UdfNoQuote:
    if isinstance(quote.v, QuoteValues):
        return UdfQuote(s="ok", n=quote.n, v=quote.v)
    return UdfNoQuote(s="error", n=quote.n, v=UdfNoValues())
