"""`make mutants`: plants each fault in a copy and reports by rule whether a test noticed.

Names of rules as arguments run only theirs, `--each N` the first N of each rule and side. Ends with
1 when a fault survived or could not be planted, or when the tests fail without one.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from rules.page import CLIENT, SERVER
from rules.tests import TestFiles, find_tests

from .report import Outcome, Verdict, report
from .sandbox import Sandbox
from .suites import Result, Run, run_tests
from .table import Fault, TableError, read_faults

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
OUTCOMES: dict[Result, Outcome] = {
    "failed": "caught",
    "passed": "SURVIVED",
    "not run": "unusable",
}


class Trial:
    """All faults against the tests of their rules, two at a time, each in a copy of its own."""

    def __init__(self, folder: Path, tests: TestFiles) -> None:
        self._tests = tests
        self._free: SimpleQueue[Sandbox] = SimpleQueue()
        for number in range(WORKERS):
            self._free.put(Sandbox(ROOT, folder / str(number)))

    def without_fault(self, side: str, rules: Sequence[str]) -> Run:
        """Run the tests of all `rules` on sources that are as they should be."""
        files = {file for rule in rules for file in self._files(rule, side)}
        sandbox = self._free.get()
        try:
            return run_tests(sandbox.folder, side, rules, sorted(files))
        finally:
            self._free.put(sandbox)

    def judge(self, fault: Fault) -> Verdict:
        """Plant one fault and run the tests of its rule."""
        sandbox = self._free.get()
        files = self._files(fault.rule, fault.side)
        try:
            with sandbox.planted(fault):
                run = run_tests(sandbox.folder, fault.side, [fault.rule], files)
        except TableError as error:
            return Verdict(fault, "unusable", str(error))
        finally:
            self._free.put(sandbox)
        return Verdict(fault, OUTCOMES[run.result], "" if run.result == "failed" else run.output)

    def _files(self, rule: str, side: str) -> list[Path]:
        # The tests of the core are the quickest, and most likely to notice.
        files = self._tests.get((rule, side), {})
        return sorted(files, key=lambda file: ("shared" not in file.parts, file))


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("rules", nargs="*", metavar="RULE", help="whose faults (all)")
    parser.add_argument("--each", type=int, metavar="N", help="at most N of a rule and side")
    arguments = parser.parse_args(argv)
    faults = chosen(read_faults(), arguments.rules, arguments.each)
    started_s = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="mutants-") as folder,
        ThreadPoolExecutor(WORKERS) as pool,
    ):
        trial = Trial(Path(folder), find_tests(ROOT))
        healthy = _check_without_fault(trial, pool, faults)
        verdicts = list(_told(pool.map(trial.judge, faults), len(faults))) if healthy else []
    print(report(verdicts), end="")
    print(f"{time.monotonic() - started_s:.0f} s")
    return 0 if healthy and all(verdict.outcome == "caught" for verdict in verdicts) else 1


def chosen(faults: Iterable[Fault], rules: Sequence[str], each: int | None) -> list[Fault]:
    """Return the faults of the named rules (all without names), the first `each` of a side."""
    taken: Counter[tuple[str, str]] = Counter()
    wanted = []
    for fault in faults:
        kind = (fault.rule, fault.side)
        taken[kind] += 1
        if (not rules or fault.rule in rules) and (each is None or taken[kind] <= each):
            wanted.append(fault)
    return wanted


def _told(verdicts: Iterable[Verdict], total: int) -> Iterator[Verdict]:
    """Tell how far it is, where somebody watches: the report comes at the end."""
    for number, verdict in enumerate(verdicts, 1):
        if sys.stderr.isatty():
            print(f"\r{number} of {total}", end="" if number < total else "\n", file=sys.stderr)
        yield verdict


def _check_without_fault(trial: Trial, pool: ThreadPoolExecutor, faults: Iterable[Fault]) -> bool:
    runs: dict[str, Future[Run]] = {}
    for side in (SERVER, CLIENT):
        rules = sorted({fault.rule for fault in faults if fault.side == side})
        if rules:
            runs[side] = pool.submit(trial.without_fault, side, rules)
    for side, run in runs.items():
        if run.result().result != "passed":
            print(f"{run.result().output}\nThe {side}'s tests fail without a fault; nothing tried.")
            return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
