"""What a client sees of the endpoint, by either transport."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocketDisconnect
from tests.transports import TRANSPORTS, Denied, Transport, received, send

from trading_api.shared.errors import CLOSE_CODES
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter
from trading_api.shared.ws.ws_app import WsApp

SUBSCRIBE = {"type": "values.subscribe", "payload": {"name": "x"}}
UNSUBSCRIBE = {"type": "values.unsubscribe", "payload": {"name": "x"}}
TOPIC = 'values:{"name":"x"}'
pytestmark = pytest.mark.parametrize("kind", TRANSPORTS)


class Served:
    """A streaming app of one route behind a transport."""

    def __init__(self, kind: type[Transport], **limits: Any) -> None:
        bounds = Limits(linger_s=0, **limits)
        self.service, self.ws_app = RecordingService(), WsApp(bounds)
        recent = Delivery("recent", held=100)
        router = ValueWsRouter(route="values", service=self.service, delivery=recent)
        self.ws_app.add_routers([router])
        app = FastAPI(routes=[WebSocketRoute("/ws", self.ws_app.endpoint.serve)])
        self.transport = kind(app, bounds)

    def publish(self, numbers: range) -> None:
        for number in numbers:
            self.service.updates[TOPIC](Value(key="a", number=number))


@contextmanager
def serving(kind: type[Transport], **limits: Any) -> Iterator[Served]:
    served = Served(kind, **limits)
    with served.transport.running():
        yield served


def test_F1_a_binary_frame_is_answered_and_borne(kind: type[Transport]) -> None:
    with serving(kind) as served, served.transport.connect("/ws") as peer:
        peer.send_bytes(b"{}")
        refused = received(peer)
        send(peer, {"type": "ping"})

        assert refused["payload"]["code"] == "invalid_frame"
        assert received(peer)["type"] == "pong"


def test_F5_the_limit_of_a_frame_counts_bytes(kind: type[Transport]) -> None:
    with (
        serving(kind, frame_bytes=100) as served,
        served.transport.connect("/ws") as peer,
        pytest.raises(WebSocketDisconnect) as closed,
    ):
        peer.send_text("é" * 51)
        peer.receive_text()

    assert closed.value.code == 1009


@pytest.mark.parametrize(
    ("code", "limits", "text"),
    [
        (1009, {"frame_bytes": 2}, "nix"),
        (4508, {"bad_frames": 1}, "nix"),
    ],
)
def test_C2_a_close_gives_the_fixed_reason_of_its_code(
    kind: type[Transport], code: int, limits: dict[str, int], text: str
) -> None:
    with serving(kind, **limits) as served, served.transport.connect("/ws") as peer:
        peer.send_text(text)
        with pytest.raises(WebSocketDisconnect) as closed:
            while True:
                peer.receive_text()

    assert (closed.value.code, closed.value.reason) == (code, CLOSE_CODES[code].reason)


def test_E3_abuse_is_answered_then_closed_with_4508(kind: type[Transport]) -> None:
    with serving(kind, bad_frames=3) as served, served.transport.connect("/ws") as peer:
        for _ in range(3):
            peer.send_text("nix")
        answers = [received(peer)["payload"]["code"] for _ in range(3)]

        with pytest.raises(WebSocketDisconnect) as closed:
            peer.receive_text()

    assert answers == ["invalid_frame"] * 3
    assert closed.value.code == 4508


def test_E2_frames_beyond_the_rate_are_read_later(kind: type[Transport]) -> None:
    limits = {"frames_burst": 1, "frames_per_s": 50}
    with serving(kind, **limits) as served, served.transport.connect("/ws") as peer:
        began_s = time.monotonic()
        for number in range(6):
            send(peer, {"type": "ping", "id": number})

        answers = [received(peer) for _ in range(6)]

    assert [(one["type"], one["id"]) for one in answers] == [("pong", n) for n in range(6)]
    assert time.monotonic() - began_s >= 0.08


def test_E2_one_connection_too_many_is_refused_before_the_handshake(
    kind: type[Transport],
) -> None:
    with (
        serving(kind, connections=1) as served,
        served.transport.connect("/ws") as first,
        pytest.raises(Denied) as denied,
    ):
        send(first, {"type": "ping"})
        received(first)
        with served.transport.connect("/ws"):
            pass

    assert (denied.value.status, denied.value.body["code"]) == (503, "too_many_connections")


def test_F7_an_array_is_answered_in_order(kind: type[Transport]) -> None:
    with serving(kind) as served, served.transport.connect("/ws") as peer:
        send(peer, [{"type": "ping", "id": number} for number in range(500)])

        assert [received(peer)["id"] for _ in range(500)] == list(range(500))


def test_U4_every_subscriber_gets_every_update_in_order(kind: type[Transport]) -> None:
    with (
        serving(kind) as served,
        served.transport.connect("/ws") as first,
        served.transport.connect("/ws") as second,
    ):
        for peer in (first, second):
            send(peer, SUBSCRIBE)
            received(peer)
        served.transport.call(served.publish, range(50))

        for peer in (first, second):
            seqs = [received(peer)["payload"]["seq"] for _ in range(50)]
            assert seqs == list(range(1, 51))


def test_S1_nothing_of_the_topic_follows_the_end(kind: type[Transport]) -> None:
    with serving(kind) as served, served.transport.connect("/ws") as peer:
        send(peer, SUBSCRIBE)
        received(peer)
        served.transport.call(served.publish, range(3))
        send(peer, UNSUBSCRIBE)
        while received(peer)["type"] != "values.unsubscribe.response":
            pass
        send(peer, {"type": "ping"})

        assert received(peer)["type"] == "pong"


def test_S2_a_dropped_connection_leaves_nothing_behind(kind: type[Transport]) -> None:
    with serving(kind) as served:
        with served.transport.connect("/ws") as peer:
            send(peer, SUBSCRIBE)
            received(peer)
        with served.transport.connect("/ws") as other:
            while served.ws_app.counts()["topics"]:
                send(other, {"type": "ping"})
                received(other)

    assert served.ws_app.counts() == {"connections": 0, "topics": 0, "producers": 0}
    assert served.service.removed == [TOPIC]
