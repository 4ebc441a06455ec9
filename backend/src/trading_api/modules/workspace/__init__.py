"""The workspace: layouts, watchlists and settings of the terminal, followed by all its tabs."""

from pathlib import Path

from fastapi import APIRouter, FastAPI

from trading_api.settings import Settings
from trading_api.shared.clock import SystemClock
from trading_api.shared.diagnostics import Check
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .api import WorkspaceApi
from .copies import FILE_NAME
from .doctor import document_checks
from .documents_file import DocumentsFile
from .service import WorkspaceService
from .ws import WorkspaceWsRouters


class WorkspaceModule:
    """Wires the workspace into an app; its file is opened when it is first asked for."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings or Settings()
        self._service: WorkspaceService | None = None

    @property
    def name(self) -> str:
        return "workspace"

    @property
    def service(self) -> WorkspaceService:
        if self._service is None:
            self._service = WorkspaceService(DocumentsFile(self._file, SystemClock()))
        return self._service

    @property
    def _file(self) -> Path:
        return self._settings.data_dir / FILE_NAME

    def checks(self) -> list[Check]:
        """Return what `doctor` verifies: the documents of the data directory."""
        return document_checks(self._file)

    def get_api_routers(self) -> list[APIRouter]:
        return [WorkspaceApi(service=self.service, prefix=f"/{self.name}", tags=[self.name])]

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return WorkspaceWsRouters(self.service)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass
