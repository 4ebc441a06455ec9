"""The contract suite over a stream of one's own."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.shared.ws.testing import (
    Params,
    RecordingService,
    Value,
    ValueWsRouter,
    WsRouteContract,
)


class WeatherModule:
    name = "weather"

    def __init__(self) -> None:
        self.service = RecordingService()

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[Any]:
        return [ValueWsRouter(route="weather", service=self.service)]

    def configure_app(self, api_app: Any, ws_app: Any) -> None: ...


class TestWeather(WsRouteContract):
    route = "weather"
    params = Params(name="Bergen").model_dump()

    @pytest.fixture
    def client(self) -> Iterator[TestClient]:
        with TestClient(create_app([], modules=[WeatherModule()])) as client:
            yield client


def test_what_is_published_is_heard() -> None:
    module = WeatherModule()
    app = create_app([], modules=[module])
    with TestClient(app) as client, client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json({"type": "weather.subscribe", "payload": {"name": "Bergen"}})
        topic = socket.receive_json()["payload"]["topic"]
        module.service.updates[topic].threadsafe(Value(key="rain", number=9))

        assert socket.receive_json()["payload"]["payload"] == {"key": "rain", "number": 9}
