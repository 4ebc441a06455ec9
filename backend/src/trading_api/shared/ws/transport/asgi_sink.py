"""The way out under any other ASGI server: a task a connection that awaits each `send`."""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from trading_api.shared.errors import CLOSE_CODES
from trading_api.shared.ws.rfc6455 import payloads_of

from .frame_sink import Listener

logger = logging.getLogger(__name__)

# A peer that does not take our close frame within this time is left without it.
CLOSE_TIMEOUT_S = 1.0
# A socket that accepts at once never waits: after so many frames others have their turn.
SENDS_A_TURN = 50


class AsgiSink:
    """A `FrameSink` that says it is blocked from each write until the server has taken it."""

    def __init__(self, websocket: WebSocket, send_stall_s: float) -> None:
        self._websocket = websocket
        self._send_stall_s = send_stall_s
        self._batch = b""
        self._to_write = asyncio.Event()
        self._closing: tuple[int, str] | None = None
        self._is_aborted = False

    def attach(self, listener: Listener) -> None:
        self._listener = listener

    def write(self, data: bytes) -> None:
        self._batch = data
        self._to_write.set()
        self._listener.pause()

    def close(self, code: int, reason: str) -> None:
        self._closing = (code, reason)
        self._to_write.set()

    def abort(self) -> None:
        self._is_aborted = True
        self._to_write.set()

    async def run_beside(self, reading: Coroutine[Any, Any, None]) -> None:
        """Write until `reading` ends or the socket is of no more use, then end both."""
        loop = asyncio.get_running_loop()
        reader, writer = loop.create_task(reading), loop.create_task(self._write())
        tasks = [reader, writer]
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if self._closing is not None:
                await asyncio.wait([writer], timeout=CLOSE_TIMEOUT_S)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        for task in ended:
            task.result()

    async def _write(self) -> None:
        while not self._is_aborted:
            await self._to_write.wait()
            self._to_write.clear()
            if self._batch:
                if not await self._send(self._batch):
                    return
                self._batch = b""
                self._listener.resume()
            if self._closing is not None:
                await self._close(*self._closing)
                return

    async def _send(self, batch: bytes) -> bool:
        """Return whether the socket has accepted the frames; else it is of no more use."""
        try:
            for count, payload in enumerate(payloads_of(batch), 1):
                async with asyncio.timeout(self._send_stall_s):
                    await self._websocket.send_text(payload.decode())
                if count % SENDS_A_TURN == 0:
                    await asyncio.sleep(0)
        except TimeoutError:
            await self._close(4008, CLOSE_CODES[4008].reason)
        except (WebSocketDisconnect, RuntimeError):
            logger.debug("peer_gone")
        else:
            return True
        return False

    async def _close(self, code: int, reason: str) -> None:
        if self._websocket.application_state is not WebSocketState.CONNECTED:
            return
        with suppress(TimeoutError, RuntimeError, WebSocketDisconnect):
            async with asyncio.timeout(CLOSE_TIMEOUT_S):
                await self._websocket.close(code, reason)
