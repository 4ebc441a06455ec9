import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import WebSocketRoute
from starlette.testclient import WebSocketDenialResponse
from starlette.websockets import WebSocket

from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter, settle
from trading_api.shared.ws.ws_app import WsApp

SUBSCRIBE = {"type": "values.subscribe", "payload": {"name": "x"}}
TOPIC = 'values:{"name":"x"}'


class Served:
    """A streaming app of one route behind a test client."""

    def __init__(self, **limits: Any) -> None:
        self.service = RecordingService()
        self.ws_app = WsApp(Limits(linger_s=0, **limits))
        self.ws_app.add_routers([ValueWsRouter(route="values", service=self.service)])
        app = FastAPI(routes=[WebSocketRoute("/ws", self.ws_app.endpoint.serve)])
        self.client = TestClient(app)

    def publish(self, number: int) -> None:
        self.service.updates[TOPIC](Value(key="a", number=number))


@pytest.fixture
def served() -> Iterator[Served]:
    served = Served()
    with served.client:
        yield served


async def test_F6_nothing_is_said_before_the_clients_first_frame(served: Served) -> None:
    peer = StalledSocket()
    peer.accepting.set()
    await peer.inbox.put({"type": "websocket.connect"})
    websocket = WebSocket({"type": "websocket"}, peer.inbox.get, peer.send)
    serving = asyncio.create_task(served.ws_app.endpoint.serve(websocket))

    await settle()
    sent = [message["type"] for message in peer.sent]
    await peer.inbox.put({"type": "websocket.disconnect"})
    await serving

    assert sent == ["websocket.accept"]


def test_C2_terminal_are_violations_and_4500_and_above() -> None:
    terminal = {code for code, row in CLOSE_CODES.items() if row.terminal}

    assert terminal == {code for code in CLOSE_CODES if code in (1008, 1009) or code >= 4500}
    assert {ERRORS[code].http_status for code in ("host_not_allowed", "too_many_connections")} == {
        403,
        503,
    }


class StalledSocket:
    """An accepted WebSocket that takes no byte until it is told, as a peer that does not read."""

    def __init__(self) -> None:
        self.inbox: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.sent: list[dict[str, Any]] = []
        self.accepting = asyncio.Event()
        self.closed = asyncio.Event()

    async def send(self, message: Any) -> None:
        if message["type"] == "websocket.send":
            await self.accepting.wait()
        self.sent.append(message)
        if message["type"] == "websocket.close":
            self.closed.set()


async def test_U4_who_does_not_read_is_not_read() -> None:
    ws_app = Served(outbox_bytes=1).ws_app
    peer = StalledSocket()
    await peer.inbox.put({"type": "websocket.connect"})
    for _ in range(50):
        await peer.inbox.put({"type": "websocket.receive", "text": '{"type":"ping"}'})
    websocket = WebSocket({"type": "websocket"}, peer.inbox.get, peer.send)
    serving = asyncio.create_task(ws_app.endpoint.serve(websocket))

    await settle()
    await settle()

    assert peer.inbox.qsize() > 40
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)


async def test_U4_who_asks_ahead_of_the_answers_is_not_read() -> None:
    served = Served(subscriptions=3)
    served.service.gate.clear()
    peer = StalledSocket()
    peer.accepting.set()
    await peer.inbox.put({"type": "websocket.connect"})
    for _ in range(50):
        await peer.inbox.put({"type": "websocket.receive", "text": json.dumps(SUBSCRIBE)})
    websocket = WebSocket({"type": "websocket"}, peer.inbox.get, peer.send)
    serving = asyncio.create_task(served.ws_app.endpoint.serve(websocket))
    await settle(turns=500)
    unread = peer.inbox.qsize()

    served.service.gate.set()
    await settle(turns=500)

    assert (unread, peer.inbox.qsize()) == (46, 0)
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)


class Faulty:
    """Waits for the socket, and is broken when its turn comes."""

    def drained(self) -> None:
        raise RuntimeError("a fault of ours")


async def test_U4_a_fault_of_ours_is_told_and_ends_its_connection(
    caplog: pytest.LogCaptureFixture,
) -> None:
    endpoint, peer = Served().ws_app.endpoint, StalledSocket()
    peer.accepting.set()
    await peer.inbox.put({"type": "websocket.connect"})
    websocket = WebSocket({"type": "websocket"}, peer.inbox.get, peer.send)
    serving = asyncio.create_task(endpoint.serve(websocket))
    await settle()

    next(iter(endpoint.connections)).outbox.wait(Faulty())
    await serving

    assert "a fault of ours" in caplog.text and not endpoint.connections


def test_C3_who_comes_while_the_server_leaves_is_refused(served: Served) -> None:
    served.ws_app.draining.begin()

    with pytest.raises(WebSocketDenialResponse) as denied, served.client.websocket_connect("/ws"):
        pass

    assert (denied.value.status_code, denied.value.json()["code"]) == (503, "draining")
    assert denied.value.headers["retry-after"] == "2"


def test_C3_who_subscribes_while_the_server_leaves_is_refused(served: Served) -> None:
    with served.client.websocket_connect("/ws") as peer:
        served.ws_app.draining.begin()

        peer.send_json(SUBSCRIBE)
        answer = peer.receive_json()["payload"]

    assert (answer["code"], answer["temporary"]) == ("draining", True)
    assert served.service.updates == {}


def test_C3_what_is_queued_leaves_before_the_last_words(served: Served) -> None:
    endpoint = served.ws_app.endpoint
    with served.client.websocket_connect("/ws") as peer:
        peer.send_json(SUBSCRIBE)
        peer.receive_json()

        portal = served.client.portal
        assert portal is not None
        portal.call(served.publish, 1)
        portal.call(endpoint.take_leave, 10)
        portal.call(endpoint.hang_up)
        said = [peer.receive_json()["type"] for _ in range(2)]
        closed = peer.receive()

    assert said == ["values.update", "server.draining"]
    assert (closed["code"], closed["reason"]) == (4000, "draining")
