"""`make bench-broker`: orders over REST beside an empty POST, and from an order to its event."""

import argparse
import asyncio
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from .load import MIXES, paced
from .race import HEADING, Served, race

AIM = 0.60
EVENT_AIM_MS = 100.0
CLIENTS = (1, 16, 128)
CONNECTIONS = (1, 16, 64, 128)


def main() -> int:
    """Race and measure; fail when the median ratio or an event's p99 misses its aim."""
    arguments = _arguments()
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores,"
        f" load {os.getloadavg()[0]:.1f}, {arguments.rounds} rounds of {arguments.seconds:g} s"
        " in turns"
    )
    with tempfile.TemporaryDirectory(dir=arguments.dir) as folder, ExitStack() as stack:
        product = stack.enter_context(_served("product", Path(folder)))
        empty = stack.enter_context(_served("empty", Path(folder)))
        is_fast = _race(product, empty, arguments)
        is_prompt = _wait(product, arguments)
    return 0 if is_fast and is_prompt else 1


def _race(product: Served, empty: Served, arguments: argparse.Namespace) -> bool:
    print(f"\n{HEADING}")
    is_fast = True
    for mix in arguments.mixes:
        for connections in arguments.connections:
            rounds = (arguments.rounds, arguments.seconds)
            found = race(product, empty, mix, connections, rounds)
            print(found.line, flush=True)
            is_fast = is_fast and statistics.median(found.ratios) >= AIM
    print(f"aim: {AIM:.0%} each, {'reached' if is_fast else 'missed'}")
    return is_fast


def _wait(product: Served, arguments: argparse.Namespace) -> bool:
    print(
        f"\nclients   answer p50   p99   event p50   p99   ms, {arguments.rate:g} orders/s in all"
    )
    worst = 0.0
    for clients in CLIENTS:
        run = paced(*product.address, clients, arguments.rate, arguments.seconds * 2)
        answers, events = asyncio.run(run)
        worst = max(worst, _share(events, 0.99))
        waits = [_share(each, share) for each in (answers, events) for share in (0.5, 0.99)]
        print("{:7}   {:10.1f} {:5.1f}   {:9.1f} {:5.1f}".format(clients, *waits), flush=True)
    is_prompt = worst <= EVENT_AIM_MS
    print(f"aim: events within {EVENT_AIM_MS:g} ms, {'reached' if is_prompt else 'missed'}")
    return is_prompt


@contextmanager
def _served(kind: str, folder: Path) -> Iterator[Served]:
    command = [sys.executable, "-m", "broker.server", kind, "--data-dir", str(folder / kind)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            address = urlsplit(process.stdout.readline().strip())
            if address.port is None:
                raise SystemExit(f"the server {kind} did not start")
            yield Served((address.hostname or "", address.port), process.pid)
        finally:
            process.terminate()


def _share(waits: Sequence[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(len(waits) * share))]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="of each contender (5)")
    parser.add_argument("--seconds", type=float, default=3.0, help="of a round (3)")
    parser.add_argument(
        "--connections", type=int, nargs="+", default=CONNECTIONS, help="that order at once"
    )
    parser.add_argument(
        "--mixes", nargs="+", choices=MIXES, default=list(MIXES), help="which orders (all)"
    )
    parser.add_argument("--rate", type=float, default=64.0, help="orders a second when paced (64)")
    parser.add_argument("--dir", type=Path, help="where the ledger lies (the system's own)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
