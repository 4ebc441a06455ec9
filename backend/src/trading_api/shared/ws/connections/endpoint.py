"""Where a WebSocket comes in: it is accepted or refused, read at its pace, and let go of."""

import asyncio
import logging
from collections import Counter, deque

from starlette.websockets import WebSocket

from trading_api.shared.drain_guard import refusal
from trading_api.shared.errors import CLOSE_CODES
from trading_api.shared.log_context import CONNECTION
from trading_api.shared.ws.delivery.outbox import Outbox
from trading_api.shared.ws.frames import encode_frame
from trading_api.shared.ws.messages import DrainingPayload
from trading_api.shared.ws.stream_counts import EndedConnection
from trading_api.shared.ws.transport.asgi_sink import AsgiSink
from trading_api.shared.ws.transport.frame_sink import FrameSink, offered_sink

from .connection import Connection
from .pace import Pace
from .streams import Streams

logger = logging.getLogger(__name__)

# Until there are accounts, everybody is the one local user (rule A1).
LOCAL_PRINCIPAL = "local"
NO_CLOSE_FRAME = 1006
# How many ends are remembered: what a reader of the live page looks through.
ENDS_KEPT = 20
# A page that is left, a network that is gone, a server that ends.
PEACEFUL = frozenset({1000, 1001, 1005, 1006, 1012, 4000})


class Endpoint:
    """Serves WebSockets, one `Connection` each; `connections` are those that live."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self.connections: set[Connection] = set()
        self._sessions: set[_Session] = set()
        self.accepted = 0
        self.closes: Counter[int] = Counter()
        """How many connections ended, by close code; 1006 is an end without a close frame."""
        self.ended: deque[EndedConnection] = deque(maxlen=ENDS_KEPT)
        """The last ones, oldest first."""

    async def serve(self, websocket: WebSocket) -> None:
        """Run one WebSocket from handshake to close."""
        refused = self._refused()
        if refused is not None:
            self._streams.refusals[refused] += 1
            await websocket.send_denial_response(refusal(refused))
            return
        await websocket.accept()
        self.accepted += 1
        number = self.accepted
        # Before any task is made: all of them are about this one.
        CONNECTION.set(number)
        offered = offered_sink(websocket.scope)
        if offered is None:
            sink = AsgiSink(websocket, self._streams.limits.send_stall_s)
            await sink.run_beside(self._run(websocket, sink, number))
        else:
            await self._run(websocket, offered, number)

    async def take_leave(self, grace_s: float) -> None:
        """Tell everybody that the server leaves; returns when all took what was queued for them."""
        payload = DrainingPayload(grace_ms=round(grace_s * 1000))
        frame = encode_frame("server.draining", payload)
        await asyncio.gather(*(session.tell(frame) for session in self._sessions))

    def hang_up(self) -> None:
        """Close every connection: they may come back, to whoever serves then."""
        for session in list(self._sessions):
            session.close(4000)

    def _refused(self) -> str | None:
        """Return why nobody may come in now."""
        if self._streams.draining.has_begun:
            return "draining"
        if len(self.connections) >= self._streams.limits.connections:
            return "too_many_connections"
        return None

    async def _run(self, websocket: WebSocket, sink: FrameSink, number: int) -> None:
        session = _Session(websocket, sink, self._streams)
        self.connections.add(session.connection)
        self._sessions.add(session)
        try:
            await session.read()
        finally:
            session.connection.close()
            self.connections.discard(session.connection)
            self._sessions.discard(session)
            self.closes[session.close_code] += 1
            self._report(session, number)

    def _report(self, session: "_Session", number: int) -> None:
        """Say how a connection ended; what every visitor does is told to who asks for it."""
        code, clock = session.close_code, self._streams.clock
        level = logging.DEBUG if code in PEACEFUL else logging.WARNING
        seconds = round(clock.monotonic_s() - session.since_s, 3)
        logger.log(level, "connection_closed code=%s seconds=%s", code, seconds)
        skipped = session.connection.outbox.skipped
        self.ended.append(EndedConnection(number, clock.now_ms(), code, seconds, skipped))


class _Session:
    """One accepted WebSocket, read by one task; what leaves is written by the turns of the loop."""

    __slots__ = (
        "_limits",
        "_outbox",
        "_pace",
        "_sink",
        "_websocket",
        "close_code",
        "connection",
        "since_s",
    )

    def __init__(self, websocket: WebSocket, sink: FrameSink, streams: Streams) -> None:
        limits = streams.limits
        self.close_code = NO_CLOSE_FRAME
        self.since_s = streams.clock.monotonic_s()
        self._websocket = websocket
        self._sink = sink
        self._limits = limits
        self._outbox = Outbox(limits.outbox_bytes, streams.turn, sink)
        self._pace = Pace(limits.frames_per_s, limits.frames_burst, streams.clock)
        self.connection = Connection(streams, self._outbox, LOCAL_PRINCIPAL)
        sink.attach(self._outbox)

    async def read(self) -> None:
        while True:
            message = await self._websocket.receive()
            if message["type"] == "websocket.disconnect":
                self.close_code = message.get("code") or NO_CLOSE_FRAME
                return
            await asyncio.sleep(self._pace.delay_s())
            await self._await_room()
            text = message.get("text")
            if text is None:
                self.connection.refuse_frame("invalid_frame", "expected text, got a binary frame")
            elif len(text.encode()) > self._limits.frame_bytes:
                self.close(1009)
                return
            else:
                await self.connection.receive(text)
            if self.connection.is_abusive:
                await self._flush()
                self.close(4508)
                return

    async def tell(self, frame: bytes) -> None:
        """Send one more frame and wait until the socket has taken all."""
        self._outbox.append(frame)
        await self._flush()

    async def _await_room(self) -> None:
        """Read on only while answers have room: who does not read, or asks ahead, is not read."""
        while not ((self._outbox.has_room and self.connection.has_room) or self._outbox.is_lost):
            await self._next_write()

    async def _flush(self) -> None:
        self._outbox.flush()
        while self._outbox.frames:
            await self._next_write()

    async def _next_write(self) -> None:
        written = asyncio.Event()
        self._outbox.when_written(written.set)
        await written.wait()

    def close(self, code: int) -> None:
        self.close_code = code
        self._sink.close(code, CLOSE_CODES[code].reason)
