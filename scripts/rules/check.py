"""Fails when a built rule lacks a test or a planted fault on a side that must obey it."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from mutants.table import Fault, read_faults

from .page import Rule, read_rules
from .tests import TestFiles, find_tests

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    rules, tests, faults = read_rules(ROOT), find_tests(ROOT), read_faults()
    findings = [*lacking(rules, tests, faults), *strays(rules, tests, faults)]
    for finding in findings:
        print(finding)
    built = sum(rule.is_built for rule in rules)
    count = sum(sum(files.values()) for files in tests.values())
    summary = f"{built} built, {count} tests, {len(faults)} planted faults"
    print(f"rules: {len(findings)} unproved" if findings else f"rules: {summary}")
    return 1 if findings else 0


def lacking(rules: Iterable[Rule], tests: TestFiles, faults: Iterable[Fault]) -> Iterator[str]:
    """Yield a line for each side that must obey a built rule and does not prove it."""
    planted = {(fault.rule, fault.side) for fault in faults}
    for rule in rules:
        for side in rule.sides if rule.is_built else ():
            if not tests.get((rule.id, side)):
                yield f"{rule.id}: the {side} must obey it and has no test of this name"
            if (rule.id, side) not in planted:
                yield f"{rule.id}: no fault is planted in the {side}"


def strays(rules: Iterable[Rule], tests: TestFiles, faults: Iterable[Fault]) -> Iterator[str]:
    """Yield a line for each test and fault that names a rule which the page does not have."""
    known = {rule.id for rule in rules}
    families = {name[0] for name in known}
    for (name, _), files in tests.items():
        # Other pages number their rules by other letters.
        if name not in known and name[0] in families:
            yield f"{name}: no such rule, but tests of it in {', '.join(map(str, files))}"
    for name in {fault.rule for fault in faults} - known:
        yield f"{name}: no such rule, but a fault is planted against it"


if __name__ == "__main__":
    sys.exit(main())
