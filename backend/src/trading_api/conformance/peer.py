"""One connection to the server that is judged."""

import asyncio
import json
import socket as sockets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException
from websockets.frames import Frame as WsFrame
from websockets.frames import Opcode
from websockets.protocol import Event

from .served_contract import PROTOCOL, Stated
from .verdicts import Broken, NoAnswer, expect

Frame = dict[str, Any]

MAX_SERVER_FRAME = 256 * 1024
NO_CODE = 1006
# What the kernel holds of a narrow connection that nobody reads: the rest stays with the server.
NARROW_BYTES = 4096


@dataclass(frozen=True)
class Waits:
    """How long is waited, in seconds."""

    answer_s: float = 5.0
    """For what the server owes."""
    listen_s: float = 3.0
    """For updates, which a route may or may not have."""
    quiet_s: float = 0.3
    """For what must not come."""


class _Connection(ClientConnection):
    """Counts the server's pings, which are answered below unless it is mute."""

    pings = 0
    is_mute = False
    stalls_at_ping = False

    def process_event(self, event: Event) -> None:
        is_ping = isinstance(event, WsFrame) and event.opcode is Opcode.PING
        self.pings += is_ping
        if is_ping and self.stalls_at_ping:
            self.transport.pause_reading()
        super().process_event(event)

    def send_data(self) -> None:
        if self.is_mute:
            self.protocol.data_to_send()
        else:
            super().send_data()


