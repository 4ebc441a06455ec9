"""`python -m send_cost.run BEFORE AFTER`: two `backend/src` folders, in turns, a process each."""

import argparse
import os
import statistics
import subprocess
import sys
from pathlib import Path

CHILD = Path(__file__).with_name("child.py")
PAIRS = 7
UPDATES = {0: 20_000, 1: 20_000, 10: 10_000, 1000: 200}


def main() -> int:
    parser = argparse.ArgumentParser(description="compare what an update costs in two trees")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    arguments = parser.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for listeners in UPDATES:
        print(_compared(arguments.before, arguments.after, listeners), flush=True)
    return 0


def _compared(before: Path, after: Path, listeners: int) -> str:
    trees = [before, after]
    took: dict[Path, list[float]] = {tree: [] for tree in trees}
    for number in range(PAIRS):
        for tree in trees if number % 2 else reversed(trees):
            took[tree].append(_measure(tree, listeners))
    ratios = [new / old for old, new in zip(took[before], took[after], strict=True)]
    return (
        f"{listeners} listeners: {min(took[before]):.2f} us, then {min(took[after]):.2f} us;"
        f" ratio {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})"
    )


def _measure(tree: Path, listeners: int) -> float:
    command = [sys.executable, str(CHILD), str(listeners), str(UPDATES[listeners])]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(run.stdout)


if __name__ == "__main__":
    sys.exit(main())
