"""TradingView's HTTP datafeed (UDF): market data and executions for charts of other makes."""

from fastapi import APIRouter, FastAPI

from trading_api.settings import Settings
from trading_api.shared.charts import ChartData, ExecutionMarks
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .api import UdfApi
from .service import UdfService


class UdfModule:
    """Wires the façade into an app."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._service: UdfService | None = None

    @property
    def name(self) -> str:
        return "udf"

    @property
    def service(self) -> UdfService:
        if self._service is None:
            raise ConfigurationError(
                "expected a module with market data beside it, such as datafeed, got none:"
                " name it in TP_MODULES"
            )
        return self._service

    def get_api_routers(self) -> list[APIRouter]:
        return [UdfApi(service=self.service, prefix=f"/{self.name}", tags=[self.name])]

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return []

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass

    def chart(self, data: ChartData, marks: ExecutionMarks | None) -> None:
        """Take what to show."""
        self._service = UdfService(data, marks)
