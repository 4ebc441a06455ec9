"""The datafeed as charts of other makes ask for it."""

from collections.abc import Sequence

from trading_api.models.market import QuoteData, SymbolInfo
from trading_api.shared.charts import BarsPage

from .resolutions import bucket_start
from .service import DatafeedService
from .sessions import calendar_named


class DatafeedCharts:
    """See `ChartData`."""

    def __init__(self, service: DatafeedService) -> None:
        self._service = service

    def instruments(self) -> Sequence[SymbolInfo]:
        catalog = self._service.catalog
        return [catalog.describe(one) for one in catalog.instruments()]

    def find(self, symbol: str) -> SymbolInfo:
        catalog = self._service.catalog
        return catalog.describe(catalog.find(symbol))

    def search(self, text: str, exchange: str, kind: str, limit: int) -> Sequence[SymbolInfo]:
        catalog = self._service.catalog
        return [catalog.describe(one) for one in catalog.search(text, exchange, kind, limit)]

    async def page(
        self, symbol: str, resolution: str, *, start: int, end: int, count_back: int | None
    ) -> BarsPage:
        return await self._service.get_page(
            symbol, resolution, start=start, end=end, count_back=count_back
        )

    def bar_times(self, symbol: str, resolution: str, moments: Sequence[int]) -> list[int]:
        instrument = self._service.catalog.find(symbol)
        resolution = self._service.catalog.resolution_of(instrument, resolution)
        calendar = calendar_named(instrument.calendar)
        return [bucket_start(moment, resolution, calendar) for moment in moments]

    async def quotes(self, symbols: Sequence[str]) -> list[QuoteData]:
        return await self._service.get_quotes(symbols)

    def now_ms(self) -> int:
        return self._service.provider.now_ms()
