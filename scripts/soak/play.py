"""The hour: trading and cuts in phases, a quiet moment after each, samples all the while."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from broker_proofs.recorded import Recorded, recorded
from broker_proofs.traders import Client, Told
from cuts.listener_log import ListenerLog, now_ms
from cuts.play import CALM_LIMIT_S, PatientClient, Play, Size
from cuts.topics import ACCOUNT, SYMBOLS, quote_of
from cuts.waiting import until
from cuts.wire_client import WireClient
from cuts.wire_topic import WireTopic

from trading_api.shared.ws.testing import Conditions

from .gusts import Gusts
from .market import watched_by, write_ticks
from .samples import Sample
from .tidy_trader import TidyTrader
from .watched import SoakNodeClients, SoakServer

SAMPLE_S = 10.0
PHASE_S = 240.0
QUIET_S = 12.0
"""Longer than a topic lingers, and than an idle connection for REST is kept."""
BESIDE_S = 1800
"""What the market has beyond the hour."""
PACE = Conditions(delay_s=0.2, jitter_s=0.1)
"""Of the traders' way: a few requests a second."""


class Visitor(WireClient):
    """Comes to other topics and leaves them only while `visits`."""

    visits = True

    async def _visit(self) -> None:
        if self.visits:
            await super()._visit()


@dataclass(frozen=True)
class Played:
    """What an hour left behind; the listeners' logs lie in the folder."""

    samples: list[Sample]
    cuts: Counter[str]
    told: Told
    ledger: Recorded
    bars: dict[str, dict[int, dict[str, float]]]
    node: list[dict[str, int]]
    came_back: bool
    counts: tuple[dict[str, int], dict[str, int]]
    exit_code: int
    troubles: int


