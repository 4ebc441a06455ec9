"""`make long-backlog`: clients recover nearly all of a ledger of millions of steps, at once.

The ledger is seeded unless the folder has one. Clients recover `account` from step 10; each number
must follow the last. Meanwhile the server's memory is sampled, and a live listener's lag is
compared with its lag before.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .live_listener import LiveListener, share
from .seeding import ACCOUNT, Seeder
from .served import Served

BEGIN = 10
SAMPLE_S = 0.5
QUIET_S = 15.0
MOST_GROWTH_MIB = 64.0
"""Memory for pages and outboxes of several clients; a backlog held in memory takes gigabytes."""


@dataclass(frozen=True)
class Result:
    """What came of it."""

    readers: list[dict[str, Any]]
    memory: list[float]
    """Resident MiB: first before anybody reads, then sample by sample."""
    before: list[float]
    during: list[float]
    """Lags of the live listener, sorted."""

    @property
    def growth_mib(self) -> float:
        """How much memory grew from the first tenth of the reading to its highest sample."""
        settled = self.memory[: max(2, len(self.memory) // 10)]
        return max(self.memory) - max(settled)

    def faults(self) -> list[str]:
        found = [str(reader["fault"]) for reader in self.readers if "fault" in reader]
        if self.growth_mib > MOST_GROWTH_MIB:
            found.append(f"memory grew by {self.growth_mib:.0f} MiB while clients read")
        return found

    def figures(self) -> str:
        lines = []
        for reader in self.readers:
            if "fault" not in reader:
                rate = reader["updates"] / reader["seconds"]
                lines.append(
                    f"{reader['updates']:,} updates, {reader['bytes'] / 2**20:,.0f} MiB in "
                    f"{reader['seconds']:.0f} s: {rate:,.0f} a second, none missing, none twice"
                )
        memory = self.memory
        lines.append(
            f"memory in MiB: {memory[0]:.0f} before, then {min(memory[1:]):.0f} to "
            f"{max(memory[1:]):.0f}, {memory[-1]:.0f} at the end; growth {self.growth_mib:.0f}"
        )
        for name, lags in (("before", self.before), ("meanwhile", self.during)):
            lines.append(
                f"live listener {name}: {len(lags)} quotes, lag p50 {share(lags, 0.5):.1f} ms, "
                f"p99 {share(lags, 0.99):.1f} ms, most {share(lags, 1.0):.1f} ms"
            )
        return "\n".join(lines)


async def run(data_dir: Path, clients: int, most: int) -> Result:
    """Serve the ledger, and let so many clients read `most` updates each (0: all)."""
    served = Served(data_dir)
    await served.start()
    try:
        headers = served.get(f"/broker/account?accountId={ACCOUNT.id}")[1]
        epoch, top = headers["Stream-Epoch"], int(headers["Stream-Seq"])
        live = LiveListener(served.port)
        listening = asyncio.get_running_loop().create_task(live.run())
        before = await live.listen(QUIET_S)
        memory, live.lags = [served.memory_mib], []
        until = min(top, BEGIN + most) if most else top
        reading = asyncio.gather(*(_reader(served.port, epoch, until) for _ in range(clients)))
        while not reading.done():
            await asyncio.wait([reading], timeout=SAMPLE_S)
            memory.append(served.memory_mib)
            print(f"\r{len(memory) * SAMPLE_S:.0f} s, {memory[-1]:.0f} MiB", end="",
                  file=sys.stderr, flush=True)  # fmt: skip
        print(file=sys.stderr)
        listening.cancel()
        return Result(reading.result(), memory, before, sorted(live.lags))
    finally:
        await served.stop()


async def _reader(port: int, epoch: str, until: int) -> dict[str, Any]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "long_backlog.reader", str(port), ACCOUNT.id, epoch, str(BEGIN),
        str(until), stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await process.communicate()
    if process.returncode:
        return {"fault": f"a reader ended with {process.returncode}"}
    return dict(json.loads(said))


def seed(data_dir: Path, steps: int) -> None:
    """Make the ledger, unless there is one."""
    if (data_dir / "broker.sqlite3").exists():
        return
    seeder, began_s = Seeder(data_dir), time.monotonic()
    seeder.fill(steps)
    seeder.close()
    print(f"seeded {steps:,} steps in {time.monotonic() - began_s:.0f} s")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="make long-backlog", description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--steps", type=int, default=2_000_000, help="of the ledger (2000000)")
    parser.add_argument("--clients", type=int, default=4, help="that read at once (4)")
    parser.add_argument("--most", type=int, default=0, help="updates each reads (0: all)")
    parser.add_argument("--data-dir", type=Path, help="keeps the ledger, or has one already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="long-backlog-") as folder:
        data_dir = given.data_dir or Path(folder)
        seed(data_dir, given.steps)
        result = asyncio.run(run(data_dir, given.clients, given.most))
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load:.1f}, {given.clients} clients\n{result.figures()}")
    for fault in result.faults():
        print(f"FAULT: {fault}")
    return 1 if result.faults() else 0


if __name__ == "__main__":
    sys.exit(main())
