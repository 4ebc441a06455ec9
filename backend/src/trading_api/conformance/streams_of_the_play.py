"""The three streams that a client under judgement listens to, one of each delivery."""

from dataclasses import dataclass
from typing import Any

from .peer import Frame

AT_MS = 1_700_000_000_000


@dataclass(frozen=True)
class Stream:
    """A route with the params to subscribe with, and a payload that fits its model."""

    route: str
    delivery: str
    params: dict[str, Any]
    topic: str
    payload: Frame


LOSSLESS = Stream(
    "orders",
    "lossless",
    {"accountId": "demo"},
    'orders:{"accountId":"demo"}',
    {
        "id": "1", "symbol": "AAPL", "type": 1, "side": 1, "qty": 1.0, "status": 6,
        "limitPrice": 100.0, "stopPrice": None, "takeProfit": None, "stopLoss": None,
        "guaranteedStop": None, "trailingStopPips": None, "stopType": None, "duration": None,
        "filledQty": 0.0, "avgPrice": None, "parentId": None, "parentType": None, "message": None,
        "updateTime": AT_MS, "reason": None, "pending": None, "clientOrderId": None,
        "ocoGroup": None, "reduceOnly": False,
    },
)  # fmt: skip
LATEST = Stream(
    "quotes",
    "latest",
    {"symbol": "AAPL"},
    'quotes:{"symbol":"AAPL"}',
    {"s": "error", "n": "AAPL", "v": {"error": "no quote yet"}},
)
RECENT = Stream(
    "trades",
    "recent",
    {"symbol": "AAPL"},
    'trades:{"symbol":"AAPL"}',
    {"id": "1", "time": AT_MS, "received": AT_MS, "price": 100.0, "size": 1.0, "side": "buy"},
)

STREAMS = {stream.route: stream for stream in (LOSSLESS, LATEST, RECENT)}