class Soak(Play):
    """`soak` is called once; `told` is given each sample."""

    def __init__(self, folder: Path, size: Size, seed: int, told: Callable[[Sample], None]) -> None:
        super().__init__(folder, size, seed)
        self._watched = SoakServer(folder / "data", self._rest, size.settings)
        self._server = self._watched
        self._soaked = SoakNodeClients(folder / "heap.txt", watched_by(0))
        self._node = self._soaked
        self._told_sample = told
        self._samples: list[Sample] = []
        self._visitors: list[Visitor] = []
        self._is_quiet = False
        self._began_s = 0.0
        self._gusts = Gusts(self._proxies, size.python, self._rest, self._chance)

    async def soak(self, seconds: float) -> Played:
        write_ticks(self._folder / "ticks.csv", now_ms(), int(seconds) + BESIDE_S)
        async with AsyncExitStack() as stack:
            for proxy in (self._rest, *self._proxies):
                await stack.enter_async_context(proxy)
                self._server.proxies.append(proxy)
            stack.push_async_callback(self._end)
            await self._server.launch()
            await self._server.answers()
            await self._begin_market()
            prices = await self._open_account()
            at_start = await self._settled()
            await self._listen()
            answered = await self._live(seconds, prices)
            _, came_back = await self._calm_down()
            bars = {
                f"bars:{symbol}": await asyncio.to_thread(self._closed_bars, symbol)
                for symbol in SYMBOLS
            }
            at_end = await self._released(at_start)
            for client in self._wire:
                client.log.close()
            exit_code = await self._server.stop()
        [ledger] = (self._folder / "data").glob("broker-replay-*.sqlite3")
        return Played(
            self._samples, self._gusts.done, answered, recorded(ledger, ACCOUNT), bars,
            self._node.summary, came_back, (at_start, at_end), exit_code, self._server.troubles,
        )  # fmt: skip

    async def _begin_market(self) -> None:
        """The time of a replay stands still until somebody listens."""
        log = ListenerLog(self._folder / "first.jsonl")
        first = WireClient(self._port(), log, "first")
        first.topics = [WireTopic(quote_of(SYMBOLS[0]), log)]
        listening = self._spawn(first.run())
        await until(lambda: first.topics[0].position > 1, CALM_LIMIT_S)
        await first.leave()
        await listening
        log.close()
        await asyncio.sleep(QUIET_S)

    async def _listen(self) -> None:
        for number in range(self._size.python):
            log = ListenerLog(self._log(number))
            client = Visitor(
                self._proxies[number].port, log, f"{self._seed} {number}", churns=number % 3 == 1
            )
            client.topics += [WireTopic(listening, log) for listening in watched_by(number)]
            self._visitors.append(client)
            self._wire.append(client)
            self._spawn(client.run())
        numbers = range(self._size.python, len(self._proxies))
        ports, logs = [self._proxies[n].port for n in numbers], [self._log(n) for n in numbers]
        await self._node.start(ports, logs, f"{self._server.direct}/api/v1/broker")
        await self._all_whole()

    async def _live(self, seconds: float, prices: dict[str, float]) -> Told:
        """Let phases follow each other until the time is over."""
        answered = Told()
        pools: list[Client] = [PatientClient(self._server) for _ in range(self._size.traders)]
        names = [f"{self._seed}-{number}" for number in range(len(pools))]
        traders = [
            TidyTrader(pool, name, answered, prices)
            for pool, name in zip(pools, names, strict=True)
        ]
        self._began_s = time.monotonic()
        sampling = self._spawn(self._sample())
        phase_s = min(PHASE_S, seconds / 5)
        while time.monotonic() < self._began_s + seconds:
            await self._bustle(traders, phase_s)
            for trader in traders:
                await trader.cancel_waiting()
            await self._be_quiet()
            if sampling.done():
                await sampling
        sampling.cancel()
        await asyncio.gather(sampling, return_exceptions=True)
        answered.repeats = sum(pool.repeats for pool in pools)
        await asyncio.gather(*(pool.close() for pool in pools))
        return answered

    async def _bustle(self, traders: list[TidyTrader], phase_s: float) -> None:
        """Trade, cut, come and go."""
        self._rest.conditions = PACE
        for visitor in self._visitors:
            visitor.visits = True
        leaving, until_s = asyncio.Event(), time.monotonic() + phase_s
        trading = asyncio.gather(*(trader.run(leaving) for trader in traders))
        try:
            while time.monotonic() < until_s:
                await self._gusts.blow()
            leaving.set()
            await trading
        finally:
            trading.cancel()
            await asyncio.gather(trading, return_exceptions=True)

    async def _be_quiet(self) -> None:
        """Have nobody come or go until two samples are taken."""
        for visitor in self._visitors:
            visitor.visits = False
        # Until a connection that went silent at the end has been noticed.
        await asyncio.sleep(QUIET_S)
        await self._all_whole()
        await self._gone()
        await asyncio.sleep(QUIET_S)
        self._is_quiet = True
        await asyncio.sleep(2 * SAMPLE_S + 1)
        self._is_quiet = False

    async def _gone(self) -> None:
        """Return when the server has let go of the connections that were cut, or too late."""
        until_s = time.monotonic() + CALM_LIMIT_S
        while time.monotonic() < until_s:
            health = await asyncio.to_thread(self._server.get, "/health")
            if health["ws"]["connections"] == len(self._proxies):
                return
            await asyncio.sleep(1.0)

    async def _sample(self) -> None:
        while True:
            # On a machine that is too busy to count in time a sample is left out.
            with suppress(TimeoutError):
                self._told_sample(await self._one_sample())
            await asyncio.sleep(SAMPLE_S)

    async def _one_sample(self) -> Sample:
        was_quiet = self._is_quiet
        counts = await self._watched.everything()
        heap = await self._soaked.heap()
        at_s, is_quiet = time.monotonic() - self._began_s, was_quiet and self._is_quiet
        rss, sqlite = counts.pop("rss"), counts.pop("sqlite")
        sample = Sample(at_s, is_quiet, rss, heap, sqlite, counts)
        self._samples.append(sample)
        return sample

    def _port(self) -> int:
        return int(self._server.direct.rpartition(":")[2])
