"""What only a real server on a real socket can show."""

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from websockets import Origin
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import ClientConnection, connect

ORDERS = {"type": "orders.subscribe", "payload": {"accountId": "demo"}}


class RealServer:
    """A server process on a free port."""

    def __init__(self, data_dir: Path) -> None:
        command = [sys.executable, "-m", "trading_api", "serve", "--port", "0"]
        command += ["--data-dir", str(data_dir)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        address = re.search(r"http://([\d.:]+)", self._process.stdout.readline())
        assert address is not None
        self.address = address.group(1)

    def connect(self, **options: Any) -> ClientConnection:
        return connect(f"ws://{self.address}/api/v1/ws", proxy=None, close_timeout=0.5, **options)

    def counts(self) -> dict[str, int]:
        with urlopen(f"http://{self.address}/api/v1/health") as reply:
            counts: dict[str, int] = json.load(reply)["ws"]
        return counts

    def stop(self) -> int:
        self._process.terminate()
        code = self._process.wait(timeout=20)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return code


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    server = RealServer(tmp_path_factory.mktemp("data"))
    yield server
    assert server.stop() == 0


def ask(peer: ClientConnection, frame: Any) -> dict[str, Any]:
    peer.send(frame if isinstance(frame, str) else json.dumps(frame))
    answer: dict[str, Any] = json.loads(peer.recv(timeout=10))
    return answer


def test_F5_a_frame_at_the_limit_is_read(server: RealServer) -> None:
    frame = json.dumps({"type": "ping", "pad": ""})
    with server.connect() as peer:
        answer = ask(peer, frame.replace('""', '"' + "x" * (65_536 - len(frame)) + '"'))

    assert answer["type"] == "pong"


def test_F5_a_frame_beyond_the_limit_closes_with_1009(server: RealServer) -> None:
    with server.connect() as peer, pytest.raises(ConnectionClosedError) as closed:
        ask(peer, "x" * 65_537)

    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1009


def test_F5_text_that_is_no_utf8_closes_with_1007(server: RealServer) -> None:
    with server.connect() as peer, pytest.raises(ConnectionClosedError) as closed:
        peer.send(b"\xff", text=True)
        peer.recv(timeout=10)

    assert closed.value.rcvd is not None and closed.value.rcvd.code == 1007


def test_A1_a_foreign_page_is_refused_before_the_handshake(server: RealServer) -> None:
    with (
        pytest.raises(InvalidStatus) as refused,
        server.connect(origin=Origin("https://example.org")),
    ):
        pass

    assert refused.value.response.status_code == 403


def test_A1_a_foreign_name_for_the_server_is_refused(server: RealServer) -> None:
    host, port = server.address.split(":")
    rebound = socket.create_connection((host, int(port)))
    with (
        pytest.raises(InvalidStatus) as refused,
        connect("ws://example.org/api/v1/ws", sock=rebound, proxy=None),
    ):
        pass

    assert refused.value.response.status_code == 403


def test_S2_a_client_that_dies_leaves_no_connection(server: RealServer) -> None:
    with server.connect() as dying, server.connect() as other:
        ask(dying, ORDERS)
        assert server.counts()["connections"] == 2

        dying.socket.shutdown(socket.SHUT_RDWR)
        while server.counts()["connections"] > 1:
            ask(other, {"type": "ping"})

        assert ask(other, ORDERS)["payload"]["status"] == "ok"


def test_U4_a_client_that_does_not_read_delays_nobody(server: RealServer) -> None:
    flood = json.dumps([{"type": "nix" * 20, "id": number} for number in range(50)])
    with server.connect() as deaf, server.connect() as other:
        deaf.send(flood)

        assert ask(other, {"type": "ping"})["type"] == "pong"
