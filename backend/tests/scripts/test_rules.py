"""The gate of rules: what is not proved is named, and nothing that is."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from mutants.table import Fault
from rules.check import lacking, strays
from rules.page import PageError, Rule, parse_rules
from rules.tests import PYTHON_TEST, TYPESCRIPT_TEST

PAGE = (
    "- **F1** *wire* · *built* What is not JSON gets one error.",
    "- **R6** *wire* · *planned* Every list carries a position.",
    "| side | rules |",
    "| both | F1 |",
    "| server | R6 |",
)
F1, R6 = (
    Rule("F1", "wire", True, ("server", "client")),
    Rule("R6", "wire", False, ("server",)),
)


def fault(rule: str, folder: str) -> Fault:
    return Fault(rule, Path(folder, "a"), "old", "new", "wrong")


def findings(tested: Iterable[tuple[str, str]], faults: Iterable[Fault]) -> list[str]:
    tests = {place: {Path("t"): 1} for place in tested}
    faults = list(faults)
    return [*lacking([F1, R6], tests, faults), *strays([F1, R6], tests, faults)]


def test_rules_are_read_with_state_and_sides():
    assert parse_rules(PAGE) == [F1, R6]


@pytest.mark.parametrize(
    "lines",
    [PAGE[1:], PAGE[:4], (*PAGE, PAGE[0]), (*PAGE, "| client | F1 |", "| client | X9 |")],
    ids=["row without a rule", "rule without a row", "rule twice", "unknown rule"],
)
def test_a_page_that_does_not_fit_is_refused(lines):
    with pytest.raises(PageError):
        parse_rules(lines)


def test_a_planned_rule_needs_nothing_and_a_built_one_all():
    assert findings([], []) == [
        "F1: the server must obey it and has no test of this name",
        "F1: no fault is planted in the server",
        "F1: the client must obey it and has no test of this name",
        "F1: no fault is planted in the client",
    ]


def test_what_is_proved_on_both_sides_is_not_named():
    tested = [("F1", "server"), ("F1", "client")]

    assert findings(tested, [fault("F1", "backend"), fault("F1", "frontend")]) == []


def test_a_test_of_a_rule_that_does_not_exist_is_named():
    tested = [("F1", "server"), ("F1", "client"), ("F9", "server"), ("D2", "server")]
    faults = [fault("F1", "backend"), fault("F1", "frontend"), fault("X1", "backend")]

    named = findings(tested, faults)

    assert [finding.split(":")[0] for finding in named] == ["F9", "X1"]


def test_names_of_tests_are_found_in_both_languages():
    python = "async def test_S3_held() -> None:\n    def test_U1_inner(self):\ndef test_plain():"
    typescript = """it("[R2] goes on", it.each([1])("[C2] stops at %i", it(`[R3] x`, it("plain"""

    assert PYTHON_TEST.findall(python) == ["S3", "U1"]
    assert TYPESCRIPT_TEST.findall(typescript) == ["R2", "C2", "R3"]
