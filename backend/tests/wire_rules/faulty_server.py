"""A server that is right but for one thing: a relay of frames before one that is right."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any, ClassVar

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

LIMIT = 64 * 1024
# A route of each delivery.
BASIC = frozenset({"newest", "tail", "record"})
Message = str | bytes


class Hangup(Exception):
    """The relay is to close the client's connection with this code."""


class Fault:
    """What is done to the messages of one connection; this one does nothing."""

    rule: ClassVar = ""
    outcome: ClassVar = "failed"
    routes: ClassVar = BASIC
    """Those that it shows on."""
    max_frame: ClassVar[int] = LIMIT
    checks_hosts: ClassVar = True
    gives_reasons: ClassVar = True
    greeting: ClassVar[str] = ""

    def asked(self, message: Message) -> Iterable[Message]:
        """Return what the server hears instead of the client's message."""
        yield message

    def told(self, frame: dict[str, Any]) -> Iterable[Any]:
        """Return what the client hears instead of the server's frame: frames, texts or bytes."""
        yield frame

    def closed(self, code: int) -> int | None:
        """Return the code that the client sees, None when it sees nothing."""
        return code


@asynccontextmanager
async def faulty_server(address: str, fault: type[Fault]) -> AsyncIterator[str]:
    """Stand before the server at `address`; yields the URL of the relay."""

    async def relay(client: ServerConnection) -> None:
        if fault.greeting:
            await client.send(fault.greeting)
        url = f"ws://{address}/api/v1/ws"
        async with connect(url, proxy=None, max_size=None, max_queue=None) as server:
            await _Relay(fault(), client, server).run()

    def refuse(client: ServerConnection, request: Request) -> Response | None:
        host = request.headers["Host"]
        origin = request.headers.get("Origin", f"http://{host}")
        is_ours = host.startswith("127.0.0.1:") and origin == f"http://{host}"
        if fault.checks_hosts and not is_ours:
            return client.respond(HTTPStatus.FORBIDDEN, "")
        return None

    options: Any = {"max_size": fault.max_frame, "process_request": refuse, "max_queue": None}
    async with serve(relay, "127.0.0.1", 0, **options) as served:
        yield f"ws://127.0.0.1:{served.sockets[0].getsockname()[1]}/api/v1/ws"


class _Relay:
    def __init__(self, fault: Fault, client: ServerConnection, server: ClientConnection) -> None:
        self._fault = fault
        self._client = client
        self._server = server

    async def run(self) -> None:
        both = [asyncio.create_task(self._ask()), asyncio.create_task(self._tell())]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)

    async def _ask(self) -> None:
        try:
            async for message in self._client:
                for one in self._fault.asked(message):
                    await self._server.send(one)
        except Hangup as hangup:
            await self._client.close(hangup.args[0])
        except ConnectionClosed:
            return

    async def _tell(self) -> None:
        try:
            while True:
                for one in self._fault.told(json.loads(await self._server.recv())):
                    await self._client.send(one if isinstance(one, Message) else json.dumps(one))
        except Hangup as hangup:
            await self._client.close(hangup.args[0])
        except ConnectionClosed as closed:
            code = self._fault.closed(closed.rcvd.code if closed.rcvd else 1011)
            reason = closed.rcvd.reason if closed.rcvd and self._fault.gives_reasons else ""
            if code is None:
                await self._client.wait_closed()
            else:
                await self._client.close(code, reason)
