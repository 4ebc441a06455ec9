"""Churn: clients that come, subscribe twice, leave what they do not hold, race and die.

Whatever they do, the others notice nothing and the server is empty when they are gone.
"""

import asyncio
import json
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from .peers import HealthyPeer, healthy_peer, open_socket
from .process import Holdings, ServerProcess

LONGEST_PAUSE_S = 0.2
TOPICS: tuple[tuple[str, dict[str, str]], ...] = (
    ("quotes", {"symbol": "AAPL"}),
    ("quotes", {"symbol": "MSFT"}),
    ("quotes", {"symbol": "NO-SUCH"}),
    ("bars", {"symbol": "AAPL", "resolution": "1"}),
    ("bars", {"symbol": "AAPL", "resolution": "1D"}),
    ("bars", {"symbol": "MSFT", "resolution": "D"}),
    ("orders", {"accountId": "demo"}),
    ("positions", {"accountId": "other"}),
)


@dataclass(frozen=True)
class Churn:
    """What a run came to."""

    lives: int
    requests: int
    refused: int
    healthy: HealthyPeer
    before: Holdings
    after: Holdings
    troubles: int

    def faults(self) -> Iterator[str]:
        """Yield what the rules do not allow."""
        if self.refused:
            yield f"{self.refused} connections were refused or cut by the server"
        if self.healthy.disturbances:
            yield f"healthy: {self.healthy.updates} updates, {self.healthy.disturbances[:3]}"
        if self.after.live != self.before.live:
            yield f"left behind: {self.before.live} became {self.after.live}"
        if self.troubles:
            yield f"the server logged {self.troubles} faults"

    def figures(self) -> str:
        return (
            f"{self.lives} connections, {self.requests} requests, {self.refused} refused; "
            f"healthy: {self.healthy.updates} updates, longest silence "
            f"{self.healthy.longest_silence_s:.2f} s; left: {self.after.live}, "
            f"RSS {self.before.rss_bytes / 2**20:.1f} -> {self.after.rss_bytes / 2**20:.1f} MiB"
        )


class Client:
    """One client that lives again and again until its time is over."""

    def __init__(self, url: str, seed: int) -> None:
        self.lives = self.requests = self.refused = 0
        self._url = url
        self._chance = random.Random(seed)

    async def run(self, until_s: float) -> None:
        await asyncio.sleep(self._chance.random())
        while time.monotonic() < until_s:
            try:
                socket = await open_socket(self._url)
            except (OSError, TimeoutError, ConnectionClosed):
                self.refused += 1
                return
            self.lives += 1
            await self._live(socket)

    async def _live(self, socket: ClientConnection) -> None:
        reading = asyncio.ensure_future(_read_all(socket))
        for _ in range(self._chance.randrange(6)):
            if reading.done():
                self.refused += 1
                break
            await socket.send(json.dumps(self._requests()))
            await asyncio.sleep(self._chance.random() * LONGEST_PAUSE_S)
        if self._chance.random() < 0.5:
            socket.transport.abort()
        else:
            await socket.close()
        await reading

    def _requests(self) -> list[dict[str, Any]]:
        """Some requests at once: doubled, for what is not held, or against each other."""
        route, params = self._chance.choice(TOPICS)
        verbs = self._chance.choice(
            (
                ("subscribe",),
                ("subscribe", "subscribe"),
                ("unsubscribe",),
                ("subscribe", "unsubscribe"),
                ("unsubscribe", "subscribe"),
                ("subscribe", "unsubscribe", "subscribe", "unsubscribe"),
            )
        )
        self.requests += len(verbs)
        return [{"type": f"{route}.{verb}", "payload": params} for verb in verbs]


async def churn(server: ServerProcess, *, clients: int, seconds: float, seed: int) -> Churn:
    """Let `clients` clients live for `seconds`."""
    before = await server.holdings()
    async with healthy_peer(server.ws_url) as healthy:
        until_s = time.monotonic() + seconds
        crowd = [Client(server.ws_url, seed + number) for number in range(clients)]
        await asyncio.gather(*(client.run(until_s) for client in crowd))
    return Churn(
        lives=sum(client.lives for client in crowd),
        requests=sum(client.requests for client in crowd),
        refused=sum(client.refused for client in crowd),
        healthy=healthy,
        before=before,
        after=await server.at_rest(before.live),
        troubles=server.troubles(),
    )


async def _read_all(socket: ClientConnection) -> None:
    with suppress(ConnectionClosed):
        async for _ in socket:
            pass
