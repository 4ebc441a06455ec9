"""How a server takes its leave (rule C3): a real process, and the order of its parts."""

import asyncio
import json
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from trading_api.cli.http_server import ListeningServer, server_config
from trading_api.shared.ws.limits import Limits

QUOTES = {"type": "quotes.subscribe", "payload": {"symbol": "AAPL"}, "id": 1}


def last_words(client: ClientConnection) -> tuple[list[dict[str, Any]], int | None]:
    """Return all that comes until the end, and the code of the close."""
    frames: list[dict[str, Any]] = []
    try:
        while True:
            frames.append(json.loads(client.recv(timeout=15)))
    except ConnectionClosed as closed:
        return frames, None if closed.rcvd is None else closed.rcvd.code


@pytest.mark.parametrize("flags", [(), ("--reuse-port",)])
def test_C3_everybody_is_told_and_closed_with_4000(serve, flags) -> None:
    server = serve(*flags)
    with (
        connect(server.ws_url, proxy=None) as one,
        connect(server.ws_url, proxy=None) as silent,
    ):
        one.send(json.dumps(QUOTES))
        one.recv(timeout=10)

        server.process.send_signal(signal.SIGTERM)
        (frames, code), told = last_words(one), last_words(silent)

    draining = {"type": "server.draining", "payload": {"grace_ms": 10_000}}
    assert (frames[-1], code, told) == (draining, 4000, ([draining], 4000))
    assert server.process.wait(5) == 0
    assert server.process.stderr.read() == ""


class Leaving:
    """A life that takes as long to leave as the test wants."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.asked = asyncio.Event()
        self.may_end = asyncio.Event()

    async def leave(self, grace_s: float) -> None:
        self.said.append("leaves")
        self.asked.set()
        await self.may_end.wait()
        self.said.append("left")

    def hang_up(self) -> None:
        self.said.append("hangs up")


class Hasty(ListeningServer):
    """Takes signals from the test alone; any second one insists."""

    same_wish_s = -1.0

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def nothing(scope: Any, receive: Any, send: Any) -> None:
    """Be an app that only starts and ends."""
    while scope["type"] == "lifespan":
        asked = (await receive())["type"]
        await send({"type": f"{asked}.complete"})
        if asked == "lifespan.shutdown":
            return


class Serving:
    """A server in this loop that is asked to end."""

    def __init__(self, grace_s: float) -> None:
        self.life = Leaving()
        self.listening = asyncio.Event()
        self.server = Hasty(server_config(nothing, Limits()), self.listening.set, self.life)
        self.server.grace_s = grace_s
        self.task: asyncio.Task[None]

    async def begin_to_end(self) -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        self.task = asyncio.create_task(self.server.serve(sockets=[listener]))
        await self.listening.wait()
        self.server.handle_exit(signal.SIGTERM, None)
        await self.life.asked.wait()


async def test_C3_streams_are_closed_when_all_is_said() -> None:
    serving = Serving(grace_s=10)
    await serving.begin_to_end()
    serving.life.may_end.set()

    await serving.task

    assert serving.life.said == ["leaves", "left", "hangs up"]


async def test_C3_the_end_of_the_grace_ends_the_wait() -> None:
    serving = Serving(grace_s=0.01)
    await serving.begin_to_end()

    await serving.task

    assert serving.life.said == ["leaves", "hangs up"]


async def test_C3_a_second_signal_skips_to_closing() -> None:
    serving = Serving(grace_s=60)
    await serving.begin_to_end()

    serving.server.handle_exit(signal.SIGTERM, None)
    await asyncio.wait_for(serving.task, 10)

    assert serving.life.said == ["leaves", "hangs up"]
