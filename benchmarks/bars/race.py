"""Runs contenders beside each other: the same pages, in turns, each in its own process."""

import json
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from .contenders import Page

HERE = Path(__file__).resolve().parent
BACKEND = HERE.parents[1] / "backend"
PACKAGES = BACKEND / ".venv" / "bench-bars"
# The first pages of a process find nothing ready; they are not counted.
WARM_UP = 3


class Times(NamedTuple):
    """How long a page took, in ms: by the clock, and of the processor in the contender's process.

    Where others use the machine, the clock counts them too; the processor does not.
    """

    clock: float
    processor: float


class Runner:
    """A contender's process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def ask(self, pages: Sequence[Page], *, show: bool = False) -> tuple[list[Times], list[object]]:
        """Return how long each page took, and what came when it is to be shown."""
        source, sink = self._process.stdout, self._process.stdin
        assert source is not None and sink is not None
        sink.write(json.dumps({"pages": pages, "show": show}) + "\n")
        sink.flush()
        reply = json.loads(source.readline())
        return [Times(*times) for times in reply["times"]], reply["shown"]


@contextmanager
def runner(name: str, path: Path) -> Iterator[Runner]:
    """Start a contender, which may take a while to copy its rows."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(HERE.parent), str(PACKAGES)))}
    command = [sys.executable, "-m", "bars.worker", name, str(path)]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        if process.stdout.readline() != "ready\n":
            raise SystemExit(f"{name} did not start")
        yield Runner(process)
        process.stdin.close()


class Race:
    """The times of all contenders, by name and round."""

    def __init__(self, names: Sequence[str]) -> None:
        self.rounds: dict[str, list[list[Times]]] = {name: [] for name in names}

    def clock(self, name: str, share: float) -> float:
        """Return a percentile by the clock."""
        return percentile([times.clock for one in self.rounds[name] for times in one], share)

    def processor(self, name: str) -> float:
        """Return the median of the processor's time."""
        return percentile([times.processor for one in self.rounds[name] for times in one], 0.5)

    def ratio(self, name: str, first: str) -> tuple[float, float, float]:
        """Return how many times as long as `first` it took: median of the rounds, least, most."""
        pairs = zip(self.rounds[name], self.rounds[first], strict=True)
        ratios = [_median(one) / _median(other) for one, other in pairs]
        return statistics.median(ratios), min(ratios), max(ratios)


def percentile(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def race(names: Sequence[str], path: Path, rounds: Sequence[Sequence[Page]]) -> Race:
    """Ask all contenders for the pages of each round, another one first each time."""
    result = Race(names)
    with ExitStack() as stack:
        runners = {name: stack.enter_context(runner(name, path)) for name in names}
        _compare(runners, rounds[0])
        for one in runners.values():
            for _ in range(WARM_UP):
                one.ask(rounds[0])
        for number, pages in enumerate(rounds):
            order = list(names)
            random.Random(number).shuffle(order)
            for name in order:
                result.rounds[name].append(runners[name].ask(pages)[0])
    return result


def _median(times: Sequence[Times]) -> float:
    return statistics.median(one.clock for one in times)


def _compare(runners: dict[str, Runner], pages: Sequence[Page]) -> None:
    """See that all who show their bars show the same."""
    answers = {name: one.ask(pages, show=True)[1] for name, one in runners.items()}
    first = answers.pop("product")
    for name, shown in answers.items():
        if shown != first and any(shown):
            raise SystemExit(f"{name} and the product answer with other bars")
