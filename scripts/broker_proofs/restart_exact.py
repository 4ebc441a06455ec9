"""`make restart-exact`: a day with 200 kills leaves the same ledger, byte for byte, as one without.

A trader in a process of its own goes through a recorded day. He is killed at random moments, also
while he starts, and after entries that leave a rare state; the next life asks again, by key, what
was not answered. Every table of the ledger is compared with that of a run which nobody killed.
"""

import argparse
import json
import random
import secrets
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .day_plan import DayPlan, day_plan
from .day_trader import LEDGER, TOLD, told
from .lives import Life, Lives
from .recorded_day import DAY, DAY_MS, DayTape
from .same_ledger import STATES, differences, rare_states, scenes, sizes

AFTER_ANSWER_S = 0.01
"""A kill comes within so much of an answer: in the ticks and commits that follow it."""
AFTER_START_S = 0.1
KILLED_STARTING = 0.1
WORKING, STARTING, ENDED = "work", "a start", "an end"


@dataclass
class Run:
    """What a run came to."""

    ticks: int
    answers: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    scenes: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    met: Counter[str] = field(default_factory=Counter)
    """What kills met: by state, how many."""
    sizes: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def figures(self) -> str:
        return (
            f"{self.ticks} ticks, {self.answers} commands ({sum(self.refused.values())} refused); "
            f"rows {self.sizes}; {self.kills} kills, which met {dict(sorted(self.met.items()))}"
        )


def run(folder: Path, *, kills: int, orders: int, seed: int) -> Run:
    """Trade the day without and with `kills` kills; `folder` takes both ledgers."""
    tape = DayTape(seed)
    plan = day_plan(tape, seed, orders)
    straight, killed = folder / "straight", folder / "killed"
    for each in (straight, killed):
        each.mkdir()
    result = Run(tape.count)
    with Lives(seed, orders) as lives:
        if lives.begin(straight).finish():
            raise RuntimeError("the run without kills failed")
        chance = random.Random(seed)
        for left in range(kills, 0, -1):
            number, last = _next_point(plan, killed, left, chance)
            result.met[_live_and_die(lives.begin(killed, last), number, chance)] += 1
            result.kills += 1
            result.met.update(rare_states(killed / LEDGER))
            print(f"\r{result.kills} of {kills} kills", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        if lives.begin(killed).finish():
            result.faults.append("the last life failed")
    result.faults += _compare(straight, killed)
    result.faults += [f"no kill met {state}" for state in STATES if not result.met[state]]
    if result.met[ENDED]:
        result.faults.append(f"{result.met[ENDED]} lives ended before they were killed")
    answers = [json.loads(line) for line in (straight / TOLD).read_text().splitlines()]
    result.answers = len(answers)
    result.refused.update(code for _, _, code in answers if isinstance(code, str))
    result.sizes, result.kinds = sizes(straight / LEDGER)
    result.scenes = scenes(straight / LEDGER, DAY + DAY_MS)
    return result


def _next_point(plan: DayPlan, folder: Path, left: int, chance: random.Random) -> tuple[int, int]:
    """Return after which entry to kill (-1: at a start), and after which to stand still until then.

    A life goes no further than its share of what is left, so that the day has work for all.
    """
    done = {number for number, _ in told(folder / TOLD)}
    asked = [[one.number for one in burst if one.number not in done] for burst in plan.bursts()]
    # The day never ends before its kills: the last entry is left to the last life.
    waiting = [burst for burst in asked[:-1] if burst]
    if not waiting:
        raise RuntimeError(f"the day has no work for {left} more kills: give it more --orders")
    near = waiting[: max(1, len(waiting) // left)]
    rare = [burst for burst in near if plan.rare.intersection(burst)]
    if rare:
        return rare[0][-1], rare[0][-1]
    if chance.random() < KILLED_STARTING:
        return -1, near[-1][-1]
    return chance.choice(chance.choice(near[:-1] or near)), near[-1][-1]


def _live_and_die(life: Life, number: int, chance: random.Random) -> str:
    """Kill a life soon after entry `number` was answered; return what it was doing.

    With -1 it is killed soon after its start: while it opens the ledger, or reads the ticks up to
    where it was.
    """
    working = number >= 0
    if not working:
        time.sleep(chance.uniform(0, AFTER_START_S))
    else:
        life.answered(number)
        time.sleep(chance.uniform(0, AFTER_ANSWER_S))
    if not life.kill():
        return ENDED
    return WORKING if working else STARTING


def _compare(straight: Path, killed: Path) -> Iterator[str]:
    yield from differences(straight / LEDGER, killed / LEDGER)
    if _answers(straight) != _answers(killed):
        yield "answers: what the trader was told differs"


def _answers(folder: Path) -> list[str]:
    return sorted((folder / TOLD).read_text(encoding="utf-8").splitlines())


def main() -> int:
    parser = argparse.ArgumentParser(prog="restart-exact", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--orders", type=int, default=500)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="restart-exact-") as folder:
        done = run(Path(folder), kills=given.kills, orders=given.orders, seed=given.seed)
    print(f"--kills {given.kills} --orders {given.orders} --seed {given.seed}: {done.figures()}")
    for name in ("kinds", "refused", "scenes"):
        print(f"{name}: {dict(sorted(getattr(done, name).items()))}")
    for fault in done.faults[:50]:
        print(f"FAULT: {fault}")
    return 1 if done.faults else 0


if __name__ == "__main__":
    sys.exit(main())
