"""A client that checks the number and the value of each update, and reads only when it may."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

TRICKLE_S = 0.05


class SlowReader:
    """Subscribes `symbols`; `faults` are updates that did not follow, or said something else."""

    def __init__(self, client: ClientConnection) -> None:
        self.faults: list[str] = []
        self.skipped = 0
        self.at: dict[str, int] = {}
        self._client = client
        self._may_read = asyncio.Event()
        self._pause_s = 0.0

    @classmethod
    @asynccontextmanager
    async def of(
        cls, port: str, symbols: list[str], buffer_bytes: int
    ) -> "AsyncIterator[SlowReader]":
        """Connect with a small receive buffer; every topic is answered before this returns."""
        own = socket.socket()
        own.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer_bytes)
        own.connect(("127.0.0.1", int(port)))
        own.setblocking(False)
        url = f"ws://127.0.0.1:{port}/api/v1/ws"
        async with connect(url, sock=own, compression=None, max_queue=1) as client:
            reader = cls(client)
            requests = [{"type": "ticks.subscribe", "payload": {"symbol": one}} for one in symbols]
            await client.send(json.dumps(requests))
            while len(reader.at) < len(symbols):
                reader._hear(json.loads(await client.recv()))
            yield reader

    def hold(self) -> None:
        self._may_read.clear()

    def trickle(self) -> None:
        self._pause_s = TRICKLE_S
        self._may_read.set()

    def read_on(self) -> None:
        self._pause_s = 0.0
        self._may_read.set()

    async def read_until(self, ends: dict[str, int]) -> None:
        """Read, as fast as allowed, until each topic is where `ends` says; `ends` may be filled."""
        while not ends or any(self.at[symbol] < ends[symbol] for symbol in self.at):
            await self._may_read.wait()
            await asyncio.sleep(self._pause_s)
            try:
                async with asyncio.timeout(0.1):
                    text = await self._client.recv()
            except TimeoutError:
                continue
            self._hear(json.loads(text))

    def _hear(self, frame: dict[str, Any]) -> None:
        payload = frame["payload"]
        symbol = json.loads(payload["topic"].partition(":")[2])["symbol"]
        if frame["type"].endswith(".response"):
            self.at[symbol] = payload["seq"]
            return
        seq, skipped = payload["seq"], payload.get("skipped", 0)
        expected = self.at[symbol] + (0 if payload.get("snapshot") else skipped + 1)
        if (seq, payload["payload"]["value"]) != (expected, seq):
            self.faults.append(f"{symbol}: expected {expected}, got {payload}")
        self.at[symbol] = seq
        self.skipped += skipped
