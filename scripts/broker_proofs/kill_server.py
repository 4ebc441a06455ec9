"""`make kill-server`: what was acknowledged or streamed is in the ledger once, kill after kill.

Parallel clients trade over HTTP while the server is killed at random moments and started again;
they repeat by key what was not answered. Listeners come back with their positions. At the end the
ledger is verified and compared with everything that anybody was told.
"""

import argparse
import asyncio
import random
import secrets
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .killed_server import KilledServer, until
from .listeners import ROUTES, Listener
from .recorded import Recorded, heard_otherwise, lost_or_doubled, recorded
from .traders import ACCOUNT, SYMBOLS, Client, Told, Trader

WORK_S = (0.05, 1.2)
"""How long a life lasts after the first answer, least and most."""
START_S = (0.0, 1.0)
"""How long one lasts that is killed while it starts."""
KILLED_STARTING = 0.15
CATCH_UP_S = 20.0
LISTENERS = 2


@dataclass(frozen=True)
class Run:
    """What a run came to."""

    told: Told
    ledger: Recorded
    listeners: list[Listener]
    busy_kills: int
    """Kills while at least one request was on its way."""
    starting_kills: int
    exit_code: int
    troubles: int
    seconds: float

    def faults(self) -> Iterator[str]:
        """Yield everything that was promised and is not so."""
        yield from lost_or_doubled(self.told, self.ledger)
        for listener in self.listeners:
            yield from heard_otherwise(listener.heard, self.ledger)
        if self.exit_code:
            yield f"the server ended with {self.exit_code}"
        if self.troubles:
            yield f"the server logged {self.troubles} faults"

    def figures(self) -> str:
        heard = {
            route: sum(len(one.heard[route].updates) for one in self.listeners) for route in ROUTES
        }
        return (
            f"{self.busy_kills} kills with requests on their way, {self.starting_kills} while "
            f"starting, {self.seconds:.0f} s; {len(self.told.placed)} orders and "
            f"{len(self.told.canceled)} cancels acknowledged, {self.told.repeats} requests sent "
            f"again; {self.ledger.steps} steps, {len(self.ledger.orders)} orders recorded; "
            f"{len(self.listeners)} listeners on {sum(x.connections for x in self.listeners)} "
            f"connections heard {heard}"
        )


async def run(folder: Path, *, kills: int, clients: int, seed: int) -> Run:
    """Trade through `kills` kills; `folder` holds the server's data."""
    server, since_s = KilledServer(folder / "data"), time.monotonic()
    await server.launch()
    await server.answers()
    told = Told()
    pools = [Client(server) for _ in range(clients)]
    prices = await open_account(pools[0])
    listeners = [Listener(server, ACCOUNT) for _ in range(LISTENERS)]
    listening = [asyncio.ensure_future(listener.run()) for listener in listeners]
    leaving = asyncio.Event()
    traders = [Trader(pool, f"{seed}-{n}", told, prices) for n, pool in enumerate(pools)]
    trading = asyncio.gather(*(trader.run(leaving) for trader in traders))
    try:
        busy, starting = await _kill_often(server, pools, kills, random.Random(seed))
        leaving.set()
        await trading
        ends = await tops(pools[0])
        # Who has not caught up by then lacks updates, which the comparison tells.
        with suppress(TimeoutError):
            async with asyncio.timeout(CATCH_UP_S):
                await asyncio.gather(*(listener.reaches(ends) for listener in listeners))
    finally:
        trading.cancel()
        for task in listening:
            task.cancel()
        await asyncio.gather(trading, *listening, return_exceptions=True)
        exit_code = await server.stop()
        told.repeats = sum(pool.repeats for pool in pools)
        await asyncio.gather(*(pool.close() for pool in pools))
    ledger = recorded(folder / "data" / "broker.sqlite3", ACCOUNT)
    spent_s = time.monotonic() - since_s
    return Run(told, ledger, listeners, busy, starting, exit_code, server.troubles, spent_s)


async def _kill_often(
    server: KilledServer, pools: list[Client], kills: int, chance: random.Random
) -> tuple[int, int]:
    """Return how many kills met requests on their way, and how many a start."""
    busy = starting = 0
    began_s, answered = time.monotonic(), True
    for number in range(kills):
        await until(chance.uniform(*(WORK_S if answered else START_S)), began_s)
        busy += any(pool.waiting for pool in pools)
        starting += not answered
        await server.kill()
        print(f"\r{number + 1} of {kills} kills", end="", file=sys.stderr, flush=True)
        began_s = time.monotonic()
        await server.launch()
        answered = number == kills - 1 or chance.random() >= KILLED_STARTING
        if answered:
            await server.answers()
            began_s = time.monotonic()
    print(file=sys.stderr)
    return busy, starting


async def open_account(client: Client) -> dict[str, float]:
    """Open a rich account, and return about what each symbol costs."""
    account = {"id": ACCOUNT, "name": "Proof", "initialBalance": 1_000_000_000}
    reply = await client.ask("POST", "/accounts", account, key="open")
    reply.raise_for_status()
    prices = {}
    for symbol in SYMBOLS:
        order = {"symbol": symbol, "type": 2, "side": 1, "qty": 1}
        reply = await client.ask("POST", "/orders", order, key=f"first-{symbol}")
        reply.raise_for_status()
        executions = (await client.ask("GET", f"/executions/{symbol}")).json()
        prices[symbol] = float(executions[0]["price"])
    return prices


async def tops(client: Client) -> dict[str, int]:
    """Return where each route's record ends, as the lists say it."""
    paths = {
        "orders": "/orders", "positions": "/positions", "account": "/account",
        "executions": f"/executions/{SYMBOLS[0]}",
    }  # fmt: skip
    replies = {route: await client.ask("GET", path) for route, path in paths.items()}
    return {route: int(reply.headers["Stream-Seq"]) for route, reply in replies.items()}


def main() -> int:
    parser = argparse.ArgumentParser(prog="kill-server", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kill-server-") as folder:
        done = asyncio.run(
            run(Path(folder), kills=given.kills, clients=given.clients, seed=given.seed)
        )
    print(f"--kills {given.kills} --clients {given.clients} --seed {given.seed}: {done.figures()}")
    faults = list(done.faults())
    for fault in faults[:50]:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
