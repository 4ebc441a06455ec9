import asyncio
from itertools import product
from random import Random

import pytest

from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.testing import Published
from trading_api.shared.ws.router_interface import WsRouteService
from trading_api.shared.ws.testing import SteppedClock

NOW = 1_795_444_212_345
ROUTES = ("quotes", "trades", "depth", "market-status")
SYMBOLS = ("AAPL", "NASDAQ:AAPL", "LATE", "KO")
TOPICS = [
    *(f'{route}:{{"symbol":"{symbol}"}}' for route, symbol in product(ROUTES, SYMBOLS)),
    *(f'bars:{{"resolution":"1","symbol":"{symbol}"}}' for symbol in SYMBOLS),
]


class Visitors:
    """Some who come and go as chance has it, on every stream of the datafeed at once."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.clock = SteppedClock(NOW)
        provider = SimulatedProvider(seed=1, clock=self.clock, sleep=self.clock.sleep)
        self.datafeed = DatafeedService(provider, clock=self.clock)
        self.coming: dict[str, asyncio.Task[None]] = {}

    def come_or_go(self) -> None:
        topic = self.chance.choice(TOPICS)
        if topic not in self.coming:
            coming = self._service(topic).create_topic(topic, Published())
            self.coming[topic] = asyncio.get_running_loop().create_task(coming)
        elif self.coming[topic].done():
            self._go(topic)

    async def let_pass(self) -> None:
        if self.chance.random() < 0.5:
            await asyncio.sleep(0)
        else:
            await self.clock.step(0.5)

    async def all_go(self) -> None:
        await asyncio.gather(*self.coming.values())
        for topic in list(self.coming):
            self._go(topic)

    def _go(self, topic: str) -> None:
        del self.coming[topic]
        self._service(topic).remove_topic(topic)

    def _service(self, topic: str) -> WsRouteService:
        others: dict[str, WsRouteService] = {
            "trades": self.datafeed.trades,
            "depth": self.datafeed.depth,
            "market-status": self.datafeed.freshness,
        }
        return others.get(topic.split(":", maxsplit=1)[0], self.datafeed)


@pytest.mark.parametrize("seed", range(3))
async def test_S2_when_all_have_gone_nothing_runs_any_more(seed: int) -> None:
    before, visitors = len(asyncio.all_tasks()), Visitors(seed)

    for _ in range(120):
        visitors.come_or_go()
        await visitors.let_pass()
    busy = len(asyncio.all_tasks())
    await visitors.all_go()
    for _ in range(20):
        await asyncio.sleep(0)

    assert busy > before == len(asyncio.all_tasks())
    assert [visitors.datafeed.freshness.status(symbol) for symbol in ("AAPL", "KO")] == [None] * 2
    await visitors.datafeed.stop()
