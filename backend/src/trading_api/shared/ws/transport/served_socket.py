"""Our WebSocket protocol class for uvicorn: one write a turn, no task but the app's, no timer.

Uvicorn makes one of these a connection and hands it the transport and the request. The app finds
it in its scope as a `FrameSink`; any other ASGI app may talk to it by `send` and `receive`.
"""

import asyncio
import socket as sockets
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, cast

from trading_api.shared.errors import CLOSE_CODES
from trading_api.shared.ws.rfc6455 import (
    BINARY,
    CLOSE,
    FINAL,
    PING,
    PONG,
    TEXT,
    close_frame,
    control_frame,
    data_frame,
    text_frame,
)

from .conversation import Conversation, PeerGone
from .deadlines import Keepalive
from .frame_reader import MAX_HEADER_BYTES, FrameReader, Violation, close_reason
from .frame_sink import Listener
from .handshake import BadHandshake, Handshake, Header
from .scope import websocket_scope

# Frames of one client that are read before others have their turn: less than a millisecond.
FRAMES_A_TURN = 256
# Who was sent our close frame gets this long to answer and to take what is queued.
ABORT_AFTER_S = 10.0
# A server that ends waits so long for the answer to its close frame.
ANSWER_WITHIN_S = 1.0
# Unsent bytes that the kernel may hold of one connection: the rest is folded here (rule C1).
UNSENT_KERNEL_BYTES = 32 * 1024
KEEPALIVE_LOST = (1011, "keepalive ping timeout")
SERVER_ENDS = 1012
PING_FRAME = control_frame(PING)

CONNECTING, ANSWERING, OPEN, CLOSING, CLOSED = range(5)


