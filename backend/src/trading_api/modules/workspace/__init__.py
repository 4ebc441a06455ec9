"""The workspace: layouts, watchlists and settings of the terminal, followed by all its tabs."""

from fastapi import APIRouter, FastAPI

from trading_api.settings import Settings
from trading_api.shared.clock import SystemClock
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .api import WorkspaceApi
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
            path = self._settings.data_dir / "workspace.sqlite3"
            self._service = WorkspaceService(DocumentsFile(path, SystemClock()))
        return self._service

    def get_api_routers(self) -> list[APIRouter]:
        return [WorkspaceApi(service=self.service, prefix=f"/{self.name}", tags=[self.name])]

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return WorkspaceWsRouters(self.service)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass
