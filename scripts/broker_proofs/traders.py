"""Clients that trade over HTTP and repeat each request, by its key, until it is answered."""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2

from .killed_server import KilledServer

BASE = "/api/v1/broker"
ACCOUNT = "proof"
SYMBOLS = ("AAPL", "MSFT")
LIMIT, MARKET = 1, 2
REQUEST_LIMIT_S = 20.0
RETRY_AFTER_S = 0.02
ANSWER_LIMIT_S = 90.0
TEMPORARY = 503


@dataclass
class Told:
    """What the clients were told, each by the key of its request."""

    placed: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Order id and step."""
    canceled: dict[str, int] = field(default_factory=dict)
    """The step, by the order's id."""
    refused: dict[str, str] = field(default_factory=dict)
    repeats: int = 0
    """Requests that had to be sent again."""
    changed: list[str] = field(default_factory=list)
    """Answers that were another when asked again."""


class Client:
    """One connection pool to whichever life the server is in."""

    def __init__(self, server: KilledServer) -> None:
        self.waiting = False
        self.repeats = 0
        self._server = server
        self._http = httpx2.AsyncClient(timeout=REQUEST_LIMIT_S, trust_env=False)

    async def ask(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, key: str = ""
    ) -> httpx2.Response:
        """Return the answer, however many lives of the server it takes.

        Raises:
            TimeoutError: no life gave one.
        """
        headers = {"Idempotency-Key": key} if key else {}
        options: dict[str, Any] = {"headers": headers, "params": {"accountId": ACCOUNT}}
        if method == "POST":
            options["json"] = body or {}
        elif method == "DELETE":
            headers["Content-Type"] = "application/json"
        async with asyncio.timeout(ANSWER_LIMIT_S):
            while (reply := await self._try(method, path, options)) is None:
                self.repeats += 1
                await asyncio.sleep(RETRY_AFTER_S)
        return reply

    async def _try(self, method: str, path: str, options: dict[str, Any]) -> httpx2.Response | None:
        """Ask once; None when nobody answered, or not yet."""
        await self._server.up.wait()
        self.waiting = True
        try:
            reply = await self._http.request(method, f"{self._server.url}{BASE}{path}", **options)
        except httpx2.TransportError:
            # Whether it was done nobody knows: the key makes asking again harmless.
            return None
        finally:
            self.waiting = False
        return None if reply.status_code == TEMPORARY else reply

    async def close(self) -> None:
        await self._http.aclose()


class Trader:
    """Places orders of several kinds and cancels some, until it is told to leave."""

    def __init__(self, client: Client, name: str, told: Told, prices: Mapping[str, float]) -> None:
        self.client = client
        self._name = name
        self._told = told
        self._prices = prices
        self._chance = random.Random(name)
        self._number = 0

    async def run(self, leaving: asyncio.Event) -> None:
        while not leaving.is_set():
            body = self._order()
            key = str(body["clientOrderId"])
            await self._place(body, key)
            if "duration" in body and key in self._told.placed and self._chance.random() < 0.7:
                await self._cancel(self._told.placed[key][0])
            if self._chance.random() < 0.1:
                await self._ask_again(body, key)

    def _order(self) -> dict[str, Any]:
        """Return a market order, one with protection, or one that waits far from the market."""
        self._number += 1
        symbol, draw = self._chance.choice(SYMBOLS), self._chance.random()
        price = self._prices[symbol]
        order: dict[str, Any] = {
            "symbol": symbol, "type": MARKET, "side": self._chance.choice((1, -1)),
            "qty": self._chance.randint(1, 9), "clientOrderId": f"{self._name}-{self._number}",
        }  # fmt: skip
        if draw < 0.1:
            low, high = round(price * 0.6, 2), round(price * 1.4, 2)
            profit, loss = (high, low) if order["side"] == 1 else (low, high)
            return {**order, "takeProfit": profit, "stopLoss": loss}
        if draw < 0.45:
            far = {"type": LIMIT, "side": 1, "limitPrice": round(price * 0.6, 2)}
            kind = self._chance.choice(("GTC", "DAY", "IOC"))
            return {**order, **far, **({} if kind == "IOC" else {"duration": {"type": kind}})}
        return order

    async def _place(self, body: Mapping[str, Any], key: str) -> None:
        reply = await self.client.ask("POST", "/orders", body)
        if reply.status_code == 200:
            answer = reply.json()
            self._told.placed[key] = (answer["orderId"], answer["step"])
        else:
            self._told.refused[key] = reply.text

    async def _cancel(self, order_id: str) -> None:
        reply = await self.client.ask("DELETE", f"/orders/{order_id}", key=f"cancel-{order_id}")
        if reply.status_code == 200:
            self._told.canceled[order_id] = reply.json()["step"]
        else:
            self._told.refused[f"cancel-{order_id}"] = reply.text

    async def _ask_again(self, body: Mapping[str, Any], key: str) -> None:
        """Repeat an order that was answered: the answer must be the same, whoever gives it."""
        before = self._told.placed.get(key)
        if before is None:
            return
        reply = await self.client.ask("POST", "/orders", body)
        if reply.status_code != 200 or reply.json() != {"orderId": before[0], "step": before[1]}:
            self._told.changed.append(f"{key}: told {before}, then {reply.text}")
