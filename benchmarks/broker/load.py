"""What is asked of the servers: orders as fast as they are answered, and orders at a pace."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from .http_client import Connection, request

Address = tuple[str, int]
ORDER = {"symbol": "ACME", "type": 2, "qty": 1}
RESTING = {"symbol": "ACME", "type": 1, "qty": 1, "side": 1, "limitPrice": 100}
MIXES: dict[str, Sequence[Mapping[str, Any]]] = {
    # To buy and to sell in turns, so that no position grows.
    "market": [{**ORDER, "side": side} for side in (1, -1)],
    "limit": [RESTING],
}
"""Market orders fill at once: two steps; limit orders are accepted and wait: one."""


async def open_rich(address: Address, account_id: str) -> None:
    """Open an account that neither money nor its limits keep from ordering."""
    line = await Connection.open(*address)
    account = {"id": account_id, "name": account_id, "initialBalance": 900_000_000}
    limits = {"ordersPerSecond": 100_000, "maxOpenOrders": 100_000}
    await line.send(request("POST", "/accounts", account))
    await line.send(request("PUT", f"/risk?accountId={account_id}", limits))
    line.close()


async def flood(
    address: Address, connections: int, seconds: float, orders: Sequence[bytes]
) -> tuple[int, float]:
    """Return how many orders were answered in how many seconds; each connection waits."""
    lines = [await Connection.open(*address) for _ in range(connections)]
    begun = time.perf_counter()
    counts = await asyncio.gather(*(_order_on(line, begun + seconds, orders) for line in lines))
    took = time.perf_counter() - begun
    for line in lines:
        line.close()
    return sum(counts), took


def orders_of(mix: str, account_id: str) -> Sequence[bytes]:
    """Return the requests of a mix, to be sent in turns."""
    path = f"/orders?accountId={account_id}"
    return [request("POST", path, each) for each in MIXES[mix]]


async def _order_on(line: Connection, until: float, orders: Sequence[bytes]) -> int:
    every = cycle(orders)
    count = 0
    while time.perf_counter() < until:
        await line.send(next(every))
        count += 1
    return count


class Client:
    """One trader with an account of his own: a connection to order, a socket to hear of it."""

    def __init__(self, account_id: str, line: Connection, socket: ClientConnection) -> None:
        self.acknowledged: list[float] = []
        self.heard: list[float] = []
        self._account_id = account_id
        self._line = line
        self._socket = socket

    @classmethod
    async def open(cls, host: str, port: int, account_id: str) -> "Client":
        line = await Connection.open(host, port)
        account = {"id": account_id, "name": account_id}
        await line.send(request("POST", "/accounts", account))
        socket = await connect(f"ws://{host}:{port}/api/v1/ws", proxy=None)
        frame = {"type": "orders.subscribe", "payload": {"accountId": account_id}}
        await socket.send(json.dumps(frame))
        await socket.recv()
        return cls(account_id, line, socket)

    async def trade(self, count: int, every_s: float, first_s: float) -> None:
        """Place an order at its time, and note when it was answered and when it was told."""
        await asyncio.sleep(first_s)
        due = time.perf_counter()
        for number in range(count):
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            due += every_s
            await self._order(f"{number}", number)

    async def _order(self, name: str, number: int) -> None:
        body = {**ORDER, "side": 1 if number % 2 else -1, "clientOrderId": name}
        sent = request("POST", f"/orders?accountId={self._account_id}", body)
        begun = time.perf_counter()
        answered = asyncio.create_task(self._answered(sent, begun))
        # The first frame of an order says that it was accepted; its fill follows in the second.
        first = await self._next_of(name)
        self.heard.append((first - begun) * 1000)
        await self._next_of(name)
        await answered

    async def _answered(self, sent: bytes, begun: float) -> None:
        await self._line.send(sent)
        self.acknowledged.append((time.perf_counter() - begun) * 1000)

    async def _next_of(self, name: str) -> float:
        while True:
            frame: dict[str, Any] = json.loads(await self._socket.recv())
            if frame["payload"]["payload"]["clientOrderId"] == name:
                return time.perf_counter()

    async def close(self) -> None:
        self._line.close()
        await self._socket.close()


async def paced(
    host: str, port: int, clients: int, rate: float, seconds: float
) -> tuple[list[float], list[float]]:
    """Return, in ms and ascending, how long answers and events took at `rate` orders a second."""
    traders = [await Client.open(host, port, f"c{clients}-{n}") for n in range(clients)]
    every_s = clients / rate
    count = max(1, round(seconds / every_s))
    await asyncio.gather(
        *(one.trade(count, every_s, every_s * n / clients) for n, one in enumerate(traders))
    )
    for one in traders:
        await one.close()
    answers = sorted(wait for one in traders for wait in one.acknowledged)
    return answers, sorted(wait for one in traders for wait in one.heard)
