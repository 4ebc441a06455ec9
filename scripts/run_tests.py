"""Run the parts of the suite named on the command line (all by default) and sum them up.

The last lines name each part with its counts. Under CI=true a part that could not run fails, and
the sum over all parts follows, alone on its line.
"""

import os
import sys

import suites
from suites import Outcome

PARTS = {
    "backend": suites.backend,
    "frontend": suites.frontend,
    "smoke": suites.smoke,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"error: expected some of {', '.join(PARTS)}, got {unknown[0]}", file=sys.stderr)
        return 2
    outcomes = [_run(name) for name in names or PARTS]
    in_ci = os.environ.get("CI", "").lower() == "true"
    print(flush=True)
    for outcome in outcomes:
        print(outcome.line)
    missing = sum(1 for outcome in outcomes if outcome.not_run) if in_ci else 0
    failed = sum(outcome.failed for outcome in outcomes) + missing
    if in_ci:
        print(f"{sum(outcome.passed for outcome in outcomes)} passed, {failed} failed")
    return 1 if failed else 0


def _run(name: str) -> Outcome:
    print(f"\n== {name} ==", flush=True)
    return PARTS[name]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
