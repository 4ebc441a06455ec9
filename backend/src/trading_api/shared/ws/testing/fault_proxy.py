"""A TCP proxy that does to connections what networks do: delay, throttle, stall, cut, go silent.

`async with FaultProxy(("127.0.0.1", 8000)) as proxy`, then its methods. It knows no protocol and no
framework. Other languages steer it by `fault_proxy_control`.
"""

import asyncio
import random
import socket
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

CHUNK = 64 * 1024
SIDES = ("server", "client", "both")
RESET_ON_CLOSE = struct.pack("ii", 1, 0)
"""SO_LINGER: on, without any patience."""


@dataclass(frozen=True)
class Conditions:
    """What every chunk meets, in either direction; the order of the bytes stays."""

    delay_s: float = 0.0
    jitter_s: float = 0.0
    """At most so much is added to the delay, drawn anew for each chunk."""
    bytes_per_s: float = 0.0
    """0: as fast as it goes."""


class FaultProxy:
    """Passes bytes on to `target`, which may change; faults meet the connections of the moment."""

    def __init__(self, target: tuple[str, int], *, seed: int = 0) -> None:
        self.target = target
        self.conditions = Conditions()
        self.refusing = False
        """While set, who connects is reset at once."""
        self.accepted = 0
        self.refused = 0
        self.port = 0
        self._chance = random.Random(seed)
        self._links: dict[_Link, None] = {}
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "FaultProxy":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def connections(self) -> int:
        """How many connections are open on one side at least, silent ones included."""
        return len(self._links)

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; `port` then says where (0: a free one)."""
        self._server = await asyncio.start_server(self._accepted, "127.0.0.1", port, limit=CHUNK)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Listen no more, and reset what is open."""
        if self._server is not None:
            self._server.close()
        for link in self._links:
            link.reset()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # Faults; each returns how many connections it met.

    def reset(self) -> int:
        """Send both sides a TCP reset: what is on its way is lost."""
        return self._each(_Link.reset)

    def close(self) -> int:
        """End both sides in good order (FIN), after what was written to them."""
        return self._each(_Link.close)

    def stall(self) -> int:
        """Pass nothing on, and read nothing, until `resume`: the sockets' buffers fill."""
        return self._each(_Link.stall)

    def resume(self) -> int:
        """Go on after `stall`."""
        return self._each(_Link.resume)

    def half_open(self, dead: str = "both") -> int:
        """Let one side vanish (`server` or `client`) while the other is told nothing, ever.

        The side that is left meets silence and buffers that fill; only it can end its connection.
        With `both` neither side is told.
        """
        if dead not in SIDES:
            raise ValueError(f"expected one of {', '.join(SIDES)}, got {dead!r}")
        return self._each(lambda link: link.half_open(dead))

    def _each(self, fault: Callable[["_Link"], None]) -> int:
        """Let it happen to every connection that is not silent; return how many."""
        links = [link for link in self._links if not link.is_silent]
        for link in links:
            fault(link)
        return len(links)

    # Connections.

    async def _accepted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            if self.refusing:
                self.refused += 1
                _reset(writer)
            else:
                self.accepted += 1
                await self._connect(reader, writer)
        except asyncio.CancelledError:
            # By `stop`; a server's callback that ends so is reported as a fault.
            _reset(writer)
        finally:
            self._tasks.discard(task)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            ahead, onward = await asyncio.open_connection(*self.target, limit=CHUNK)
        except OSError:
            # As a server that is down answers: nobody listens.
            _reset(writer)
            return
        link = _Link(writer, onward)
        self._links[link] = None
        try:
            await asyncio.gather(self._pump(link, reader, onward), self._pump(link, ahead, writer))
        finally:
            del self._links[link]
            link.close()

    async def _pump(
        self, link: "_Link", reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Pass one direction on until it ends."""
        try:
            while chunk := await reader.read(CHUNK):
                await self._travel(len(chunk))
                await link.flowing.wait()
                writer.write(chunk)
                await writer.drain()
                await link.flowing.wait()
            await link.flowing.wait()
            if writer.can_write_eof():
                writer.write_eof()
        except OSError:
            # One side is gone without a word: so is the other.
            await link.flowing.wait()
            link.reset()

    async def _travel(self, size: int) -> None:
        at = self.conditions
        seconds = at.delay_s + self._chance.uniform(0, at.jitter_s)
        if at.bytes_per_s:
            seconds += size / at.bytes_per_s
        if seconds:
            await asyncio.sleep(seconds)


class _Link:
    """The two sockets of one connection."""

    def __init__(self, client: asyncio.StreamWriter, server: asyncio.StreamWriter) -> None:
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.is_silent = False
        """Half open: nothing will ever pass again."""
        self._client = client
        self._server = server

    def reset(self) -> None:
        for writer in (self._client, self._server):
            _reset(writer)
        self.flowing.set()

    def close(self) -> None:
        for writer in (self._client, self._server):
            writer.close()
        self.flowing.set()

    def stall(self) -> None:
        self.flowing.clear()
        for writer in (self._client, self._server):
            _reading(writer, False)

    def resume(self) -> None:
        for writer in (self._client, self._server):
            _reading(writer, True)
        self.flowing.set()

    def half_open(self, dead: str) -> None:
        self.is_silent = True
        self.stall()
        if dead != "both":
            _reset(self._server if dead == "server" else self._client)


def _reading(writer: asyncio.StreamWriter, wanted: bool) -> None:
    transport = cast(asyncio.Transport, writer.transport)
    if transport.is_closing():
        return
    if wanted and not transport.is_reading():
        transport.resume_reading()
    elif not wanted and transport.is_reading():
        transport.pause_reading()


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with a reset instead of an end: the other side's unread bytes are lost."""
    raw = writer.get_extra_info("socket")
    if raw is not None and raw.fileno() >= 0:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    writer.transport.abort()
