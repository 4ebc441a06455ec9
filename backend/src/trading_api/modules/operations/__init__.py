"""Operations: what the server tells of its own streams, on a stream of their kind."""

from functools import partial

from fastapi import APIRouter, FastAPI

from trading_api.settings import Settings
from trading_api.shared.ws.count_streams import count_streams
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .service import OperationsService
from .ws import OperationsWsRouters


class OperationsModule:
    """Wires the view of the server's streams into an app."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._service: OperationsService | None = None

    @property
    def name(self) -> str:
        return "operations"

    @property
    def service(self) -> OperationsService:
        if self._service is None:
            self._service = OperationsService()
        return self._service

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return OperationsWsRouters(self.service)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        self.service.watch(partial(count_streams, ws_app))
