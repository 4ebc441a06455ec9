"""A transport whose peer takes what the test says, and an app that the test speaks for."""

import asyncio
from types import SimpleNamespace
from typing import Any

from trading_api.shared.ws.transport.deadlines import Keepalive
from trading_api.shared.ws.transport.served_socket import ServedSocket, served_socket

HANDSHAKE = (
    b"GET /ws?a=b HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
NEVER_S = 1000.0


class FakeTransport(asyncio.Transport):
    """A transport that remembers; `unsent` is what its peer has not taken."""

    def __init__(self, **extra: Any) -> None:
        super().__init__(extra)
        self.written: list[bytes] = []
        self.unsent = 0
        self.high: int | None = None
        self.said: list[str] = []
        self.aborted = asyncio.Event()

    def write(self, data: Any) -> None:
        self.written.append(bytes(data))

    def taken(self) -> bytes:
        data = b"".join(self.written)
        self.written.clear()
        return data

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        self.high = high

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def is_closing(self) -> bool:
        return "close" in self.said

    def close(self) -> None:
        self.said.append("close")

    def abort(self) -> None:
        self.said.append("abort")
        self.aborted.set()

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.said.append("eof")

    def pause_reading(self) -> None:
        self.said.append("pause")

    def resume_reading(self) -> None:
        self.said.append("resume")


class FakeApp:
    """An ASGI app that keeps what it got; the test receives and sends for it."""

    def __init__(self) -> None:
        self.called = asyncio.Event()
        self.returning = asyncio.Event()
        self.fault: Exception | None = None
        self.scope: Any = None
        self.receive: Any = None
        self.send: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.scope, self.receive, self.send = scope, receive, send
        self.called.set()
        await self.returning.wait()
        if self.fault is not None:
            raise self.fault


class Served:
    """One socket, its transport and its app."""

    def __init__(self, max_bytes: int = 1000, abort_after_s: float = NEVER_S, **extra: Any) -> None:
        self.app = FakeApp()
        self.state = SimpleNamespace(connections=set(), tasks=set(), default_headers=[(b"d", b"1")])
        config = SimpleNamespace(loaded_app=self.app, root_path="/r", asgi_version="3.0")
        keepalive = Keepalive(NEVER_S, NEVER_S, NEVER_S)
        self.socket: ServedSocket = served_socket(max_bytes, keepalive, abort_after_s)(
            config=config, server_state=self.state, app_state={"s": 1}
        )
        self.transport = FakeTransport(**extra)
        self.socket.connection_made(self.transport)

    async def open(self) -> "Served":
        """Shake hands; nothing is written from before."""
        self.socket.data_received(HANDSHAKE)
        await self.app.called.wait()
        await self.app.receive()
        await self.app.send({"type": "websocket.accept"})
        self.transport.written.clear()
        return self

    def says(self, first: int, payload: bytes = b"") -> None:
        """Let the client send a frame; a mask of zeros leaves the payload as it is."""
        length = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe"
        if len(payload) >= 126:
            length += len(payload).to_bytes(2, "big")
        self.socket.data_received(bytes([first]) + length + bytes(4) + payload)

    def block(self, unsent: int = 1) -> None:
        self.transport.unsent = unsent
        self.socket.pause_writing()

    def unblock(self) -> None:
        self.transport.unsent = 0
        self.socket.resume_writing()
