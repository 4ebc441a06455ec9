from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from acme_weather import WeatherModule
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.ws.testing import WsRouteContract


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(create_app([], modules=[WeatherModule(Settings())])) as client:
        yield client


class StationRoute(WsRouteContract):
    params: ClassVar[dict[str, Any]] = {"station": "harbour"}

    def test_S4_an_unknown_station_is_refused(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"station": "seabed"})

        assert refused["code"] == "unknown_symbol" and "harbour" in refused["message"]


class TestWeather(StationRoute):
    route = "weather"


class TestStrikes(StationRoute):
    route = "strikes"
    delivery = "recent"


def test_the_stations_are_listed(client: TestClient) -> None:
    assert {"name": "harbour"} in client.get("/api/v1/weather/stations").json()
