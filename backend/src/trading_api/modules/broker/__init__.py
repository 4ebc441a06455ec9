"""The brokerage account: its streams; orders and positions come with its engine."""

from fastapi import APIRouter, FastAPI

from trading_api.settings import Settings
from trading_api.shared.diagnostics import Check
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .ledger.checking.doctor import ledger_checks
from .service import BrokerService
from .ws import BrokerWsRouters


class BrokerModule:
    """Wires the broker into an app."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        self._service: BrokerService | None = None

    @property
    def name(self) -> str:
        return "broker"

    @property
    def service(self) -> BrokerService:
        if self._service is None:
            self._service = BrokerService()
        return self._service

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return BrokerWsRouters(self.service)

    def checks(self) -> list[Check]:
        """Return what `doctor` verifies: every ledger of the data directory."""
        return [] if self._settings is None else ledger_checks(self._settings.data_dir)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass
