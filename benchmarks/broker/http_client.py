"""A kept HTTP connection that costs its process little: requests are bytes made beforehand."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any


class Connection:
    """One request after another; each waits for its answer."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, host: str, port: int) -> "Connection":
        return cls(*await asyncio.open_connection(host, port))

    async def send(self, request: bytes) -> bytes:
        """Return the body of the answer.

        Raises:
            SystemExit: it was no success; a race of refusals is none.
        """
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        body = await self._reader.readexactly(int(length))
        if b" 200 " not in head[:16]:
            raise SystemExit(f"expected 200, got {head[:30]!r} {body!r}")
        return body

    def close(self) -> None:
        self._writer.close()


def request(method: str, path: str, body: Mapping[str, Any]) -> bytes:
    """Return a request as it goes over the wire."""
    sent = json.dumps(body).encode()
    head = (
        f"{method} /api/v1/broker{path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
    )
    return head.encode() + sent
