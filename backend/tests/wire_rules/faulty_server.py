"""A server that is right but for one thing: a relay of frames before one that is right."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any, ClassVar
from urllib.parse import urlsplit

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
    checks_ports: ClassVar = True
    gives_reasons: ClassVar = True
    judgement: ClassVar[str] = ""
    """The one that catches it, where not all of its rule need be run."""
    stated: ClassVar[Mapping[str, Any]] = {}
    """What the document states otherwise."""
    list_place: ClassVar[tuple[str, int] | None] = None
    """Where a list of the route `record` over REST says that it stands."""
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
        if fault.list_place is not None and "Upgrade" not in request.headers:
            return _listed(client, request.path, *fault.list_place)
        host = request.headers["Host"]
        origin = request.headers.get("Origin", f"http://{host}")
        page = urlsplit(origin)
        is_ours = host.startswith("127.0.0.1:") and page.hostname == urlsplit(f"//{host}").hostname
        is_ours = is_ours and (page.netloc == host or not fault.checks_ports)
        if fault.checks_hosts and not is_ours:
            return client.respond(HTTPStatus.FORBIDDEN, "")
        return None

    options: Any = {"max_size": fault.max_frame, "process_request": refuse, "max_queue": None}
    async with serve(relay, "127.0.0.1", 0, **options) as served:
        yield f"ws://127.0.0.1:{served.sockets[0].getsockname()[1]}/api/v1/ws"


def _listed(client: ServerConnection, path: str, epoch: str, seq: int) -> Response:
    """Answer as REST does: an OpenAPI document with one list, and the list."""
    headers = {"Stream-Epoch": epoch, "Stream-Seq": str(seq)}
    listed = {"get": {"responses": {"200": {"headers": headers}}}}
    is_document = path.endswith("/openapi.json")
    body = {"paths": {"/api/v1/record": listed}} if is_document else []
    response = client.respond(HTTPStatus.OK, json.dumps(body))
    response.headers.update(headers)
    return response


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
