"""An app behind either transport: a server's plain ASGI, and our protocol class on a socket."""

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketDenialResponse
from starlette.websockets import WebSocketDisconnect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from trading_api.cli.http_server import server_config
from trading_api.shared.ws.limits import Limits


class Denied(Exception):
    """The handshake was answered in HTTP."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(status)
        self.status = status
        self.body = body


class Peer(Protocol):
    """One client."""

    def send_text(self, data: str) -> None: ...

    def send_bytes(self, data: bytes) -> None: ...

    def receive_text(self) -> str: ...


class PlainAsgi:
    """Served by the test client, which knows of no way out but ASGI's."""

    def __init__(self, app: FastAPI, limits: Limits) -> None:
        self._client = TestClient(app)

    @contextmanager
    def running(self) -> Iterator[None]:
        with self._client:
            yield

    @contextmanager
    def connect(self, path: str) -> Iterator[Peer]:
        try:
            with self._client.websocket_connect(path) as opened:
                yield opened
        except WebSocketDenialResponse as denied:
            raise Denied(denied.status_code, denied.json()) from None

    def call(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Call a function in the loop of the app."""
        assert self._client.portal is not None
        self._client.portal.call(function, *arguments)


class OwnProtocol:
    """Served by uvicorn on a socket, as the product is."""

    def __init__(self, app: FastAPI, limits: Limits) -> None:
        config = server_config(app, limits)
        config.port = 0
        self._server = _Server(config, self._listens)
        self._is_up = threading.Event()

    @contextmanager
    def running(self) -> Iterator[None]:
        thread = threading.Thread(target=self._server.run)
        thread.start()
        self._is_up.wait(timeout=20)
        try:
            yield
        finally:
            self._server.should_exit = True
            thread.join()

    @contextmanager
    def connect(self, path: str) -> Iterator[Peer]:
        try:
            with connect(f"ws://127.0.0.1:{self.port}{path}", proxy=None) as opened:
                yield RealPeer(opened)
        except InvalidStatus as denied:
            reply = denied.response
            raise Denied(reply.status_code, json.loads(bytes(reply.body or b"{}"))) from None

    def call(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Call a function in the loop of the app."""
        self._loop.call_soon_threadsafe(function, *arguments)

    def _listens(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.port = self._server.servers[0].sockets[0].getsockname()[1]
        self._is_up.set()


class _Server(uvicorn.Server):
    """Says when it listens; a server of the product would also catch the process's signals."""

    def __init__(self, config: uvicorn.Config, on_listening: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_listening = on_listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_listening()


class RealPeer:
    """A client of a real socket, which fails as the test client's do."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    def send_text(self, data: str) -> None:
        self._connection.send(data)

    def send_bytes(self, data: bytes) -> None:
        self._connection.send(data)

    def receive_text(self) -> str:
        try:
            return str(self._connection.recv(timeout=10))
        except ConnectionClosed as closed:
            assert closed.rcvd is not None
            raise WebSocketDisconnect(closed.rcvd.code, closed.rcvd.reason) from None


Transport = PlainAsgi | OwnProtocol
TRANSPORTS = [PlainAsgi, OwnProtocol]


def send(peer: Peer, frame: Any) -> None:
    peer.send_text(json.dumps(frame))


def received(peer: Peer) -> Any:
    return json.loads(peer.receive_text())
