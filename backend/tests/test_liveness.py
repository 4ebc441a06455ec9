"""Rule C1 on a real socket: who shows no life is dropped, who only listens is kept."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

HANDSHAKE = (
    "GET /api/v1/ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
PING, PONG, CLOSE, TEXT = 0x89, 0x8A, 0x88, 0x81
INTERVALS = {"TP_PING_INTERVAL_S": "0.05", "TP_PING_TIMEOUT_S": "0.2"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """A server that soon asks for life, and soon gives up."""
    command = [sys.executable, "-m", "trading_api", "serve", "--port", "0", "--modules", "broker"]
    command += ["--data-dir", str(tmp_path_factory.mktemp("data"))]
    environment = os.environ | INTERVALS
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://([\d.]+):(\d+)", process.stdout.readline())
        assert found is not None
        yield found.group(1), int(found.group(2))
        process.terminate()


class RawPeer:
    """A client of bytes: it answers a ping only when it is told."""

    def __init__(self, address: tuple[str, int]) -> None:
        self._socket = socket.create_connection(address, timeout=10)
        self._file = self._socket.makefile("rb")
        self._socket.sendall(HANDSHAKE.encode())
        while self._file.readline() != b"\r\n":
            pass

    def frame(self) -> tuple[int, bytes] | None:
        """Return the next frame's first byte and its payload; None at the end."""
        head = self._file.read(2)
        return (head[0], self._file.read(head[1])) if len(head) == 2 else None

    def answer(self, payload: bytes) -> None:
        """Send a pong; a mask of zeros leaves the payload as it is."""
        self._socket.sendall(bytes([PONG, 0x80 | len(payload), 0, 0, 0, 0]) + payload)

    def say(self, text: bytes) -> None:
        self._socket.sendall(bytes([TEXT, 0x80 | len(text), 0, 0, 0, 0]) + text)

    def close(self) -> None:
        self._file.close()
        self._socket.close()


def test_C1_who_shows_no_life_is_asked_and_dropped(address: tuple[str, int]) -> None:
    peer = RawPeer(address)

    frames = list(iter(peer.frame, None))

    peer.close()
    assert frames[0][0] == PING
    assert {first for first, _ in frames[1:]} <= {CLOSE}


def test_C1_who_only_listens_is_kept(address: tuple[str, int]) -> None:
    peer = RawPeer(address)

    answered = 0
    while answered < 10 and (frame := peer.frame()) is not None:
        assert frame[0] == PING
        peer.answer(frame[1])
        answered += 1

    peer.close()
    assert answered == 10


def test_C1_whose_frames_are_read_later_is_kept(address: tuple[str, int]) -> None:
    peer = RawPeer(address)
    for _ in range(130):
        peer.say(b'{"type":"ping"}')

    answers = 0
    while answers < 130 and (frame := peer.frame()) is not None:
        answers += frame[0] == TEXT
        if frame[0] == PING:
            peer.answer(frame[1])

    peer.close()
    assert answers == 130
