"""Every exchange of `contract/frames.json`, against the whole app."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.transports import TRANSPORTS, Peer, Transport, received, send

from trading_api.app_factory import create_app
from trading_api.settings import Settings

FRAMES = Path(__file__).parents[2] / "contract" / "frames.json"
EXCHANGES = json.loads(FRAMES.read_text(encoding="utf-8"))["exchanges"]
RULES = {"F1", "F2", "F3", "F4", "F7", "S3", "S4"}
LAST = "the test's last ping"


@pytest.fixture(scope="module", params=TRANSPORTS)
def transport(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Transport]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"), linger_s=0)
    served: Transport = request.param(
        create_app(["datafeed", "broker"], settings=settings), settings
    )
    with served.running():
        yield served


def _send(websocket: Peer, step: dict[str, Any]) -> None:
    if "binary" in step:
        websocket.send_bytes(base64.b64decode(step["binary"]))
    elif "text" in step:
        websocket.send_text(step["text"])
    else:
        frame = [step["frame"]] * step["repeat"] if "repeat" in step else step["frame"]
        websocket.send_text(json.dumps(frame))


def _reply(websocket: Peer) -> dict[str, Any]:
    """Return the next frame that answers something."""
    while True:
        frame: dict[str, Any] = received(websocket)
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
def test_exchange(transport, exchange):
    with transport.connect("/api/v1/ws") as websocket:
        for step in exchange["steps"]:
            _send(websocket, step)
            for expected in step["replies"]:
                for _ in range(expected.get("times", 1)):
                    assert _differences(_reply(websocket), expected) == {}

        send(websocket, {"type": "ping", "id": LAST})
        assert _reply(websocket).get("id") == LAST, "more replies than expected, or none at all"
