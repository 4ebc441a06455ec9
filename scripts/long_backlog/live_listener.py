"""A client that listens live while others catch up: how late each quote reaches it."""

import asyncio
import json
import time
from contextlib import suppress

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

SYMBOLS = ("AAPL", "MSFT", "GOOGL", "AMZN")


class LiveListener:
    """Collects lags in ms from `run` on, into whichever list `lags` is."""

    def __init__(self, port: int) -> None:
        self.lags: list[float] = []
        self._port = port

    async def run(self) -> None:
        url = f"ws://127.0.0.1:{self._port}/api/v1/ws"
        asking = [{"type": "quotes.subscribe", "payload": {"symbol": name}} for name in SYMBOLS]
        async with connect(url, proxy=None, compression=None, ping_interval=None) as socket:
            await socket.send(json.dumps(asking))
            with suppress(ConnectionClosed):
                async for text in socket:
                    frame = json.loads(text)
                    if frame["type"] == "quotes.update":
                        self.lags.append(time.time() * 1000 - frame["payload"]["ts"])

    async def listen(self, seconds: float) -> list[float]:
        """Return the lags of so many seconds."""
        self.lags = []
        await asyncio.sleep(seconds)
        return sorted(self.lags)


def share(lags: list[float], part: float) -> float:
    """Return the lag that this part of the updates did not exceed; 0 without any."""
    return lags[min(len(lags) - 1, int(len(lags) * part))] if lags else 0.0
