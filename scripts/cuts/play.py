"""One run: the server, its clients and traders, the storm, the calm after it, and the leaving."""

import asyncio
import random
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
from broker_proofs.recorded import recorded
from broker_proofs.traders import SYMBOLS, Client, Told, Trader

from trading_api.shared.ws.testing import FaultProxy

from .faults import EASY_PACE, Storm
from .judging import Heard
from .listener_log import ListenerLog, now_ms
from .node_clients import NodeClients
from .outcome import Outcome
from .server import CutServer
from .topics import ACCOUNT
from .waiting import until
from .wire_client import WireClient

CALM_LIMIT_S = 240.0
RELEASE_LIMIT_S = 120.0
RESYNC_S = 15.0
SETTLED_S = 1.0
PROGRESS_S = 0.5
ASKED_AN_ORDER = 8
BARS_MS = 2 * 60 * 60 * 1000


@dataclass(frozen=True)
class Size:
    """How much of everything; `settings` are the product's, in its environment."""

    cuts: int = 1_080
    kills: int = 102
    python: int = 14
    typescript: int = 10
    traders: int = 4
    settings: dict[str, str] = field(default_factory=dict)


class PatientClient(Client):
    """Asks until it is answered, however long the storm keeps the server away."""

    async def ask(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, key: str = ""
    ) -> httpx2.Response:
        while True:
            with suppress(TimeoutError):
                return await super().ask(method, path, body, key)


