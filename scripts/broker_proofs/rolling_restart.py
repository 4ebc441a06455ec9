"""`make rolling-restart`: one server takes over from another on its port, while clients trade.

Parallel clients trade, listeners follow the accounts, a watcher follows a quote. Time after time a
new process is started beside the old one, and the old one asked to end once the new one listens.
At the end the ledger is compared with everything that anybody was told.
"""

import argparse
import asyncio
import json
import secrets
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException

from .kill_server import CATCH_UP_S, open_account, tops
from .killed_server import END_LIMIT_S, KilledServer
from .listeners import ROUTES, Listener
from .recorded import Recorded, heard_otherwise, lost_or_doubled, recorded
from .traders import ACCOUNT, SYMBOLS, Client, Told, Trader

WORK_S = 1.5
"""How long both trade and stream between two turns."""
AWAY_LIMIT_S = 2.0
QUOTES = json.dumps({"type": "quotes.subscribe", "payload": {"symbol": SYMBOLS[0]}})
RETRY_AFTER_S = 0.02


class RollingServer(KilledServer):
    """Lives that overlap on one port; `up` stays set from the first answer on."""

    def __init__(self, data_dir: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = str(free.getsockname()[1])
        super().__init__(data_dir, "--reuse-port", port=port)

    async def replace(self) -> int:
        """Have a new process take over; return the exit code of the old one."""
        old = self._process
        assert old is not None
        await self.launch()
        await self.answers()
        old.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(old.wait(), END_LIMIT_S)


@dataclass
class Silences:
    """How long something did not come, at the longest."""

    longest_s: float = 0.0
    count: int = 0
    _last_s: float = field(default_factory=time.monotonic)

    def came(self) -> None:
        now_s = time.monotonic()
        self.longest_s = max(self.longest_s, now_s - self._last_s)
        self._last_s = now_s
        self.count += 1


@dataclass(frozen=True)
class Run:
    """What a run came to."""

    told: Told
    ledger: Recorded
    listeners: list[Listener]
    exit_codes: list[int]
    commands: Silences
    quotes: Silences
    troubles: int

    def faults(self) -> Iterator[str]:
        """Yield everything that was promised and is not so."""
        yield from lost_or_doubled(self.told, self.ledger)
        for listener in self.listeners:
            yield from heard_otherwise(listener.heard, self.ledger)
        if any(self.exit_codes):
            yield f"servers ended with {self.exit_codes}"
        if self.troubles:
            yield f"the servers logged {self.troubles} faults"

    def figures(self) -> str:
        heard = {
            route: sum(len(one.heard[route].updates) for one in self.listeners) for route in ROUTES
        }
        return (
            f"{len(self.exit_codes) - 1} turns, exit codes {sorted(set(self.exit_codes))}; "
            f"{len(self.told.placed)} orders acknowledged, {self.told.repeats} requests sent "
            f"again, longest without an answered command {self.commands.longest_s:.2f} s, without "
            f"a quote {self.quotes.longest_s:.2f} s; {len(self.listeners)} listeners on "
            f"{sum(one.connections for one in self.listeners)} connections heard {heard}"
        )


class TimedClient(Client):
    """A client whose answers are noted."""

    def __init__(self, server: KilledServer, answers: Silences) -> None:
        super().__init__(server)
        self._answers = answers

    async def ask(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, key: str = ""
    ) -> httpx2.Response:
        reply = await super().ask(method, path, body, key)
        self._answers.came()
        return reply


async def watch(server: KilledServer, quotes: Silences) -> None:
    """Follow one quote until cancelled, over every cut."""
    while True:
        with suppress(OSError, TimeoutError, WebSocketException, InvalidHandshake):
            async with connect(server.ws_url, proxy=None, compression=None) as peer:
                await peer.send(QUOTES)
                async for text in peer:
                    if json.loads(text)["type"] == "quotes.update":
                        quotes.came()
        await asyncio.sleep(RETRY_AFTER_S)


async def run(folder: Path, *, turns: int, clients: int, seed: int) -> Run:
    """Trade through `turns` changes of the server; `folder` holds its data."""
    server = RollingServer(folder / "data")
    await server.launch()
    await server.answers()
    told, leaving = Told(), asyncio.Event()
    commands, quotes = Silences(), Silences()
    pools = [TimedClient(server, commands) for _ in range(clients)]
    prices = await open_account(pools[0])
    listeners = [Listener(server, ACCOUNT) for _ in range(2)]
    beside = [asyncio.ensure_future(one.run()) for one in listeners]
    beside.append(asyncio.ensure_future(watch(server, quotes)))
    traders = [Trader(pool, f"{seed}-{n}", told, prices) for n, pool in enumerate(pools)]
    trading = asyncio.gather(*(trader.run(leaving) for trader in traders))
    codes = []
    try:
        for number in range(turns):
            await asyncio.sleep(WORK_S)
            codes.append(await server.replace())
            print(f"\r{number + 1} of {turns} turns", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        await asyncio.sleep(WORK_S)
        leaving.set()
        await trading
        ends = await tops(pools[0])
        # Who has not caught up by then lacks updates, which the comparison tells.
        with suppress(TimeoutError):
            async with asyncio.timeout(CATCH_UP_S):
                await asyncio.gather(*(listener.reaches(ends) for listener in listeners))
    finally:
        trading.cancel()
        for task in beside:
            task.cancel()
        await asyncio.gather(trading, *beside, return_exceptions=True)
        codes.append(await server.stop())
        told.repeats = sum(pool.repeats for pool in pools)
        await asyncio.gather(*(pool.close() for pool in pools))
    ledger = recorded(folder / "data" / "broker.sqlite3", ACCOUNT)
    return Run(told, ledger, listeners, codes, commands, quotes, server.troubles)


def main() -> int:
    parser = argparse.ArgumentParser(prog="rolling-restart", description=__doc__)
    parser.add_argument("--turns", type=int, default=10)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rolling-restart-") as folder:
        done = asyncio.run(
            run(Path(folder), turns=given.turns, clients=given.clients, seed=given.seed)
        )
    print(f"--turns {given.turns} --clients {given.clients} --seed {given.seed}: {done.figures()}")
    faults = list(done.faults())
    if done.commands.longest_s > AWAY_LIMIT_S:
        faults.append(f"no command was answered for {done.commands.longest_s:.2f} s")
    for fault in faults[:50]:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
