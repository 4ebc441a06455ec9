"""The ASGI side of a served WebSocket: the app's scope, what it receives, what it sends."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import Any, Protocol

from .handshake import Header

logger = logging.getLogger(__name__)

Event = MutableMapping[str, Any]
App = Callable[[Any, Callable[[], Awaitable[Event]], Callable[[Event], Awaitable[None]]], Any]

# Messages that an app may have waiting; what a client sends beyond them stays bytes.
MESSAGES_AHEAD = 8


class PeerGone(OSError):
    """Nobody is left to send to."""


class Socket(Protocol):
    """The connection, as its conversation needs it."""

    def accept(self, headers: Iterable[Header], subprotocol: str | None) -> None:
        """Answer the handshake: it is a WebSocket from now on."""
        ...

    def refuse(self, status: int, headers: Iterable[Header], body: bytes) -> None:
        """Answer the handshake with an HTTP response and end."""
        ...

    async def send(self, message: str | bytes) -> None:
        """Send one message when the socket accepts.

        Raises:
            PeerGone: the connection is over.
        """
        ...

    def close(self, code: int, reason: str) -> None:
        """Send the close frame and end in bounded time."""
        ...

    def finished(self) -> None:
        """The app has returned."""
        ...

    def taken(self) -> None:
        """The app has taken a message: there is room for another."""
        ...


class Conversation:
    """One run of an app for one WebSocket."""

    __slots__ = ("_denial", "_end", "_inbox", "_is_answered", "_socket", "_waiter")

    def __init__(self, socket: Socket) -> None:
        self._socket = socket
        self._inbox: list[Event] = [{"type": "websocket.connect"}]
        self._end: Event | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._is_answered = False
        self._denial: tuple[int, list[Header], bytes] | None = None

    @property
    def is_full(self) -> bool:
        return len(self._inbox) >= MESSAGES_AHEAD

    def put(self, message: str | bytes) -> None:
        """Let the app receive a message."""
        key = "text" if isinstance(message, str) else "bytes"
        self._inbox.append({"type": "websocket.receive", key: message})
        self._wake()

    def end(self, code: int, reason: str = "") -> None:
        """Let the app receive, after what waits, that it is over; the first to say so is heard."""
        if self._end is None:
            self._end = {"type": "websocket.disconnect", "code": code, "reason": reason}
            self._wake()

    async def run(self, app: App, scope: Any) -> None:
        """Run the app; its faults are logged, and end its connection."""
        try:
            await app(scope, self._receive, self._send)
        except PeerGone:
            pass
        except Exception:
            logger.exception("websocket_failed path=%s", scope["path"])
        if not self._is_answered:
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            self._answer_with(status, [], status.phrase.encode())
        self._socket.finished()

    async def _receive(self) -> Event:
        while not self._inbox:
            if self._end is not None:
                return self._end
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter
        event = self._inbox.pop(0)
        self._socket.taken()
        return event

    def _wake(self) -> None:
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    async def _send(self, message: Event) -> None:
        type_ = message["type"]
        if type_ == "websocket.send" and self._is_answered:
            text = message.get("text")
            await self._socket.send(message["bytes"] if text is None else text)
        elif type_ == "websocket.close" and self._is_answered:
            self._socket.close(message.get("code", 1000), message.get("reason") or "")
        elif self._is_answered:
            raise RuntimeError(f"expected websocket.send or websocket.close, got {type_!r}")
        else:
            self._answer(message)

    def _answer(self, message: Event) -> None:
        type_ = message["type"]
        if type_ == "websocket.accept":
            self._is_answered = True
            self._socket.accept(message.get("headers", ()), message.get("subprotocol"))
        elif type_ == "websocket.close":
            self._answer_with(HTTPStatus.FORBIDDEN, [], b"")
        elif type_ == "websocket.http.response.start":
            self._denial = (message["status"], list(message.get("headers", ())), b"")
        elif type_ == "websocket.http.response.body" and self._denial is not None:
            status, headers, body = self._denial
            self._denial = (status, headers, body + message.get("body", b""))
            if not message.get("more_body", False):
                self._answer_with(*self._denial)
        else:
            raise RuntimeError(f"expected an answer to the handshake, got {type_!r}")

    def _answer_with(self, status: int, headers: Iterable[Header], body: bytes) -> None:
        self._is_answered = True
        self._socket.refuse(status, headers, body)
        self.end(1006)
