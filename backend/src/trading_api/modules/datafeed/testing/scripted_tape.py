"""A provider whose trades and books come when the test says; they may lie."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import Any

from trading_api.modules.datafeed.providers.depth_source import Book
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.shared.clock import Clock
from trading_api.shared.ws.testing import settle


class ScriptedTape(SimulatedProvider):
    """A simulated market with another tape and another book, of every symbol."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(seed=1, clock=clock)
        self.script: asyncio.Queue[Any] = asyncio.Queue()
        self.past: Sequence[Trade] = ()
        self.whole: Book | None = None
        self.fetched = 0
        self.running = 0

    def recent_trades(self, symbol: str, count: int) -> Sequence[Trade]:
        return self.past[-count:]

    def trades(self, symbol: str) -> AsyncGenerator[Any, None]:
        return self._play_script()

    def book(self, symbol: str) -> Book | None:
        self.fetched += 1
        return self.whole

    def depth(self, symbol: str) -> AsyncGenerator[Any, None]:
        return self._play_script()

    async def play(self, *steps: Any) -> None:
        """Let these happen, one after another, and wait until nothing more follows."""
        for step in steps:
            self.script.put_nowait(step)
        await settle(10 + len(steps))

    async def _play_script(self) -> AsyncGenerator[Any, None]:
        self.running += 1
        try:
            while True:
                step = await self.script.get()
                if isinstance(step, Exception):
                    raise step
                yield step
        finally:
            self.running -= 1
