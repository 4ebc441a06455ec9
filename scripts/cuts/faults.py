"""Which fault comes when, drawn from a seed, and what it does to the network or the server."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from trading_api.shared.ws.testing import Conditions, FaultProxy

from .listener_log import now_ms
from .server import CutServer

OF_NETWORK = {
    "reset": 22, "close": 8, "half-open": 10, "stall": 12, "throttle": 8, "delay": 9, "refuse": 8,
}  # fmt: skip
"""Weights."""
OF_SERVER = {"kill": 13, "suspend": 4, "drain": 2}
"""Weights, too; a server that was killed may be killed again while it starts."""
SERVER_SHARE = 1.35
"""About so many faults of the server for each kill."""
KILLED_STARTING = 0.35
START_S = 1.0
STARTS_AWAITED = 5
"""How often the limit of a start is waited out: a busy machine starts slowly."""
SHORT_LIFE_S, LONG_LIFE_S, LONG_LIVES = (0.3, 2.0), (4.0, 10.0), 0.25
PAUSE_S = (0.1, 1.0)
"""Between two faults of the network."""
SHORT_S, STALL_S, SUSPEND_S = (0.5, 3.0), (0.3, 6.0), (0.2, 4.0)
EASY_PACE = Conditions(delay_s=0.12, jitter_s=0.05)
"""Of the traders' way: so many orders that the listeners, not the ledger, are the subject."""
RATE = (8_000, 64_000)
MOST_CLIENTS = 3


@dataclass(frozen=True)
class Fault:
    """One that happened: when, and to which clients (by number; all, when the server failed)."""

    at: int
    kind: str
    clients: tuple[int, ...]
    connections: int


@dataclass
class Storm:
    """Faults of the network and, beside them, of the server."""

    server: CutServer
    proxies: Sequence[FaultProxy]
    """One a client, by its number."""
    rest: FaultProxy
    chance: random.Random
    done: list[Fault] = field(default_factory=list)
    told: Callable[[int], None] = lambda _: None
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    async def rage(self, total: int, kills: int) -> None:
        """Return when the last of about `total` faults is over.

        At least `kills` of them are kills, and one is a drain.

        The last tenth of the network's leaves the server alone, so that its last life is no short
        one.
        """
        of_network = max(1, total - round(kills * SERVER_SHARE))
        last = 1 + of_network // 10
        of_server = asyncio.ensure_future(self._of_server(kills))
        try:
            while not of_server.done() or of_network > last:
                await self._of_network(1)
                of_network -= 1
        finally:
            of_server.cancel()
        await of_server
        await self._of_network(last)
        await asyncio.gather(*self._running)

    async def _of_server(self, kills: int) -> None:
        kinds, weights = list(OF_SERVER), list(OF_SERVER.values())
        while self._made("kill") < kills or not self._made("drain"):
            lives_s = LONG_LIFE_S if self.chance.random() < LONG_LIVES else SHORT_LIFE_S
            await asyncio.sleep(self.chance.uniform(*lives_s))
            killed = self._made("kill") >= kills
            kind = "drain" if killed else self.chance.choices(kinds, weights)[0]
            self._note(kind, range(len(self.proxies)))
            if kind == "kill":
                await self._kill()
            elif kind == "drain":
                await self.server.drain()
                await self._start()
            else:
                self.server.suspend()
                await asyncio.sleep(self.chance.uniform(*SUSPEND_S))
                self.server.resume()

    def _made(self, kind: str) -> int:
        return sum(fault.kind == kind for fault in self.done)

    async def _kill(self) -> None:
        await self.server.kill()
        while self.chance.random() < KILLED_STARTING:
            await self.server.launch()
            await asyncio.sleep(self.chance.uniform(0, START_S))
            self._note("kill", range(len(self.proxies)))
            await self.server.kill()
        await self._start()

    async def _start(self) -> None:
        await self.server.launch()
        for _ in range(STARTS_AWAITED):
            with suppress(TimeoutError):
                await self.server.answers()
                return
        raise TimeoutError("expected the server to answer after its start, it never did")

    async def _of_network(self, count: int) -> None:
        kinds, weights = list(OF_NETWORK), list(OF_NETWORK.values())
        for _ in range(count):
            await asyncio.sleep(self.chance.uniform(*PAUSE_S))
            self._network(self.chance.choices(kinds, weights)[0])

    def _network(self, kind: str) -> None:
        """Let a fault meet some connections; what lasts goes on beside the next faults."""
        most = min(MOST_CLIENTS, len(self.proxies))
        numbers = self.chance.sample(range(len(self.proxies)), self.chance.randint(1, most))
        met = [self.proxies[number] for number in numbers]
        if self.chance.random() < 0.2 and kind != "half-open":
            # The traders' connections too: orders whose answer is lost are sent again.
            met.append(self.rest)
        self._note(kind, numbers, sum(proxy.connections for proxy in met))
        for proxy in met:
            self._meet(kind, proxy)

    def _meet(self, kind: str, proxy: FaultProxy) -> None:
        if kind == "reset":
            proxy.reset()
        elif kind == "close":
            proxy.close()
        elif kind == "half-open":
            proxy.half_open(self.chance.choice(("server", "client", "both")))
        elif kind == "stall":
            proxy.stall()
            self._later(STALL_S, proxy.resume)
        elif kind == "refuse":
            proxy.refusing = True
            proxy.reset()
            self._later(SHORT_S, lambda: setattr(proxy, "refusing", False))
        else:
            self._slow(kind, proxy)

    def _slow(self, kind: str, proxy: FaultProxy) -> None:
        usual = EASY_PACE if proxy is self.rest else Conditions()
        if kind == "throttle":
            proxy.conditions = Conditions(bytes_per_s=self.chance.uniform(*RATE))
        else:
            proxy.conditions = Conditions(self.chance.uniform(0.02, 0.3), 0.1)
        self._later(SHORT_S, lambda: setattr(proxy, "conditions", usual))

    def _later(self, within_s: tuple[float, float], end: Callable[[], object]) -> None:
        async def wait(seconds: float) -> None:
            await asyncio.sleep(seconds)
            end()

        waiting: Awaitable[None] = wait(self.chance.uniform(*within_s))
        task = asyncio.ensure_future(waiting)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def _note(self, kind: str, clients: Sequence[int], connections: int | None = None) -> None:
        met = sum(proxy.connections for proxy in self.proxies)
        whom = tuple(clients)
        self.done.append(Fault(now_ms(), kind, whom, met if connections is None else connections))
        self.told(len(self.done))
