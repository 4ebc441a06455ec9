"""A client that holds topics and keeps what they bring, with the time at which it came."""

import asyncio
import json
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import connect

Topic = tuple[str, str]
"""Route and symbol."""


def _no_constant(text: str) -> Any:
    raise ValueError(f"expected JSON, got {text}")


@dataclass
class Heard:
    """What one topic brought."""

    values: list[dict[str, Any]] = field(default_factory=list)
    arrived_ms: list[float] = field(default_factory=list)
    seqs: list[int] = field(default_factory=list)
    skipped: int = 0
    statuses: list[str] = field(default_factory=list)


async def listen(url: str, topics: Iterable[Topic], seconds: float) -> dict[Topic, Heard]:
    """Subscribe to topics on one connection, and hear them for so long."""
    heard: dict[Topic, Heard] = defaultdict(Heard)
    address = url.replace("http", "ws", 1) + "/api/v1/ws"
    async with connect(address, proxy=None, max_queue=None, max_size=None) as socket:
        for route, symbol in topics:
            payload = {"symbol": symbol} | ({"resolution": "1"} if route == "bars" else {})
            await socket.send(json.dumps({"type": f"{route}.subscribe", "payload": payload}))
        try:
            async with asyncio.timeout(seconds):
                async for message in socket:
                    _take(heard, message)
        except TimeoutError:
            return dict(heard)
    raise ConnectionError("expected a connection that stays, got its end")


def _take(heard: dict[Topic, Heard], message: str | bytes) -> None:
    arrived = time.time() * 1000
    frames = json.loads(message, parse_constant=_no_constant)
    for frame in frames if isinstance(frames, list) else [frames]:
        route, _, kind = frame["type"].partition(".")
        payload = frame["payload"]
        if "topic" not in payload or kind.endswith("response"):
            continue
        symbol = json.loads(payload["topic"].partition(":")[2])["symbol"]
        one = heard[route, symbol]
        if kind == "update":
            one.skipped += payload.get("skipped", 0)
            one.seqs.append(payload["seq"])
            if not payload.get("snapshot"):
                one.values.append(payload["payload"])
                one.arrived_ms.append(arrived)
        elif kind == "status":
            one.statuses.append(payload.get("code") or payload["state"])
