"""The clients: one that behaves and watches, and those that only count their answers."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

ANSWERS_WITHIN_S = 20.0
UPDATES_WITHIN_S = 20.0
HANDSHAKE_WITHIN_S = 60.0
# How many updates show that a stream goes on.
SOME_UPDATES = 5
WATCHED = (
    ("quotes", {"symbol": "AAPL"}),
    ("bars", {"symbol": "AAPL", "resolution": "1"}),
)


def open_socket(url: str) -> connect:
    """Return a connection to be awaited or entered, without the extras that cost memory."""
    return connect(
        url, proxy=None, compression=None, ping_interval=None, max_queue=None,
        open_timeout=HANDSHAKE_WITHIN_S, close_timeout=1,
    )  # fmt: skip


class CountingPeer:
    """Counts what answers something; updates and statuses answer nothing."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.answers = 0
        self._changed = asyncio.Event()
        self._reading = asyncio.ensure_future(self._read())

    @property
    def close_code(self) -> int | None:
        """The code with which the server closed; None while it is open."""
        return self.socket.close_code

    async def answered(self, count: int) -> None:
        """Wait for `count` answers, the end of the connection, or too long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWERS_WITHIN_S):
                while self.answers < count and not self._reading.done():
                    self._changed.clear()
                    await self._changed.wait()

    async def leave(self, politely: bool) -> None:
        """Close, or die without a word."""
        if politely:
            await self.socket.close()
        else:
            self.socket.transport.abort()
        await self._reading

    async def _read(self) -> None:
        try:
            async for text in self.socket:
                if not json.loads(text)["type"].endswith((".update", ".status")):
                    self.answers += 1
                    self._changed.set()
        except ConnectionClosed:
            pass
        finally:
            self._changed.set()


class HealthyPeer:
    """A subscriber that behaves; it notes whatever disturbs its streams."""

    def __init__(self) -> None:
        self.updates = 0
        self.longest_silence_s = 0.0
        self.disturbances: list[str] = []
        self._at: dict[str, int] = {}
        self._heard_s = time.monotonic()
        self._heard = asyncio.Event()

    async def hears(self, more: int) -> None:
        """Wait for so many further updates; that they do not come disturbs it."""
        enough = self.updates + more
        try:
            async with asyncio.timeout(UPDATES_WITHIN_S):
                while self.updates < enough:
                    self._heard.clear()
                    await self._heard.wait()
        except TimeoutError:
            self.disturbances.append(f"no {more} updates within {UPDATES_WITHIN_S:g} s")

    def hear(self, frame: dict[str, Any]) -> None:
        kind, payload = frame["type"].rpartition(".")[2], frame["payload"]
        if kind == "response":
            self._at[payload["topic"]] = payload["seq"]
        elif kind == "status":
            self.disturbances.append(f"{payload['topic']} is {payload['state']}")
        elif kind == "update" and not payload.get("snapshot"):
            self._update(payload)

    def _update(self, payload: dict[str, Any]) -> None:
        topic, seq = payload["topic"], payload["seq"]
        before = self._at.get(topic)
        if before is None or seq != before + 1 + payload.get("skipped", 0):
            self.disturbances.append(f"{topic} went from {before} to {seq}")
        self._at[topic] = seq
        now_s = time.monotonic()
        self.longest_silence_s = max(self.longest_silence_s, now_s - self._heard_s)
        self._heard_s = now_s
        self.updates += 1
        self._heard.set()


@asynccontextmanager
async def healthy_peer(url: str) -> AsyncIterator[HealthyPeer]:
    """Hold a `HealthyPeer` on a connection of its own, whose streams flow before and after."""
    peer = HealthyPeer()
    async with open_socket(url) as socket:
        requests: Iterable[Any] = (
            {"type": f"{route}.subscribe", "payload": params} for route, params in WATCHED
        )
        await socket.send(json.dumps(list(requests)))
        listening = asyncio.ensure_future(_listen(socket, peer))
        try:
            await peer.hears(SOME_UPDATES)
            yield peer
            await peer.hears(SOME_UPDATES)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


async def _listen(socket: ClientConnection, peer: HealthyPeer) -> None:
    try:
        async for text in socket:
            peer.hear(json.loads(text))
    except ConnectionClosed as closed:
        peer.disturbances.append(f"its connection ended: {closed}")