class ServedSocket(asyncio.Protocol):
    """One WebSocket of a server; `served_socket` gives the class its limits."""

    max_bytes: int
    keepalive: Keepalive
    abort_after_s: float

    __slots__ = (
        "_abort_timer",
        "_conversation",
        "_handshake",
        "_is_pumping",
        "_late_pong",
        "_listener",
        "_reader",
        "_reads",
        "_server",
        "_shows_life",
        "_state",
        "_transport",
        "_unsent",
        "_writable",
        "is_blocked",
    )

    def __init__(self, config: Any, server_state: Any, app_state: dict[str, Any]) -> None:
        self._server = (config, server_state, app_state)
        self._transport: asyncio.Transport = None  # type: ignore[assignment]
        self._handshake: Handshake | None = Handshake()
        self._conversation = Conversation(self)
        self._reader = FrameReader(self.max_bytes)
        self._listener: Listener | None = None
        self._state = CONNECTING
        self._reads = True
        self._is_pumping = False
        self._shows_life = False
        self._late_pong = b""
        self._unsent = 0
        self._writable: asyncio.Future[None] | None = None
        self._abort_timer: asyncio.TimerHandle | None = None
        self.is_blocked = False

    # What the transport says.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        # Blocked is what the kernel did not take at once; nothing waits in user space unknown.
        self._transport.set_write_buffer_limits(high=0)
        _bound_kernel_backlog(self._transport)
        self._server[1].connections.add(self)

    def data_received(self, data: bytes) -> None:
        self._shows_life = True
        if self._state == CONNECTING and self._handshake is not None:
            self._shake_hands(self._handshake, data)
        elif self._state != CLOSED:
            self._reader.feed(data)
            self._read_on()

    def pause_writing(self) -> None:
        self.is_blocked = True
        self._unsent = self._transport.get_write_buffer_size()
        if self._state == OPEN:
            self.keepalive.blocked(self)
        if self._listener is not None:
            self._listener.pause()

    def resume_writing(self) -> None:
        self.is_blocked = False
        self._shows_life = True
        self.keepalive.unblocked(self)
        if self._late_pong:
            self._transport.write(self._late_pong)
            self._late_pong = b""
        if self._listener is not None and not self.is_blocked:
            self._listener.resume()
        self._release_senders()

    def connection_lost(self, exc: Exception | None) -> None:
        self._server[1].connections.discard(self)
        self._ended(1006)
        self._state = CLOSED
        self._release_senders()
        if self._abort_timer is not None:
            self._abort_timer.cancel()
            self._abort_timer = None

    def shutdown(self) -> None:
        """The server ends; called by uvicorn."""
        if self._state == CLOSING:
            # To close before the answer is here could throw our last words away.
            asyncio.get_running_loop().call_later(ANSWER_WITHIN_S, self._transport.close)
            return
        self.close(SERVER_ENDS, "")
        self._transport.close()

    # What the conversation says.

    def accept(self, headers: Iterable[Header], subprotocol: str | None) -> None:
        if self._state != ANSWERING or self._handshake is None:
            return
        defaults = self._server[1].default_headers
        answer = self._handshake.accepted([*defaults, *headers], subprotocol)
        self._handshake = None
        self._transport.write(answer)
        self._state = OPEN
        self.keepalive.watch(self)
        self._read_on()

    def refuse(self, status: int, headers: Iterable[Header], body: bytes) -> None:
        if self._state in (CONNECTING, ANSWERING) and self._handshake is not None:
            defaults = self._server[1].default_headers
            self._transport.write(self._handshake.refused(status, [*defaults, *headers], body))
            self._let_go()

    async def send(self, message: str | bytes) -> None:
        while self.is_blocked and self._state == OPEN:
            if self._writable is None:
                self._writable = asyncio.get_running_loop().create_future()
            await asyncio.shield(self._writable)
        if self._state != OPEN:
            raise PeerGone
        if isinstance(message, str):
            self._transport.write(text_frame(message.encode()))
        else:
            self._transport.write(data_frame(FINAL | BINARY, message))

    def finished(self) -> None:
        if self._state == OPEN:
            self.close(1000, "")

    def taken(self) -> None:
        if self._reader:
            self._read_on()

    # The way out that the app finds in its scope.

    def attach(self, listener: Listener) -> None:
        self._listener = listener
        if self._state != OPEN:
            listener.lost()
        elif self.is_blocked:
            listener.pause()

    @property
    def write(self) -> Callable[[bytes], object]:
        return self._transport.write

    def close(self, code: int, reason: str) -> None:
        if self._state == OPEN:
            self._transport.write(close_frame(code, reason))
            self._state = CLOSING
            self._ended(code, reason)
            self._abort_later()
            self._read_on()

    def abort(self) -> None:
        self._transport.abort()

    # What the keepalive says.

    def ping(self) -> None:
        self._shows_life = False
        self._transport.write(PING_FRAME)

    def shows_life(self) -> bool:
        """Whoever we do not read, or who cannot be heard for our own backlog, is excused."""
        return self._shows_life or self.is_blocked or not self._reads or len(self._reader) > 0

    def give_up(self) -> None:
        self.close(*KEEPALIVE_LOST)
        self._transport.close()

    def moves(self) -> bool:
        before, self._unsent = self._unsent, self._transport.get_write_buffer_size()
        return self._unsent < before

    def stalled(self) -> None:
        self.close(4008, CLOSE_CODES[4008].reason)

    # Reading.

    def _shake_hands(self, handshake: Handshake, data: bytes) -> None:
        try:
            if not handshake.feed(data):
                return
        except BadHandshake as bad:
            self.refuse(bad.status, bad.headers, bad.message.encode())
            return
        self._state = ANSWERING
        # What was sent ahead of our answer is read after it.
        self._reader.feed(handshake.trailing)
        config, server, app_state = self._server
        scope = websocket_scope(handshake, self._transport, config, app_state, self)
        task = asyncio.get_running_loop().create_task(
            self._conversation.run(config.loaded_app, scope)
        )
        server.tasks.add(task)
        task.add_done_callback(server.tasks.discard)

    def _read_on(self) -> None:
        """Read what is there, while the app has room, and for a bounded time."""
        if self._state in (OPEN, CLOSING):
            try:
                self._read_frames()
            except Violation as violation:
                self._fail(violation.code)
        reads = len(self._reader) <= self.max_bytes + MAX_HEADER_BYTES
        if reads != self._reads and not self._transport.is_closing():
            self._reads = reads
            if reads:
                self._transport.resume_reading()
            else:
                self._transport.pause_reading()

    def _read_frames(self) -> None:
        pongs: list[bytes] = []
        try:
            for _ in range(FRAMES_A_TURN):
                if self._conversation.is_full and self._state == OPEN:
                    return
                received = self._reader.next()
                if received is None:
                    return
                if received.opcode == CLOSE:
                    break
                if received.opcode == PING:
                    pongs.append(control_frame(PONG, cast(bytes, received.payload)))
                elif received.opcode in (TEXT, BINARY) and self._state == OPEN:
                    self._conversation.put(received.payload)
            else:
                self._read_later()
                return
        finally:
            self._answer_pings(pongs)
        self._peer_closes(cast(bytes, received.payload))

    def _read_later(self) -> None:
        if not self._is_pumping:
            self._is_pumping = True
            asyncio.get_running_loop().call_soon(self._go_on_reading)

    def _go_on_reading(self) -> None:
        self._is_pumping = False
        self._read_on()

    def _answer_pings(self, pongs: list[bytes]) -> None:
        """Answer now or, while output is blocked, the newest of all later (RFC 6455, 5.5.3)."""
        if pongs and self._state == OPEN:
            if self.is_blocked:
                self._late_pong = pongs[-1]
            else:
                self._transport.write(b"".join(pongs))

    # Ending.

    def _peer_closes(self, payload: bytes) -> None:
        code, reason = close_reason(payload)
        if self._state == OPEN:
            self._transport.write(close_frame(code) if payload else control_frame(CLOSE))
            self._ended(code, reason)
        self._let_go()

    def _fail(self, code: int) -> None:
        """End the connection of who broke the protocol, but let him hear why.

        To close while his bytes are unread would make the kernel throw our last words away.
        """
        if self._state == OPEN:
            self._transport.write(close_frame(code, CLOSE_CODES[code].reason))
            self._ended(code)
        self._state = CLOSED
        self._reader = FrameReader(0)
        self._abort_later()
        if self._transport.can_write_eof():
            self._transport.write_eof()
        else:
            self._transport.close()

    def _let_go(self) -> None:
        """Close once what is queued is sent."""
        self._state = CLOSED
        self._transport.close()
        self._abort_later()

    def _abort_later(self) -> None:
        if self._abort_timer is None:
            loop = asyncio.get_running_loop()
            self._abort_timer = loop.call_later(self.abort_after_s, self._transport.abort)

    def _ended(self, code: int, reason: str = "") -> None:
        """Nothing is sent any more: tell all who might."""
        self.keepalive.forget(self)
        self._conversation.end(code, reason)
        if self._listener is not None:
            self._listener.lost()

    def _release_senders(self) -> None:
        writable, self._writable = self._writable, None
        if writable is not None and not writable.done():
            writable.set_result(None)


def served_socket(
    max_bytes: int, keepalive: Keepalive, abort_after_s: float = ABORT_AFTER_S
) -> type[ServedSocket]:
    """Return the class that a server makes an instance of for each connection."""
    members = {
        "__slots__": (),
        "max_bytes": max_bytes,
        "keepalive": keepalive,
        "abort_after_s": abort_after_s,
    }
    return type("BoundedSocket", (ServedSocket,), members)


def _bound_kernel_backlog(transport: asyncio.Transport) -> None:
    option = getattr(sockets, "TCP_NOTSENT_LOWAT", None)
    socket = transport.get_extra_info("socket")
    if option is not None and socket is not None:
        # Not every system has it, and a Unix socket has no TCP.
        with suppress(OSError):
            socket.setsockopt(sockets.IPPROTO_TCP, option, UNSENT_KERNEL_BYTES)
