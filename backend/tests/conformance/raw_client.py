"""A client that says any bytes on a real socket and reads what comes, to its end."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

ANSWER_WITHIN_S = 10.0


class RawClient:
    """One connection to `address` (`host:port`)."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    @asynccontextmanager
    async def of(cls, address: str) -> AsyncIterator["RawClient"]:
        """Connect; in the end the connection is cut, if it still stands."""
        host, _, port = address.rpartition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        try:
            yield cls(reader, writer)
        finally:
            writer.transport.abort()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def say(self, parts: Iterable[bytes]) -> None:
        """Send each part in a packet of its own; a peer that is gone hears nothing."""
        try:
            for part in parts:
                self._writer.write(part)
                await self._writer.drain()
                await asyncio.sleep(0)
        except ConnectionError:
            return

    async def hear(self, until: bytes) -> bytes:
        """Return what came up to and with `until`, or all there was when the peer ended."""
        async with asyncio.timeout(ANSWER_WITHIN_S):
            try:
                return await self._reader.readuntil(until)
            except asyncio.IncompleteReadError as ended:
                return ended.partial
            except ConnectionError:
                return b""

    async def hear_all(self) -> bytes:
        """Return everything up to the end, which must come."""
        async with asyncio.timeout(ANSWER_WITHIN_S):
            try:
                return await self._reader.read()
            except ConnectionError:
                return b""

    async def converse(self, parts: Iterable[bytes]) -> bytes:
        """Say all and end, listening meanwhile; return everything up to the peer's end."""

        async def say() -> None:
            await self.say(parts)
            self.end()

        _, heard = await asyncio.gather(say(), self.hear_all())
        return heard

    def end(self) -> None:
        """Say that nothing more comes."""
        try:
            self._writer.write_eof()
        except OSError:
            return
