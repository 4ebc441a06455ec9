"""`make slow-clients`: the same load with and without clients that do not read, in turns.

Ends with 1 when the others notice (rule U4), when the server keeps more than it may, or when what
a slow client gets afterwards is wrong or late.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from trading_api.shared.ws.limits import Limits

from .trial import Plan, Trial, run_trial

SOURCE = Path(__file__).with_name("readers.c")
P99_WITHIN = 1.2
CAUGHT_UP_WITHIN_MS = 1000.0
# Above these the generator, or a server that cannot keep up, is what is measured.
READERS_BUSY = 0.9
RATE_KEPT = 0.97
# What may lie behind an outbox: the transport's buffer, and a frame that it was full before.
BEHIND_AN_OUTBOX = 512 * 1024


@dataclass(frozen=True)
class Pair:
    """One round: the same load with the slow clients and without them."""

    beside_slow: Trial
    alone: Trial

    @property
    def p99_ratio(self) -> float:
        return self.beside_slow.p99_ms / self.alone.p99_ms

    @property
    def slow_bytes(self) -> float:
        """What the server held more for each slow client."""
        more = self.beside_slow.rss_bytes - self.alone.rss_bytes
        return more / self.beside_slow.plan.slow

    def figures(self) -> str:
        with_, without = self.beside_slow, self.alone
        return (
            f"p99 {with_.p99_ms:.2f} beside, {without.p99_ms:.2f} ms alone: {self.p99_ratio:.2f};"
            f" p50 {with_.readers['p50_ms']:.2f}, {without.readers['p50_ms']:.2f} ms;"
            f" {self.slow_bytes / 1024:+.0f} KiB a slow client,"
            f" fullest outbox {with_.outbox_bytes / 1024:.0f} KiB;"
            f" caught up in {with_.readers['caught_up_ms']} ms;"
            f" skipped {with_.readers['skipped']};"
            f" busy: server {with_.server_busy:.0%}, {without.server_busy:.0%},"
            f" readers {with_.readers['busy']:.0%}, {without.readers['busy']:.0%};"
            f" {with_.rate:.0f}, {without.rate:.0f} updates/s"
        )


def main() -> int:
    arguments = _arguments()
    plan = Plan(rate=arguments.rate, hold_s=arguments.seconds)
    pairs: list[Pair] = []
    with built_readers() as readers:
        for number in range(arguments.rounds):
            pairs.append(_pair(plan, readers, slow_first=number % 2 == 0))
            print(f"round {number + 1}: {pairs[-1].figures()}", flush=True)
    faults = list(_faults(pairs))
    ratios = sorted(pair.p99_ratio for pair in pairs)
    print(
        f"slow-clients: others' p99 {statistics.median(ratios):.2f} times that without"
        f" ({ratios[0]:.2f} to {ratios[-1]:.2f}, {len(ratios)} rounds, {os.cpu_count()} cores,"
        f" load {os.getloadavg()[0]:.1f})"
    )
    for fault in faults:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="slow-clients", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="pairs of runs (5)")
    parser.add_argument("--rate", type=int, default=Plan.rate, help="updates a second (5000)")
    parser.add_argument(
        "--seconds", type=float, default=Plan.hold_s, help="for which the slow do not read (8)"
    )
    return parser.parse_args()


@contextmanager
def built_readers() -> Iterator[Path]:
    """Compile the readers into a folder that is thrown away."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        sys.exit("slow-clients: expected a C compiler (cc or gcc) on the path: install one")
    with tempfile.TemporaryDirectory(prefix="slow-clients-") as folder:
        program = Path(folder, "readers")
        subprocess.run([compiler, "-O2", "-o", str(program), str(SOURCE)], check=True)
        yield program


def _pair(plan: Plan, readers: Path, *, slow_first: bool) -> Pair:
    """Run both halves of a round; each goes first in every other round."""
    without = replace(plan, stalled=0, trickling=0)
    cores = _two_cores()
    if slow_first:
        beside_slow = run_trial(plan, readers, cores)
        return Pair(beside_slow, run_trial(without, readers, cores))
    alone = run_trial(without, readers, cores)
    return Pair(run_trial(plan, readers, cores), alone)


def _two_cores() -> tuple[int | None, int | None]:
    """Return a core each for server and readers, where there are two and they can be chosen."""
    if not hasattr(os, "sched_getaffinity") or shutil.which("taskset") is None:
        return None, None
    cores = sorted(os.sched_getaffinity(0))
    return (cores[0], cores[1]) if len(cores) > 1 else (None, None)


def _faults(pairs: Sequence[Pair]) -> Iterator[str]:
    ratio = statistics.median(pair.p99_ratio for pair in pairs)
    if ratio > P99_WITHIN:
        yield f"the others' p99 grew to {ratio:.2f} times, expected {P99_WITHIN} at most"
    bound = Limits().outbox_bytes + BEHIND_AN_OUTBOX
    held = statistics.median(pair.slow_bytes for pair in pairs)
    if held > bound:
        yield f"a slow client cost {held / 1024:.0f} KiB, expected {bound / 1024:.0f} at most"
    for pair in pairs:
        yield from _faults_of(pair.beside_slow)
        yield from _faults_of(pair.alone)


def _faults_of(trial: Trial) -> Iterator[str]:
    yield from trial.faults()
    plan, readers = trial.plan, trial.readers
    if trial.outbox_bytes > Limits().outbox_bytes:
        yield f"an outbox held {trial.outbox_bytes} bytes"
    late = max(readers["caught_up_ms"])
    if plan.slow and (min(readers["caught_up_ms"]) < 0 or late > CAUGHT_UP_WITHIN_MS):
        yield f"caught up in {readers['caught_up_ms']} ms (-1: never)"
    if readers["busy"] > READERS_BUSY:
        yield f"the readers took {readers['busy']:.0%} of their core: they are the limit"
    if trial.rate < RATE_KEPT * plan.rate:
        yield f"expected {plan.rate} updates a second, got {trial.rate:.0f}: too slow a machine"


if __name__ == "__main__":
    sys.exit(main())
