"""A recorded session: a server, somebody who trades, and the recorder."""

import asyncio
import gzip
import json
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from random import Random

from trading_api.recording.recorder import Recorder
from trading_api.recording.tape_file import TapeWriter
from trading_api.shared.clock import SystemClock

MARKET, LIMIT = 2, 1
FAR_BELOW = 1.0


async def record(url: str, path: Path, symbols: Sequence[str], seconds: float) -> int:
    """Record for so long; return the number of updates."""
    clock = SystemClock()
    with gzip.open(path, "xt", encoding="utf-8") as file:
        recorder = Recorder(url, TapeWriter(file, clock.now_ms()), clock)
        try:
            async with asyncio.timeout(seconds):
                await recorder.run(symbols, lambda updates: None)
        except TimeoutError:
            return recorder.updates
    raise RuntimeError(f"expected {seconds} s of {url}, the connection ended before")


async def trade(url: str, symbols: Sequence[str], pause_s: float, chance: Random) -> None:
    """Buy and sell until cancelled; every third order waits where nothing reaches it."""
    placed = 0
    while True:
        placed += 1
        order: dict[str, object] = {
            "symbol": chance.choice(symbols),
            "side": chance.choice((1, -1)),
            "type": MARKET,
            "qty": chance.randint(1, 9),
        }
        if placed % 3 == 0:
            order |= {"type": LIMIT, "side": 1, "limitPrice": FAR_BELOW}
        await asyncio.to_thread(_post, f"{url}/api/v1/broker/orders", order)
        await asyncio.sleep(pause_s)


def _post(url: str, body: object) -> None:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        answer.read()
