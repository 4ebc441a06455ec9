"""The methodology's module, step 1.4, as it is written there."""

from typing import List  # noqa: UP035 - as it is written there

from fastapi import APIRouter

from trading_api.shared.ws.router_interface import WsRouteInterface

from .api import DatafeedApi
from .service import DatafeedService
from .ws import DatafeedWsRouters


class DatafeedModule:
    def __init__(self):
        self._service = None
        self._enabled = True

    @property
    def name(self) -> str:
        return "datafeed"

    @property
    def service(self):
        if self._service is None:
            self._service = DatafeedService()  # Lazy load
        return self._service

    def get_api_routers(self) -> List[APIRouter]:  # noqa: UP006
        return [DatafeedApi(service=self.service, prefix=f"/{self.name}", tags=[self.name])]

    def get_ws_routers(self) -> List[WsRouteInterface]:  # noqa: UP006
        return DatafeedWsRouters(self.service)

    def configure_app(self, api_app, ws_app) -> None:
        # Optional module-specific configuration
        pass
