"""The paper brokerage: accounts, orders and their streams, over a ledger that survives."""

import asyncio
import logging
from collections.abc import Iterable
from pathlib import Path

from fastapi import APIRouter, FastAPI
from prometheus_client.core import Metric

from trading_api.models.broker import BrokerHealth
from trading_api.settings import Settings
from trading_api.shared.diagnostics import Check
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.file_copies import CopyRefused
from trading_api.shared.market import Market
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .api import broker_routers
from .execution_marks import LedgerMarks
from .ledger.checking.doctor import ledger_checks
from .ledger.restoring import put_aside
from .ledger_metrics import ledger_metrics
from .service import BrokerService
from .ws import BrokerWsRouters

logger = logging.getLogger(__name__)


class BrokerModule:
    """Wires the broker into an app."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._service: BrokerService | None = None
        self._market: Market | None = None

    @property
    def name(self) -> str:
        return "broker"

    @property
    def service(self) -> BrokerService:
        if self._service is None:
            self._service = BrokerService()
        return self._service

    @property
    def execution_marks(self) -> LedgerMarks:
        """Where the accounts have traded."""
        return LedgerMarks(self.service)

    def get_api_routers(self) -> list[APIRouter]:
        return broker_routers(self.service, prefix=f"/{self.name}", tags=[self.name])

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return BrokerWsRouters(self.service)

    def checks(self) -> list[Check]:
        """Return what `doctor` verifies: every ledger of the data directory."""
        return ledger_checks(self._settings.data_dir)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        self.service.trace_with(ws_app.tracer)

    def trade_on(self, market: Market) -> None:
        """Take the market to trade on."""
        self._market = market
        self.service.trade_on(market)

    def health(self) -> BrokerHealth:
        """Say how the accounts fare, for `/health`."""
        return self.service.health()

    def metrics(self) -> Iterable[Metric]:
        """Measure how the accounts fare, for `/metrics`."""
        return ledger_metrics(self.service.health(), self.service.desk.room)

    async def start(self) -> None:
        ledger = self._ledger()
        if "replay" in self._settings.feed_names and self._settings.replay_from_start:
            await asyncio.to_thread(_begin_anew, ledger)
        await self.service.start(ledger)

    async def stop(self) -> None:
        await self.service.stop()

    def _ledger(self) -> Path:
        """Return the ledger's file: a replay has its own time, and so a ledger of its own."""
        name = "broker"
        if "replay" in self._settings.feed_names and self._market is not None:
            name = f"broker-{self._market.feed.name}"
        return self._settings.data_dir / f"{name}.sqlite3"


def _begin_anew(ledger: Path) -> None:
    """Put the accounts of a replay aside: what lives from its start cannot have lived already."""
    try:
        kept = put_aside(ledger)
    except CopyRefused as refused:
        raise ConfigurationError(f"--replay-from-start: {refused}") from refused
    if kept is not None:
        logger.warning("accounts_put_aside kept=%s", kept)
