"""The fault proxy between an echo server and plain sockets."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from trading_api.shared.ws.testing import Conditions, FaultProxy
from trading_api.shared.ws.testing.fault_proxy_control import obey

SOON_S = 5.0
BRIEF_S = 0.05


class Wire:
    """An echo server behind a proxy, and one client of it."""

    def __init__(self, proxy: FaultProxy) -> None:
        self.proxy = proxy
        self.served: list[asyncio.StreamWriter] = []
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter

    async def connect(self) -> None:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.proxy.port)

    async def echo(self, text: bytes = b"x") -> bytes:
        self.writer.write(text)
        return await asyncio.wait_for(self.reader.readexactly(len(text)), SOON_S)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.served.append(writer)
        try:
            while chunk := await reader.read(1000):
                writer.write(chunk)
        except OSError:
            pass
        finally:
            writer.transport.abort()


@asynccontextmanager
async def wired() -> AsyncIterator[Wire]:
    proxy = FaultProxy(("127.0.0.1", 0), seed=1)
    wire = Wire(proxy)
    server = await asyncio.start_server(wire.serve, "127.0.0.1", 0)
    proxy.target = server.sockets[0].getsockname()
    async with server, proxy:
        await wire.connect()
        assert await wire.echo() == b"x"
        try:
            yield wire
        finally:
            wire.writer.transport.abort()


async def test_bytes_pass_in_both_directions_and_an_end_ends_both() -> None:
    async with wired() as wire:
        assert await wire.echo(b"many bytes" * 9_000) == b"many bytes" * 9_000

        wire.writer.write_eof()

        assert await asyncio.wait_for(wire.reader.read(), SOON_S) == b""
        assert wire.proxy.accepted == 1


async def test_a_reset_is_heard_as_a_reset() -> None:
    async with wired() as wire:
        assert wire.proxy.reset() == 1

        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(wire.reader.read(), SOON_S)


async def test_a_close_is_heard_as_an_end() -> None:
    async with wired() as wire:
        assert wire.proxy.close() == 1

        assert await asyncio.wait_for(wire.reader.read(), SOON_S) == b""


async def test_what_stalls_comes_when_it_goes_on() -> None:
    async with wired() as wire:
        wire.proxy.stall()
        wire.writer.write(b"late")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(wire.reader.read(4), BRIEF_S)

        wire.proxy.resume()

        assert await asyncio.wait_for(wire.reader.readexactly(4), SOON_S) == b"late"


@pytest.mark.parametrize("dead", ["server", "both"])
async def test_a_client_is_told_nothing_of_a_half_open_connection(dead: str) -> None:
    async with wired() as wire:
        wire.proxy.half_open(dead)
        wire.writer.write(b"anybody?")

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(wire.reader.read(), BRIEF_S)
        assert (wire.proxy.reset(), wire.proxy.connections) == (0, 1)


async def test_a_server_is_told_nothing_when_its_client_vanishes() -> None:
    async with wired() as wire:
        wire.proxy.half_open("client")

        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(wire.reader.read(), SOON_S)
        assert not wire.served[0].is_closing()


async def test_who_is_refused_is_reset_and_others_stay() -> None:
    async with wired() as wire:
        wire.proxy.refusing = True
        reader, writer = await asyncio.open_connection("127.0.0.1", wire.proxy.port)

        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(reader.read(), SOON_S)
        assert await wire.echo() == b"x" and wire.proxy.refused == 1
        writer.transport.abort()


async def test_a_target_that_is_down_resets_who_connects() -> None:
    async with wired() as wire:
        # Port 1 is nobody's.
        wire.proxy.target = ("127.0.0.1", 1)
        reader, writer = await asyncio.open_connection("127.0.0.1", wire.proxy.port)

        with pytest.raises(ConnectionResetError):
            await asyncio.wait_for(reader.read(), SOON_S)
        writer.transport.abort()


async def test_conditions_slow_what_passes() -> None:
    async with wired() as wire:
        loop = asyncio.get_running_loop()
        wire.proxy.conditions = Conditions(delay_s=0.02, jitter_s=0.01, bytes_per_s=10_000)
        began = loop.time()

        assert await wire.echo(b"y" * 100) == b"y" * 100

        # Twice the delay, and twice a hundred bytes at that rate.
        assert loop.time() - began >= 0.06


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ('["reset"]', {"connections": 0}),
        ('["refuse", true]', {"connections": 0}),
        ('["conditions", 0.1, 0, 100]', {"connections": 0}),
        ('["explode"]', "expected one of reset"),
        ("[]", "not enough values"),
        ('["half_open", "moon"]', "expected one of server"),
        ("{", "Expecting property name"),
    ],
)
def test_the_control_line_obeys_or_says_why_not(line: str, answer: object) -> None:
    said = obey(FaultProxy(("127.0.0.1", 1)), line)

    assert said == answer or str(answer) in str(said.get("error"))


async def test_another_process_steers_it_by_lines() -> None:
    module = "trading_api.shared.ws.testing.fault_proxy_control"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, "127.0.0.1", "1",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None and process.stdout is not None
    assert json.loads(await process.stdout.readline())["port"] > 0

    process.stdin.write(b'["stall"]\n')

    assert json.loads(await process.stdout.readline()) == {"connections": 0}
    process.stdin.close()
    assert await process.wait() == 0
