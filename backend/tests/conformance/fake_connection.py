"""One connection of the served protocol class over a transport that writes into memory."""

import asyncio
import logging
from typing import Any, cast

from uvicorn.config import Config
from uvicorn.server import ServerState

from trading_api.cli.http_server import server_config
from trading_api.shared.ws.limits import Limits

from .wire import ServerFrame, handshake, server_frames

# Turns of the loop in which everything that can happen has happened.
SETTLED = 12


class FakeTransport(asyncio.Transport):
    """Keeps what is written; reading and closing are noted, never done."""

    def __init__(self) -> None:
        super().__init__()
        self.written = bytearray()
        self.is_paused = False
        self.closed = False
        self.ended = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        over = self.closed or self.ended
        assert not over or not data, f"written after the end: {bytes(data[:40])!r}"
        self.written += data

    def close(self) -> None:
        self.closed = True

    abort = close

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.ended = True

    def is_closing(self) -> bool:
        return self.closed

    def pause_reading(self) -> None:
        self.is_paused = True

    def resume_reading(self) -> None:
        self.is_paused = False

    def get_write_buffer_size(self) -> int:
        return 0

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return {"sockname": ("127.0.0.1", 80), "peername": ("127.0.0.1", 9)}.get(name, default)

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        pass


class Echo:
    """An application that sends back what it gets, and keeps it."""

    def __init__(self, *, reads: bool = True) -> None:
        self.got: list[str | bytes] = []
        self._reads = asyncio.Event()
        if reads:
            self._reads.set()

    def read_on(self) -> None:
        self._reads.set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await self._reads.wait()
        while (message := await receive())["type"] == "websocket.receive":
            text = message.get("text")
            self.got.append(message["bytes"] if text is None else text)
            try:
                await send({**message, "type": "websocket.send"})
            except OSError:
                # So says ASGI 2.4 that the client is gone.
                return


class FakeConnection:
    """A client's end of a protocol object; enter it with the loop running."""

    def __init__(self, app: Any, config: Config | None = None) -> None:
        config = config or served_config(app)
        self.transport = FakeTransport()
        self._state = ServerState()
        protocol_class: Any = config.ws_protocol_class
        self._protocol = protocol_class(config=config, server_state=self._state, app_state={})
        self._protocol.connection_made(self.transport)
        self._shaken = 0

    async def shake_hands(self) -> None:
        """Open the WebSocket; what is written from then on are frames."""
        await self.feed(handshake())
        answer = bytes(self.transport.written)
        assert answer.startswith(b"HTTP/1.1 101 "), answer[:80]
        self._shaken = answer.index(b"\r\n\r\n") + 4

    async def feed(self, *parts: bytes) -> None:
        """Hand over bytes as a socket would: while they are wanted, in turns of the loop."""
        for part in parts:
            if self.transport.is_paused:
                await settle()
            if self.transport.closed:
                return
            self._protocol.data_received(part)
        await settle()

    @property
    def wants_more(self) -> bool:
        return not (self.transport.is_paused or self.transport.closed)

    def frames(self) -> list[ServerFrame]:
        return server_frames(bytes(self.transport.written[self._shaken :]))

    def forget_written(self) -> None:
        """Throw away what was written, so that it is not taken for what the server keeps."""
        self.transport.written.clear()

    async def hang_up(self) -> None:
        """Lose the connection; nothing of it may live on."""
        self.transport.closed = True
        self._protocol.connection_lost(None)
        await settle()
        left = [task for task in self._state.tasks if not task.done()]
        assert not left and not self._state.connections, (left, self._state.connections)

    def pause_writing(self) -> None:
        self._protocol.pause_writing()

    def resume_writing(self) -> None:
        self._protocol.resume_writing()


async def settle() -> None:
    for _ in range(SETTLED):
        await asyncio.sleep(0)


def served_config(app: Any, limits: Limits | None = None) -> Config:
    """Return the configuration that the product serves with, loaded for `app`."""
    logging.getLogger("uvicorn.error").disabled = False
    config = server_config(cast(Any, app), limits or Limits())
    config.load()
    return config
