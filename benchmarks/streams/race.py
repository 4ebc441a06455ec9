"""Rounds in turns: every contender once a round, and ratios within a round only."""

import random
import statistics
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .processes import RaceError
from .scenarios import AT_SMALL, PRODUCT, SMALL, Aim, Load, Scenario
from .startup import import_s, start_s
from .trial import Measured, run_once, running

Say = Callable[[str], None]
Round = dict[str, Measured]
# A server that had the processor for less than this share of a window was not the limit itself.
BUSY_ENOUGH = 0.9


@dataclass(frozen=True)
class Verdict:
    """What came of one aim: the median over the rounds, and the least and the most."""

    scenario: str
    aim: Aim
    ratio: float
    low: float
    high: float

    @property
    def is_met(self) -> bool:
        return self.aim.is_met(self.ratio)


@dataclass
class Race:
    """The rounds of one scenario."""

    scenario: Scenario
    rounds: list[Round] = field(default_factory=list)

    def figures(self, contender: str, figure: str) -> list[float]:
        taken = [one[contender] for one in self.rounds if contender in one]
        return [getattr(measured, figure) for measured in taken]

    def verdicts(self) -> list[Verdict]:
        """Return what came of each aim whose contenders took part."""
        pairs = [(aim, self._ratios(aim)) for aim in self.scenario.aims]
        return [
            Verdict(self.scenario.name, aim, statistics.median(ratios), min(ratios), max(ratios))
            for aim, ratios in pairs
            if ratios
        ]

    def _ratios(self, aim: Aim) -> list[float]:
        if aim.peer is None:
            return self.figures(PRODUCT, aim.figure)
        both = [one for one in self.rounds if PRODUCT in one and aim.peer in one]
        return [
            getattr(one[PRODUCT], aim.figure) / getattr(one[aim.peer], aim.figure) for one in both
        ]


def race(scenario: Scenario, rounds: int, window_s: float, say: Say) -> Race:
    """Run the scenario; a contender that fails is named and misses that round."""
    result = Race(scenario)
    run_round = ROUNDS.get(scenario.name, _round)
    for number in range(1, rounds + 1):
        result.rounds.append(run_round(scenario, window_s, say))
        say(f"{scenario.name}: round {number} of {rounds} done")
    return result


def _round(scenario: Scenario, window_s: float, say: Say) -> Round:
    done: Round = {}
    for contender in random.sample(scenario.contenders, len(scenario.contenders)):
        try:
            done[contender] = run_once(contender, scenario, window_s)
        except RaceError as error:
            say(f"{scenario.name}: {contender} misses this round: {error}")
            continue
        say(_line(scenario, contender, done[contender]))
    return done


def _scale_round(scenario: Scenario, window_s: float, say: Say) -> Round:
    done: Round = {}
    for contender in random.sample(scenario.contenders, len(scenario.contenders)):
        load = replace(SMALL, is_awake=scenario.load.is_awake)
        small = _measured(contender, load, window_s)
        large = _measured(contender, scenario.load, window_s)
        done[contender + AT_SMALL] = small
        done[contender] = replace(large, growth=large.cost_us / small.cost_us)
        say(_line(scenario, contender + AT_SMALL, small))
        say(_line(scenario, contender, large))
    return done


def _measured(contender: str, load: Load, window_s: float) -> Measured:
    with running(contender, load) as trial:
        return trial.measure(window_s)


def _timed(measure: Callable[[], float]) -> Callable[[Scenario, float, Say], Round]:
    def run_round(scenario: Scenario, window_s: float, say: Say) -> Round:
        seconds = measure()
        say(f"{scenario.name}: {seconds:.2f} s")
        return {PRODUCT: Measured(seconds=seconds)}

    return run_round


ROUNDS: dict[str, Callable[[Scenario, float, Say], Round]] = {
    "scale": _scale_round,
    "start": _timed(start_s),
    "import": _timed(import_s),
}


def _line(scenario: Scenario, contender: str, measured: Measured) -> str:
    start = f"{scenario.name}: {contender:24}"
    if scenario.name == "memory":
        return f"{start} {measured.memory_kib:8.1f} KiB a connection"
    notes = "" if scenario.load.rate or measured.server_busy > BUSY_ENOUGH else " (not busy)"
    notes += f" ({measured.lost:.1%} withheld)" if measured.lost > 0.0005 else ""
    if scenario.load.rate:
        return f"{start} p50 {measured.p50_ms:7.2f} ms  p99 {measured.p99_ms:7.2f} ms{notes}"
    return f"{start} {measured.rate:11,.0f} /s  {measured.cost_us:6.2f} us each{notes}"
