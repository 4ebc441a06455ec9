"""The samples of the WebSocket methodology run as they are written there."""

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.ws.codegen import ensure_current

SAMPLES = Path(__file__).parent / "samples"
SUBSCRIBE = {"type": "bars.subscribe", "payload": {"symbol": "AAPL", "resolution": "1"}}
TOPIC = 'bars:{"resolution":"1","symbol":"AAPL"}'


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("TP_DATA_DIR", str(tmp_path))
    with TestClient(create_app(enabled_modules=["datafeed"])) as client:
        yield client


def test_subscribe_bars(client: TestClient):
    # client fixture from conftest.py creates app with only datafeed module
    # Uses: create_app(enabled_modules=["datafeed"])
    with client.websocket_connect("/api/v1/ws") as websocket:
        # Subscribe
        websocket.send_json({
            "type": "bars.subscribe",
            "payload": {"symbol": "AAPL", "resolution": "1"}
        })  # fmt: skip

        # Verify response
        response = websocket.receive_json()
        assert response["type"] == "bars.subscribe.response"
        assert response["payload"]["status"] == "ok"
        assert "bars:" in response["payload"]["topic"]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The methodology's own module, its routers generated as at a start."""
    shutil.copytree(SAMPLES, tmp_path / "modules")
    ensure_current(tmp_path / "modules")
    monkeypatch.syspath_prepend(str(tmp_path / "modules"))
    return importlib.import_module("datafeed_sample").DatafeedModule()


def _next(websocket: Any, type_: str) -> dict[str, Any]:
    while (frame := websocket.receive_json())["type"] != type_:
        pass
    return dict(frame["payload"])


def test_module_of_the_methodology_streams(module):
    app = create_app([], modules=[module], settings=Settings(linger_s=0))
    with TestClient(app) as client, client.websocket_connect("/api/v1/ws") as websocket:
        websocket.send_json(SUBSCRIBE)
        assert _next(websocket, "bars.subscribe.response")["topic"] == TOPIC
        updates = [_next(websocket, "bars.update") for _ in range(2)]
        assert [update["seq"] for update in updates] == [1, 2]
        assert updates[0]["payload"] == client.get("/api/v1/datafeed/last/AAPL").json()

        websocket.send_json({**SUBSCRIBE, "type": "bars.unsubscribe"})
        assert _next(websocket, "bars.unsubscribe.response")["status"] == "ok"
        websocket.send_json({"type": "ping"})
        _next(websocket, "pong")
        assert module.service._topic_generators == {}


def test_module_of_the_methodology_stops_with_the_app(module):
    app = create_app([], modules=[module], settings=Settings(linger_s=60))
    with TestClient(app) as client, client.websocket_connect("/api/v1/ws") as websocket:
        websocket.send_json(SUBSCRIBE)
        _next(websocket, "bars.update")
        assert list(module.service._topic_generators) == [TOPIC]

    assert module.service._topic_generators == {}
