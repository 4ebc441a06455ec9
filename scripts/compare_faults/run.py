"""`make compare-faults`: the same faults beside a plain FastAPI example and one of fastws.

Each server publishes the same numbered events and the same levels, and meets the same faults at the
same moments: cut, refused, slowed, stalled and half-open connections, kills and a stop of the
server. A table says what its listeners lacked, had twice, showed too long, and what it kept of
them. Three and a half minutes a server. Ends with 1 when the product lost or doubled anything.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from streams.installing import install

from .judging import HEAD, Figures, faults_of, figures
from .plan import Plan, full, short
from .serving import FASTWS, PLAIN, PRODUCT
from .trial import Stage

CONTENDERS = (PLAIN, FASTWS, PRODUCT)
LEAVE_S = 30.0
"""Longer than the product lets a topic linger, or waits for the answer to a ping."""


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="make compare-faults",
        description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("--seed", type=int, default=7, help="of the plan (7)")
    parser.add_argument("--short", action="store_true", help="a few seconds each, few faults")
    given = parser.parse_args()
    install(["fastws"])
    plan = short(given.seed) if given.short else full(given.seed)
    done, faults = asyncio.run(_all(plan, given.seed, 1.0 if given.short else LEAVE_S))
    print(f"--seed {given.seed}, load {os.getloadavg()[0]:.1f}\n\n{HEAD}")
    for one in done:
        print(one.row())
    for fault in faults:
        print(f"FAULT: {fault}")
    ours = done[-1]
    return 1 if faults or ours.missing or ours.unanswered or ours.doubled else 0


async def _all(plan: Plan, seed: int, leave_s: float) -> tuple[list[Figures], list[str]]:
    """Run one after the other: together their listeners would need more than a core."""
    done: list[Figures] = []
    faults: list[str] = []
    for contender in CONTENDERS:
        seconds = plan.seconds + leave_s
        print(f"{contender.title}: about {seconds:.0f} s", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="compare-faults-") as folder:
            trial = await Stage(contender, plan, seed, Path(folder)).play(leave_s)
        done += figures(trial)
        faults += faults_of(trial.watched)
        print("\n".join(one.row() for one in figures(trial)), file=sys.stderr, flush=True)
    return done, faults


if __name__ == "__main__":
    sys.exit(main())
