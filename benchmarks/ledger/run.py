"""`make bench-ledger`: races engine and ledger beside a bare loop, group by group, in one run."""

import argparse
import os
import platform
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from trading_api.modules.broker.ledger.store.driver import SQLITE_VERSION

from .clients import acknowledged
from .contenders import Took, bare, last_chain, product, recorded, rows_of

AIM = 0.30
GROUPS = (1, 16, 128)


@dataclass(frozen=True)
class Race:
    """What each round took; the ratio is the product's speed over the bare loop's."""

    size: int
    rows_a_command: float
    commands: int
    product: list[Took]
    bare: list[Took]

    @property
    def ratios(self) -> list[float]:
        pairs = zip(self.product, self.bare, strict=True)
        return [theirs.clock / ours.clock for ours, theirs in pairs]

    def speed(self, rounds: list[Took]) -> float:
        """Return commands a second."""
        return self.commands / statistics.median(took.clock for took in rounds)

    def cost(self, rounds: list[Took]) -> float:
        """Return processor microseconds a command."""
        return statistics.median(took.processor for took in rounds) / self.commands * 1e6


def main() -> int:
    """Race, print, and fail when the median ratio of a group is below the aim."""
    arguments = _arguments()
    print(
        f"Python {platform.python_version()}, SQLite {SQLITE_VERSION}, {os.cpu_count()} cores,"
        f" load {os.getloadavg()[0]:.1f}, {arguments.rounds} rounds in turns"
    )
    print(
        "\ngroup  rows/command  engine + ledger/s   bare loop/s   ratio (least to most)"
        "   processor us a command"
    )
    missed = 0
    for size in GROUPS:
        race = _race(size, arguments)
        missed += statistics.median(race.ratios) < AIM
        print(_line(race), flush=True)
    print("\nclients  acknowledged p50 ms  p99 ms")
    for clients in GROUPS:
        waits = _acknowledged(clients, arguments)
        print(f"{clients:7}  {_share(waits, 0.5):19.2f}  {_share(waits, 0.99):6.2f}", flush=True)
    print(f"\naim: {AIM:.0%} of the bare loop, {'missed' if missed else 'reached'}")
    return 1 if missed else 0


def _race(size: int, arguments: argparse.Namespace) -> Race:
    groups = max(8, arguments.commands // size)
    count = groups * size
    with tempfile.TemporaryDirectory(dir=arguments.dir) as folder:
        root = Path(folder)
        writes = recorded(root / "recorded.sqlite3", groups, size)
        race = Race(size, rows_of(writes) / count, count, [], [])
        for number in range(arguments.rounds):
            ours, theirs = root / f"ours-{number}.sqlite3", root / f"bare-{number}.sqlite3"
            racers = [
                partial(_add, race.product, partial(product, ours, groups, size)),
                partial(_add, race.bare, partial(bare, theirs, writes)),
            ]
            for run in racers if number % 2 else reversed(racers):
                run()
            assert last_chain(ours) == last_chain(theirs), "the contenders wrote different records"
    return race


def _add(rounds: list[Took], run: Callable[[], Took]) -> None:
    rounds.append(run())


def _acknowledged(clients: int, arguments: argparse.Namespace) -> list[float]:
    with tempfile.TemporaryDirectory(dir=arguments.dir) as folder:
        return acknowledged(Path(folder) / "room.sqlite3", clients, arguments.commands)


def _line(race: Race) -> str:
    ratios = race.ratios
    spread = f"{statistics.median(ratios):.0%} ({min(ratios):.0%} to {max(ratios):.0%})"
    return (
        f"{race.size:5}  {race.rows_a_command:12.1f}  {race.speed(race.product):17,.0f}"
        f"  {race.speed(race.bare):12,.0f}   {spread:22}"
        f"  {race.cost(race.product):6.0f} and {race.cost(race.bare):3.0f}"
    )


def _share(waits: Sequence[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(len(waits) * share))]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-ledger", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="of both contenders (7)")
    parser.add_argument("--commands", type=int, default=2_048, help="in each round (2048)")
    parser.add_argument("--dir", type=Path, help="where the ledgers are written (the system's)")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