class Play:
    """Everything of one run; `run` is called once."""

    def __init__(self, folder: Path, size: Size, seed: int) -> None:
        self._folder = folder
        self._size = size
        self._seed = seed
        self._rest = FaultProxy(("127.0.0.1", 1), seed=seed)
        self._server = CutServer(folder / "data", self._rest, size.settings)
        self._proxies = [
            FaultProxy(("127.0.0.1", 1), seed=seed + number)
            for number in range(size.python + size.typescript)
        ]
        self._chance = random.Random(seed)
        self._wire: list[WireClient] = []
        self._node = NodeClients()
        self._tasks: list[asyncio.Task[None]] = []

    async def run(self, told: Callable[[int], None]) -> Outcome:
        """Play it, and return what it came to."""
        since_s = time.monotonic()
        async with AsyncExitStack() as stack:
            for proxy in (self._rest, *self._proxies):
                await stack.enter_async_context(proxy)
                self._server.proxies.append(proxy)
            stack.push_async_callback(self._end)
            await self._server.launch()
            await self._server.answers()
            prices = await self._open_account()
            at_start = await self._settled()
            pools: list[Client] = [PatientClient(self._server) for _ in range(self._size.traders)]
            storm = Storm(self._server, self._proxies, self._rest, self._chance, told=told)
            await self._listen()
            answered = await self._trade(pools, prices, storm)
            calm, came_back = await self._calm_down()
            bars = {
                f"bars:{symbol}": await asyncio.to_thread(self._closed_bars, symbol)
                for symbol in SYMBOLS
            }
            at_end = await self._released(at_start)
            sockets = self._server.sockets()
            heard = self._heard()
            exit_code = await self._server.stop()
        return Outcome(
            faults_made=storm.done,
            ledger=recorded(self._folder / "data" / "broker.sqlite3", ACCOUNT),
            told=answered,
            heard=heard,
            python=self._size.python,
            calm=Heard.of("calm", calm),
            bars=bars,
            node=self._node.summary,
            came_back=came_back,
            counts=(at_start, at_end),
            sockets=sockets,
            exit_codes=[*self._server.exit_codes, exit_code],
            lives=self._server.lives,
            troubles=self._server.troubles,
            aborted_drains=self._server.aborted_drains,
            seconds=time.monotonic() - since_s,
        )

    # Before the storm, and in it.

    async def _open_account(self) -> dict[str, float]:
        """Open a rich account, and return about what each symbol costs."""
        client = Client(self._server)
        account = {"id": ACCOUNT, "name": "Proof", "initialBalance": 1_000_000_000}
        (await client.ask("POST", "/accounts", account, key="open")).raise_for_status()
        prices = {}
        for symbol in SYMBOLS:
            order = {"symbol": symbol, "type": 2, "side": 1, "qty": 1}
            (await client.ask("POST", "/orders", order, key=f"first-{symbol}")).raise_for_status()
            executions = (await client.ask("GET", f"/executions/{symbol}")).json()
            prices[symbol] = float(executions[0]["price"])
        await client.close()
        return prices

    async def _settled(self) -> dict[str, int]:
        """Return what the server holds with nobody there, twice the same."""
        before = await self._server.counts()
        while True:
            await asyncio.sleep(SETTLED_S)
            counts = await self._server.counts()
            if counts == before:
                return counts
            before = counts

    async def _listen(self) -> None:
        for number in range(self._size.python):
            log = ListenerLog(self._log(number))
            port, churns = self._proxies[number].port, number % 3 == 1
            client = WireClient(port, log, f"{self._seed} {number}", churns=churns)
            self._wire.append(client)
            self._spawn(client.run())
        numbers = range(self._size.python, len(self._proxies))
        ports = [self._proxies[number].port for number in numbers]
        rest = f"{self._server.direct}/api/v1/broker"
        await self._node.start(ports, [self._log(number) for number in numbers], rest)
        await self._all_whole()

    async def _trade(self, pools: list[Client], prices: dict[str, float], storm: Storm) -> Told:
        answered, leaving = Told(), asyncio.Event()
        self._rest.conditions = EASY_PACE
        traders = [
            Trader(pool, f"{self._seed}-{number}", answered, prices)
            for number, pool in enumerate(pools)
        ]
        trading = asyncio.gather(*(trader.run(leaving) for trader in traders))
        resyncing = asyncio.ensure_future(self._resync_some())
        try:
            await storm.rage(self._size.cuts, self._size.kills)
            leaving.set()
            await trading
        finally:
            for work in (resyncing, trading):
                work.cancel()
            await asyncio.gather(resyncing, trading, return_exceptions=True)
            answered.repeats = sum(pool.repeats for pool in pools)
            await asyncio.gather(*(pool.close() for pool in pools))
        return answered

    async def _resync_some(self) -> None:
        """Have a few listeners ask for the state anew: it must come as one replace, and be right.

        Only every fifth of either language does so: the others must hear every single update.
        """
        while True:
            await asyncio.sleep(self._chance.uniform(0.2, 1.0) * RESYNC_S)
            await self._chance.choice(self._wire[::5]).resync()
            numbers = range(self._size.typescript)[2::5]
            if numbers:
                await self._node.resync(self._chance.choice(numbers))

    # After the storm.

    async def _calm_down(self) -> tuple[Path, bool]:
        """Wait until all are whole beside one that was never disturbed, then let them leave."""
        path = self._folder / "calm.jsonl"
        port = int(self._server.direct.rpartition(":")[2])
        calm = WireClient(port, ListenerLog(path), "calm")
        listening = self._spawn(calm.run())
        came_back = True
        try:
            await self._all_whole(calm)
            await self._all_hear_an_order(calm)
            # What they hear from here on, the calm listener hears too.
            await self._all_hear_an_order(calm)
        except TimeoutError:
            came_back = False
        await asyncio.gather(self._node.leave(), *(client.leave() for client in self._wire))
        left_at = now_ms()
        # Who has not come so far lacks what others heard, which the comparison tells.
        with suppress(TimeoutError):
            await until(lambda: calm.has_heard_since(left_at, latest=True), CALM_LIMIT_S)
        await calm.leave()
        await listening
        calm.log.close()
        return path, came_back

    async def _all_hear_an_order(self, calm: WireClient) -> None:
        """Trade until all have heard of every topic what came after one order, and nothing since.

        A connection that has gone silent looks alive, and who was given a state meanwhile cannot
        tell whether the order is in it: so there is one order more from time to time.

        Raises:
            TimeoutError: some have not heard of any.
        """
        client, since = PatientClient(self._server), 0
        order = {"symbol": SYMBOLS[0], "type": 2, "side": 1, "qty": 1}
        try:
            async with asyncio.timeout(CALM_LIMIT_S):
                for asked in count():
                    if asked % ASKED_AN_ORDER == 0:
                        since = now_ms()
                        reply = await client.ask("POST", "/orders", order, key=f"calm-{since}")
                        reply.raise_for_status()
                    await self._node.ask_progress()
                    await asyncio.sleep(PROGRESS_S)
                    heard = all(one.has_heard_since(since) for one in (calm, *self._wire))
                    if heard and self._node.have_heard_since(since):
                        return
        finally:
            await client.close()

    async def _all_whole(self, *others: WireClient) -> None:
        """Return when every listener has every topic.

        Raises:
            TimeoutError: some have not.
        """
        clients = (*self._wire, *others)
        await until(
            lambda: (
                self._node.are_whole(self._size.typescript)
                and all(client.is_whole for client in clients)
            ),
            CALM_LIMIT_S,
        )

    async def _released(self, at_start: dict[str, int]) -> dict[str, int]:
        """Return what the server holds once it has let go of everybody, or too late."""
        counts = await self._server.counts()
        until_s = time.monotonic() + RELEASE_LIMIT_S
        while counts != at_start and time.monotonic() < until_s:
            await asyncio.sleep(1.0)
            counts = await self._server.counts()
        return counts

    def _closed_bars(self, symbol: str) -> dict[int, dict[str, float]]:
        span = f"from_time={now_ms() - BARS_MS}&to_time={now_ms()}"
        query = f"symbol={symbol}&resolution=1&{span}"
        bars = self._server.get(f"/datafeed/bars?{query}")
        return {bar["time"]: bar for bar in (bars["bars"] if isinstance(bars, dict) else bars)}

    def _heard(self) -> list[Heard]:
        for client in self._wire:
            client.log.close()
        return [
            Heard.of(f"{'python' if n < self._size.python else 'typescript'} {n}", self._log(n))
            for n in range(len(self._proxies))
        ]

    async def _end(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._node.stop()
        await self._server.stop()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.append(task)
        return task

    def _log(self, number: int) -> Path:
        return self._folder / f"listener-{number}.jsonl"
