"""Every exchange of `contract/frames.json`, against the whole app."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketTestSession

from trading_api.app_factory import create_app
from trading_api.settings import Settings

FRAMES = Path(__file__).parents[2] / "contract" / "frames.json"
EXCHANGES = json.loads(FRAMES.read_text(encoding="utf-8"))["exchanges"]
RULES = {"F1", "F2", "F3", "F4", "F7", "S3", "S4"}
LAST = "the test's last ping"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), linger_s=0)
    with TestClient(create_app(["datafeed", "broker"], settings=settings)) as client:
        yield client


def _send(websocket: WebSocketTestSession, step: dict[str, Any]) -> None:
    if "binary" in step:
        websocket.send_bytes(base64.b64decode(step["binary"]))
    elif "text" in step:
        websocket.send_text(step["text"])
    else:
        frame = [step["frame"]] * step["repeat"] if "repeat" in step else step["frame"]
        websocket.send_text(json.dumps(frame))


def _reply(websocket: WebSocketTestSession) -> dict[str, Any]:
    """Return the next frame that answers something."""
    while True:
        frame: dict[str, Any] = websocket.receive_json()
        if not frame["type"].endswith((".update", ".status")):
            return frame


def _differences(reply: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """Return what of `expected` the reply does not show."""
    payload = reply["payload"]
    wrong = {
        key: payload.get(key)
        for key, value in expected.get("payload", {}).items()
        if payload.get(key) != value or type(payload.get(key)) is not type(value)
    }
    wrong |= {key: reply.get(key) for key in ("type", "id") if reply.get(key) != expected.get(key)}
    if expected.get("mentions", "") not in payload.get("message", ""):
        wrong["message"] = payload["message"]
    return wrong


def test_every_rule_has_examples():
    assert {exchange["rule"] for exchange in EXCHANGES} == RULES


@pytest.mark.parametrize("exchange", EXCHANGES, ids=lambda one: f"{one['rule']} {one['name']}")
def test_exchange(client, exchange):
    with client.websocket_connect("/api/v1/ws") as websocket:
        for step in exchange["steps"]:
            _send(websocket, step)
            for expected in step["replies"]:
                for _ in range(expected.get("times", 1)):
                    assert _differences(_reply(websocket), expected) == {}

        websocket.send_json({"type": "ping", "id": LAST})
        assert _reply(websocket).get("id") == LAST, "more replies than expected, or none at all"
