import asyncio
from typing import Any

import uvicorn
from uvicorn.server import ServerState

from trading_api.cli.served_socket import ServedSocket, served_socket

HANDSHAKE = (
    b"GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
PING, PONG = 0x89, 0x8A


class StandingTransport(asyncio.Transport):
    """A transport whose peer takes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.closing = False
        self.aborted = asyncio.Event()

    def write(self, data: Any) -> None:
        self.written.append(bytes(data))

    def get_write_buffer_size(self) -> int:
        return sum(map(len, self.written))

    def is_closing(self) -> bool:
        return self.closing

    def close(self) -> None:
        self.closing = True

    def abort(self) -> None:
        self.aborted.set()


async def opened(**limits: float) -> tuple[ServedSocket, StandingTransport]:
    """Return a socket after its handshake, whose output is blocked from now on."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})
        accepted.set()
        await asyncio.Event().wait()

    accepted = asyncio.Event()
    config = uvicorn.Config(app, log_config=None)
    config.load()
    protocol = served_socket(**{"send_stall_s": 60.0} | limits)(config, ServerState(), {})
    transport = StandingTransport()
    protocol.connection_made(transport)
    protocol.data_received(HANDSHAKE)
    await accepted.wait()
    transport.written.clear()
    protocol.pause_writing()
    return protocol, transport


async def test_U4_of_pings_that_cannot_be_answered_only_the_newest_is() -> None:
    protocol, transport = await opened()
    for number in range(10, 20):
        protocol.data_received(bytes([PING, 0x82, 0, 0, 0, 0]) + b"%d" % number)
    unanswered = list(transport.written)

    protocol.resume_writing()

    assert unanswered == []
    assert b"".join(transport.written) == bytes([PONG, 2]) + b"19"


async def test_C1_no_pong_is_due_while_output_is_blocked() -> None:
    protocol, transport = await opened()

    protocol.keepalive_timeout()

    assert not transport.closing


async def test_C1_output_that_is_blocked_too_long_excuses_nothing() -> None:
    protocol, transport = await opened(send_stall_s=0.0, abort_after_s=0.0)

    protocol.keepalive_timeout()
    await transport.aborted.wait()

    assert transport.closing


async def test_U1_who_never_takes_what_is_queued_is_let_go() -> None:
    protocol, transport = await opened(abort_after_s=0.0)
    transport.write(b"never taken")

    for task in list(protocol.tasks):
        task.cancel()

    await transport.aborted.wait()
