"""What the datafeed's tests put in the place of a provider and of a topic's publisher."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

from trading_api.modules.datafeed.instruments import Tick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.shared.clock import Clock
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.testing import settle


class ScriptedMarket(SimulatedProvider):
    """A simulated market with something that comes, or fails, when the test says."""

    def __init__(self, clock: Clock | None = None) -> None:
        super().__init__(seed=1, clock=clock)
        self.script: asyncio.Queue[Any] = asyncio.Queue()
        self.running = 0
        self.begun = 0

    async def _played(self) -> AsyncGenerator[Any, None]:
        self.running += 1
        self.begun += 1
        try:
            while True:
                step = await self.script.get()
                if isinstance(step, Exception):
                    raise step
                yield step
        finally:
            self.running -= 1

    async def play(self, *steps: Any) -> None:
        """Let these happen, one after another, and wait until nothing more follows."""
        for step in steps:
            self.script.put_nowait(step)
        await settle(10 + len(steps))


class ScriptedProvider(ScriptedMarket):
    """A market whose ticks are scripted; they may lie."""

    def _play(self, symbol: str, series: Any) -> AsyncGenerator[Tick, None]:
        return self._played()


class Published:
    """A `TopicUpdate` that remembers what was published."""

    def __init__(self) -> None:
        self.updates: list[Any] = []
        self.statuses: list[tuple[str, str | None]] = []
        self.messages: list[str | None] = []

    def __call__(self, update: Any) -> None:
        self.updates.append(update)

    def threadsafe(self, update: Any) -> None:
        self(update)

    def recorded(self, entry: Entry) -> None:
        self(entry)

    def status(self, state: str, code: str | None = None, message: str | None = None) -> None:
        self.statuses.append((state, code))
        self.messages.append(message)
