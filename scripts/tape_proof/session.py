"""A recorded session: a server, somebody who trades, and the recorder."""

import asyncio
import gzip
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from random import Random

from trading_api.recording.recorder import Recorder
from trading_api.recording.tape_file import TapeWriter
from trading_api.shared.clock import SystemClock

ASKED_EVERY_S, ASKED_AT_MOST = 0.1, 600
MARKET, LIMIT = 2, 1
FAR_BELOW = 100.0


async def until_trading(url: str) -> None:
    """Wait until the accounts are there: a server serves its market before."""
    for _ in range(ASKED_AT_MOST):
        if await asyncio.to_thread(_trades, url):
            return
        await asyncio.sleep(ASKED_EVERY_S)
    raise RuntimeError(f"expected accounts of {url} within {ASKED_AT_MOST * ASKED_EVERY_S:.0f} s")


async def record(url: str, path: Path, symbols: Sequence[str], seconds: float) -> int:
    """Record for so long; return the number of updates."""
    clock = SystemClock()
    with gzip.open(path, "xt", encoding="utf-8") as file:
        recorder = Recorder(url, TapeWriter(file, clock), clock)
        try:
            async with asyncio.timeout(seconds):
                await recorder.run(symbols, lambda updates: None)
        except TimeoutError:
            return recorder.updates
    raise RuntimeError(f"expected {seconds} s of {url}, the connection ended before")


async def trade(url: str, symbols: Sequence[str], pause_s: float, chance: Random) -> None:
    """Buy and sell again until cancelled; now and then an order waits where nothing reaches it."""
    for placed in count(1):
        symbol, qty = chance.choice(symbols), chance.randint(1, 9)
        for side in (1, -1):
            await _place(url, {"symbol": symbol, "side": side, "type": MARKET, "qty": qty})
            await asyncio.sleep(pause_s)
        if placed % 10 == 1:
            waiting = {"side": 1, "type": LIMIT, "qty": 1, "limitPrice": FAR_BELOW}
            await _place(url, {"symbol": symbol, **waiting})


async def _place(url: str, order: dict[str, object]) -> None:
    await asyncio.to_thread(_post, f"{url}/api/v1/broker/orders", order)


def _trades(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/api/v1/broker/orders", timeout=10) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError:
        return False


def _post(url: str, body: object) -> None:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        answer.read()
