"""The sums that `make test` ends with."""

import pytest
from suites import Outcome, outcome


@pytest.mark.parametrize(
    ("part", "line"),
    [
        (Outcome("backend", passed=12), "backend: 12 passed"),
        (Outcome("backend", passed=12, failed=1), "backend: 12 passed, 1 failed"),
        (Outcome("backend", passed=12, skipped=2), "backend: 12 passed, 2 skipped"),
        (
            Outcome("smoke (chromium)", not_run="no browser"),
            "smoke (chromium): NOT RUN (no browser)",
        ),
    ],
)
def test_a_part_is_one_line(part, line):
    assert part.line == line


@pytest.mark.parametrize(
    ("code", "passed", "failed"),
    [(0, 0, 0), (1, 5, 0), (5, 0, 0)],
    ids=["nothing ran", "a stray error", "nothing collected"],
)
def test_a_runner_that_fails_without_a_failed_test_has_failed(code, passed, failed):
    assert outcome("backend", code, passed, failed, 0).failed == 1


def test_a_run_without_failures_has_none():
    assert outcome("backend", 0, 5, 0, 0) == Outcome("backend", passed=5)
