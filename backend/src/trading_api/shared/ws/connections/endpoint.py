"""The only file that holds a WebSocket: reads frames, writes the outbox, closes."""

import asyncio
import logging
from contextlib import suppress

from starlette.responses import JSONResponse
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.ws.delivery.outbox import Outbox

from .connection import Connection
from .pace import Pace
from .streams import Streams

logger = logging.getLogger(__name__)

# Until there are accounts, everybody is the one local user (rule A1).
LOCAL_PRINCIPAL = "local"
# A peer that does not take our close frame within this time is left without it.
CLOSE_TIMEOUT_S = 1.0
# A socket that accepts at once never waits: after so many frames others have their turn.
SENDS_A_TURN = 50


class Endpoint:
    """Serves WebSockets, one `Connection` each; `connections` are those that live."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams
        self.connections: set[Connection] = set()

    async def serve(self, websocket: WebSocket) -> None:
        """Run one WebSocket from handshake to close."""
        if len(self.connections) >= self._streams.limits.connections:
            row = ERRORS["too_many_connections"]
            reply = {"code": row.code, "message": row.meaning}
            await websocket.send_denial_response(JSONResponse(reply, row.http_status))
            return
        await websocket.accept()
        session = _Session(websocket, self._streams)
        self.connections.add(session.connection)
        try:
            await session.run()
        finally:
            self.connections.discard(session.connection)


class _Session:
    """One accepted WebSocket: a reader and a writer, which end together."""

    def __init__(self, websocket: WebSocket, streams: Streams) -> None:
        limits = streams.limits
        self._websocket = websocket
        self._limits = limits
        self._to_write = asyncio.Event()
        self._written = asyncio.Event()
        self._outbox = Outbox(limits.outbox_bytes, self._to_write.set)
        self._pace = Pace(limits.frames_per_s, limits.frames_burst, streams.clock)
        self.connection = Connection(streams, self._outbox, LOCAL_PRINCIPAL)

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        tasks = [loop.create_task(self._read()), loop.create_task(self._write())]
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.connection.close()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        for task in ended:
            task.result()

    async def _read(self) -> None:
        while True:
            message = await self._websocket.receive()
            if message["type"] == "websocket.disconnect":
                return
            await asyncio.sleep(self._pace.delay_s())
            await self._await_room()
            text = message.get("text")
            if text is None:
                self.connection.refuse_frame("invalid_frame", "expected text, got a binary frame")
            elif len(text.encode()) > self._limits.frame_bytes:
                await self._close(1009)
                return
            else:
                await self.connection.receive(text)
            if self.connection.is_abusive:
                await self._flush()
                await self._close(4508)
                return

    async def _write(self) -> None:
        """Hand the queued frames to the socket whenever there are some."""
        while True:
            await self._to_write.wait()
            self._to_write.clear()
            if not await self._send(self._outbox.take()):
                return
            self._outbox.written()
            self._written.set()

    async def _send(self, frames: list[str]) -> bool:
        """Return whether the socket has accepted the frames; else it is of no more use."""
        try:
            for count, frame in enumerate(frames, 1):
                async with asyncio.timeout(self._limits.send_stall_s):
                    await self._websocket.send_text(frame)
                if count % SENDS_A_TURN == 0:
                    await asyncio.sleep(0)
        except TimeoutError:
            await self._close(4008)
        except (WebSocketDisconnect, RuntimeError):
            logger.debug("peer_gone")
        else:
            return True
        return False

    async def _await_room(self) -> None:
        """Read on only while answers have room: who does not read, or asks ahead, is not read."""
        while not (self._outbox.has_room and self.connection.has_room):
            self._written.clear()
            await self._written.wait()

    async def _flush(self) -> None:
        self._written.clear()
        if not self._outbox.is_idle or self._outbox.in_flight:
            await self._written.wait()

    async def _close(self, code: int) -> None:
        if self._websocket.application_state is not WebSocketState.CONNECTED:
            return
        with suppress(TimeoutError, RuntimeError, WebSocketDisconnect):
            async with asyncio.timeout(CLOSE_TIMEOUT_S):
                await self._websocket.close(code, CLOSE_CODES[code].reason)