class Peer:
    """Sends as a client does and hears everything; what it heard stays in `heard`."""

    def __init__(self, socket: _Connection, url: str, waits: Waits, stated: Stated) -> None:
        self.waits = waits
        self.stated = stated
        self.heard: list[Frame] = []
        self.url = url
        self._socket = socket
        self._ids = count(1)

    @classmethod
    @asynccontextmanager
    async def connected(
        cls, url: str, waits: Waits, stated: Stated = PROTOCOL, *, is_narrow: bool = False
    ) -> AsyncIterator["Peer"]:
        """Open a connection and close it after use; a narrow one is soon full when nobody reads.

        Raises:
            NoAnswer: nobody listens, or the handshake is refused.
        """
        try:
            socket = await connect(
                url,
                sock=await _narrow_socket(url) if is_narrow else None,
                proxy=None,
                # What is compressed fills nothing.
                compression=None if is_narrow else "deflate",
                max_size=None,
                # A bounded queue that nobody reads would hide the server's close.
                max_queue=None,
                ping_interval=None,
                open_timeout=waits.answer_s,
                close_timeout=1,
                create_connection=_Connection,
            )
        except (OSError, TimeoutError, WebSocketException) as refused:
            why = str(refused) or type(refused).__name__
            raise NoAnswer(f"{url} could not be opened: {why}") from None
        try:
            assert isinstance(socket, _Connection)
            yield cls(socket, url, waits, stated)
        finally:
            await socket.close()

    def another(self, *, is_narrow: bool = False) -> AbstractAsyncContextManager["Peer"]:
        """Return one more connection to the same server."""
        return Peer.connected(self.url, self.waits, self.stated, is_narrow=is_narrow)

    @property
    def pings(self) -> int:
        """How often the server's socket asked for life."""
        return self._socket.pings

    def stall(self) -> None:
        """Read nothing more."""
        self._socket.transport.pause_reading()

    def read_on(self) -> None:
        """Read again what came meanwhile, and what comes."""
        self._socket.transport.resume_reading()

    def fall_silent(self, *, stalls_at_ping: bool = False) -> None:
        """Send nothing more, no pong either; read on, or until the server asks for life."""
        self._socket.is_mute = True
        self._socket.stalls_at_ping = stalls_at_ping

    def speak_again(self) -> None:
        """End the silence."""
        self._socket.is_mute = self._socket.stalls_at_ping = False

    async def send(self, frame: Any) -> None:
        """Send a frame, or an array of them."""
        await self.send_text(json.dumps(frame))

    async def send_text(self, text: str) -> None:
        await self._send(text)

    async def send_bytes(self, data: bytes, *, as_text: bool = False) -> None:
        """Send a binary message, or bytes that pretend to be text."""
        await self._send(data, text=as_text)

    async def ask(self, type_: str, payload: Any, **members: Any) -> Frame:
        """Send a request under an id of its own and return the payload of its response."""
        request_id = next(self._ids)
        await self.send({"type": type_, "id": request_id, "payload": payload, **members})
        return await self.response(type_, request_id)

    async def response(self, type_: str, request_id: Any) -> Frame:
        """Return the payload of the response to a request."""
        frame = await self.until(lambda one: one.get("id") == request_id, f"an answer to {type_}")
        expect(frame["type"] == f"{type_}.response", f"a {type_}.response", frame)
        return payload_of(frame)

    async def until(self, fits: Callable[[Frame], bool], awaited: str) -> Frame:
        """Return the next frame that fits.

        Raises:
            NoAnswer: none came in time.
            Broken: the connection was closed meanwhile.
        """
        try:
            async with asyncio.timeout(self.waits.answer_s):
                while not fits(frame := await self._next(awaited)):
                    pass
                return frame
        except TimeoutError:
            raise NoAnswer(f"no answer in {self.waits.answer_s:g} s to {awaited}") from None

    async def during(self, seconds: float, enough: Callable[[Frame], bool] | None = None) -> None:
        """Listen so long, or until a frame is enough."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    frame = await self._next("an open connection")
                    if enough is not None and enough(frame):
                        return
        except TimeoutError:
            return

    async def pong(self) -> list[Frame]:
        """Ask for a sign of life; return what was heard before it."""
        before, request_id = len(self.heard), f"alive-{next(self._ids)}"
        await self.send({"type": "ping", "id": request_id})
        await self.until(lambda frame: frame.get("id") == request_id, "a ping")
        return self.heard[before:-1]

    async def close_code(self, cause: str, within_s: float = 0) -> int:
        """Return the code that the server closes with; `within_s` is added to the usual patience.

        Raises:
            NoAnswer: it does not close.
        """
        return (await self.closed(cause, within_s))[0]

    async def closed(self, cause: str, within_s: float = 0) -> tuple[int, str]:
        """Return the code and the reason that the server closes with; raises as `close_code`."""
        patience_s = self.waits.answer_s + within_s
        try:
            async with asyncio.timeout(patience_s):
                while True:
                    self._take(await self._socket.recv())
        except ConnectionClosed as closed:
            return (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (NO_CODE, "")
        except TimeoutError:
            raise NoAnswer(f"no close in {patience_s:g} s after {cause}") from None

    async def _next(self, awaited: str) -> Frame:
        try:
            return self._take(await self._socket.recv())
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd else NO_CODE
            raise Broken(awaited, f"a close with {code}") from None

    async def _send(self, message: str | bytes, text: bool | None = None) -> None:
        try:
            await self._socket.send(message, text=text)
        except ConnectionClosed as closed:
            code = closed.rcvd.code if closed.rcvd else NO_CODE
            raise Broken("an open connection", f"a close with {code}") from None

    def _take(self, message: str | bytes) -> Frame:
        if not isinstance(message, str):
            raise Broken("text frames", "a binary frame")
        if len(message.encode()) >= MAX_SERVER_FRAME:
            raise Broken("frames under 256 KiB", f"one of {len(message.encode())} bytes", "F5")
        try:
            frame = json.loads(message)
        except ValueError:
            raise Broken("JSON", message) from None
        if not isinstance(frame, dict) or not isinstance(frame.get("type"), str):
            raise Broken("an object with a string type", message)
        self.heard.append(frame)
        return frame


def payload_of(frame: Frame) -> Frame:
    """Return the payload of what a server sends: always an object."""
    payload = frame.get("payload")
    if not isinstance(payload, dict):
        raise Broken("a payload that is an object", frame)
    return payload


async def _narrow_socket(url: str) -> sockets.socket:
    server = urlsplit(url)
    port = server.port or {"ws": 80, "wss": 443}[server.scheme]
    loop = asyncio.get_running_loop()
    family, kind, protocol, _, address = (
        await loop.getaddrinfo(server.hostname, port, type=sockets.SOCK_STREAM)
    )[0]
    narrow = sockets.socket(family, kind, protocol)
    narrow.setblocking(False)
    narrow.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, NARROW_BYTES)
    await loop.sock_connect(narrow, address)
    return narrow
