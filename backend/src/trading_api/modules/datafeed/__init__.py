"""Market data: history, quotes and live bars of a provider and of imported files."""

from collections.abc import Iterable

from fastapi import APIRouter, FastAPI
from prometheus_client.core import Metric

from trading_api.models.market.feeds import FeedHealth
from trading_api.settings import Settings
from trading_api.shared.metrics import gathered
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .api import DatafeedApi
from .bars_store import BarsStore
from .chart_data import DatafeedCharts
from .feeds import load_feed
from .market import DatafeedMarket
from .providers.base import sources_of
from .received.keeper import Keeping
from .received.reception import Reception
from .service import DatafeedService
from .ws import DatafeedWsRouters


class DatafeedModule:
    """Wires the datafeed into an app."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._service: DatafeedService | None = None
        self._market: DatafeedMarket | None = None
        self._enabled = True

    @property
    def name(self) -> str:
        return "datafeed"

    @property
    def service(self) -> DatafeedService:
        if self._service is None:
            store = BarsStore(self._settings.data_dir / "bars.sqlite3")
            reception = _reception(self._settings)
            feed = load_feed(self._settings)
            self._service = DatafeedService(feed, store, reception=reception)
        return self._service

    @property
    def market(self) -> DatafeedMarket:
        """What a broker trades on: the live instruments and their ticks."""
        if self._market is None:
            self._market = DatafeedMarket(
                self.service.provider, self.service.catalog, self.service.freshness
            )
        return self._market

    @property
    def chart_data(self) -> DatafeedCharts:
        """What charts of other makes ask for."""
        return DatafeedCharts(self.service)

    def feeds(self) -> list[FeedHealth]:
        """Say how the sources fare, for `/health`."""
        service = self.service
        names = [source.name for source in sources_of(service.provider)]
        return [FeedHealth(name=name, refused=service.refused.of(name)) for name in names]

    def metrics(self) -> Iterable[Metric]:
        """Count what was refused, for `/metrics`."""
        yield gathered("data_refused_total", self.service.refused.counts)

    def get_api_routers(self) -> list[APIRouter]:
        return [DatafeedApi(service=self.service, prefix=f"/{self.name}", tags=[self.name])]

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return DatafeedWsRouters(self.service)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass

    async def start(self) -> None:
        await self.service.start()

    async def stop(self) -> None:
        await self.service.stop()


def _reception(settings: Settings) -> Reception | None:
    if settings.keep == "nothing":
        return None
    keeping = Keeping(settings.keep == "ticks", settings.keep_bars_days, settings.keep_ticks_days)
    return Reception(settings.data_dir / "received.sqlite3", keeping)
