"""Who asks for nothing does not keep a socket: real ones, of a server in this loop."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn

from trading_api.cli.http_server import server_config
from trading_api.shared.ws.limits import Limits

HEAD = b"POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n"
UPGRADE = (
    b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n"
    b"sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
LIMIT_S = 10


class SlowApp:
    """Answers when the test says; accepts a WebSocket and closes it then."""

    def __init__(self) -> None:
        self.may_answer = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await receive()
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
        await self.may_answer.wait()
        if scope["type"] == "websocket":
            await send({"type": "websocket.send", "text": "still here"})
        else:
            headers = [(b"content-length", b"10")]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": b"still here"})


class Client:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.send = writer.write

    async def heard(self, last: bytes) -> bytes:
        """Return all that comes until `last`."""
        return await asyncio.wait_for(self._reader.readuntil(last), LIMIT_S)

    async def is_cut(self) -> bool:
        """Return True once the server has closed."""
        await asyncio.wait_for(self._reader.read(), LIMIT_S)
        return True

    async def hang_up(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()


class Serving:
    """A server that waits 50 ms for a request."""

    def __init__(self) -> None:
        self.app = SlowApp()
        config = server_config(self.app, Limits())
        assert isinstance(config.http, type)
        config.http = type("Hasty", (config.http,), {"request_within_s": 0.05})
        config.lifespan = "off"
        config.timeout_keep_alive = 60
        self._server = uvicorn.Server(config)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._clients: list[Client] = []

    async def client(self) -> Client:
        port = self._listener.getsockname()[1]
        self._clients.append(Client(*await asyncio.open_connection("127.0.0.1", port)))
        return self._clients[-1]

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Serving"]:
        task = asyncio.create_task(self._server._serve([self._listener]))
        try:
            yield self
        finally:
            for client in self._clients:
                await client.hang_up()
            self._server.should_exit = self._server.force_exit = True
            await task


@pytest.mark.parametrize("said", [b"", HEAD[:20], HEAD, HEAD + b"{"])
async def test_a_request_that_does_not_come_whole_ends_its_connection(said: bytes) -> None:
    async with Serving().running() as server:
        client = await server.client()
        client.send(said)

        assert await client.is_cut()


async def test_a_later_request_has_as_little_time() -> None:
    async with Serving().running() as server:
        server.app.may_answer.set()
        client = await server.client()
        client.send(HEAD + b"{}")
        await client.heard(b"still here")

        client.send(HEAD[:20])

        assert await client.is_cut()


@pytest.mark.parametrize("said", [HEAD + b"{}", UPGRADE])
async def test_who_has_asked_may_wait_for_the_answer(said: bytes) -> None:
    async with Serving().running() as server:
        asking = await server.client()
        asking.send(said)
        silent = await server.client()
        assert await silent.is_cut()

        server.app.may_answer.set()

        assert (await asking.heard(b"still here")).endswith(b"still here")
