"""Weather as a module of Trading Pro: two streams and one list over REST."""

from fastapi import APIRouter, FastAPI

from trading_api.settings import Settings
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.ws_app import WsApp

from .api import WeatherApi
from .service import WeatherService, WeatherSettings
from .ws import WeatherWsRouters


class WeatherModule:
    """Wires the weather into an app; Trading Pro calls it with its own settings."""

    def __init__(self, settings: Settings) -> None:
        self._service = WeatherService(WeatherSettings())

    @property
    def name(self) -> str:
        return "weather"

    @property
    def service(self) -> WeatherService:
        return self._service

    def get_api_routers(self) -> list[APIRouter]:
        return [WeatherApi(prefix=f"/{self.name}", tags=[self.name])]

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return WeatherWsRouters(self.service)

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        await self.service.producers.stop()
