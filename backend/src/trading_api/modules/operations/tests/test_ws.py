from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.ws.testing import WsRouteContract

SUBSCRIBE = {"type": "activity.subscribe", "payload": {}}


@pytest.fixture
def client() -> Iterator[TestClient]:
    settings = Settings(linger_s=0)
    with TestClient(create_app(enabled_modules=["operations"], settings=settings)) as client:
        yield client


class TestActivity(WsRouteContract):
    route = "activity"
    params: ClassVar[dict[str, Any]] = {}


def test_the_stream_tells_of_itself_and_of_who_has_left(client: TestClient) -> None:
    with client.websocket_connect("/api/v1/ws"):
        pass
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        told = socket.receive_json()["payload"]["payload"]

    assert (told["connections"], told["subscriptions"], told["topic_count"]) == (1, 1, 1)
    assert [(one["route"], one["listeners"]) for one in told["topics"]] == [("activity", 1)]
    assert [(one["connection"], one["code"]) for one in told["closes"]] == [(1, 1000)]


def test_S2_nothing_looks_when_nobody_watches(client: TestClient) -> None:
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        watched = client.get("/api/v1/health").json()["ws"]["producers"]
    left = client.get("/api/v1/health").json()["ws"]

    assert (watched, left["producers"], left["topics"]) == (1, 0, 0)
