"""`make bench`: races the product's streaming beside other servers and says which aims are met.

Server and load generator have a core each; every contender runs once a round, in changing order;
ratios are taken within a round. A whole run takes about 20 minutes. Exit code 0 whatever the
verdict; 1 when a contender could not be measured at all.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .charts import draw
from .contenders import needs
from .flame import record
from .installing import install
from .page import write_page
from .race import Race, Verdict, race
from .results import RESULTS, machine, write_figures, write_verdicts
from .scenarios import SCENARIOS, Scenario

QUICK_ROUNDS = 1
QUICK_WINDOW_S = 1.0
BEGUN = time.monotonic()


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    arguments = _arguments()
    chosen = [_as_asked(one, arguments) for one in SCENARIOS]
    chosen = [one for one in chosen if arguments.scenario in (None, one.name)]
    conditions = f"{machine()}, load {os.getloadavg()[0]:.1f} at the start"
    _say(conditions)
    if not _install(needs([name for one in chosen for name in one.contenders]), arguments.flame):
        return 1
    if arguments.flame:
        return record(arguments.results or RESULTS, _say)
    races = [_race(scenario, arguments) for scenario in chosen]
    verdicts = [verdict for one in races for verdict in one.verdicts()]
    _print(verdicts)
    folder = arguments.results or (None if arguments.quick or arguments.scenario else RESULTS)
    if folder is not None:
        _write(folder, races, verdicts, conditions)
    return 0 if len(verdicts) == sum(len(one.aims) for one in chosen) else 1


def _as_asked(scenario: Scenario, arguments: argparse.Namespace) -> Scenario:
    return replace(scenario, load=replace(scenario.load, is_awake=arguments.awake))


def _race(scenario: Scenario, arguments: argparse.Namespace) -> Race:
    _say(f"{scenario.name}: {scenario.title}")
    rounds = QUICK_ROUNDS if arguments.quick else arguments.rounds
    window_s = QUICK_WINDOW_S if arguments.quick else scenario.window_s
    return race(scenario, rounds, window_s, _say)


def _install(environments: Sequence[str], with_profiler: bool) -> bool:
    try:
        install([*environments, *(["profiler"] if with_profiler else [])])
    except (OSError, subprocess.CalledProcessError) as failed:
        print(f"bench: a peer could not be installed: {failed}", file=sys.stderr)
        return False
    return True


def _print(verdicts: Sequence[Verdict]) -> None:
    print(
        f"\n{'scenario':12} {'figure':11} {'beside':26} {'ratio':>8} {'least':>8} {'most':>8}  aim"
    )
    for one in verdicts:
        verdict = "met" if one.is_met else "MISSED"
        print(
            f"{one.scenario:12} {one.aim.figure:11} {one.aim.peer or '(the figure itself)':26}"
            f" {one.ratio:8.2f} {one.low:8.2f} {one.high:8.2f}  {one.aim} {verdict}"
        )
    missed = sum(not one.is_met for one in verdicts)
    print(f"\n{len(verdicts) - missed} aims met, {missed} missed")


def _write(
    folder: Path, races: Sequence[Race], verdicts: Sequence[Verdict], conditions: str
) -> None:
    write_verdicts(folder, verdicts, conditions)
    write_figures(folder, races)
    draw(folder, f"{conditions}, {len(races[0].rounds)} rounds")
    write_page(folder)
    print(f"written: README.md, latest.json, figures.json, charts: {os.path.relpath(folder)}")


def _say(line: str) -> None:
    print(f"{time.monotonic() - BEGUN:6.0f} s  {line}", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [one.name for one in SCENARIOS]
    parser.add_argument("--scenario", choices=names, help="this one alone; writes no results")
    parser.add_argument("--rounds", type=int, default=5, help="of every contender (5)")
    parser.add_argument("--quick", action="store_true", help="one short round; writes no results")
    parser.add_argument(
        "--awake", action="store_true", help="clients never sleep: a send() need not wake them"
    )
    parser.add_argument("--results", type=Path, help="write results there, whatever was run")
    parser.add_argument(
        "--flame", action="store_true", help="instead: save flame graphs of the product's server"
    )
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
