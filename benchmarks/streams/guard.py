"""`make bench-guard`: the product stays far ahead of a bare send loop; ratios, never seconds.

Both servers run side by side on one core, all clients connected, and publish in turns. What is
compared is the processor time that a delivery costs, so that other work on the machine counts
little. The aims of `make bench` are higher; this guards against a fall.
"""

import argparse
import contextlib
import signal
import statistics
import subprocess
import sys

from .contenders import needs
from .installing import install
from .processes import RaceError
from .scenarios import FAN_OUT, PRODUCT, WATCH_LISTS, Scenario
from .trial import Trial, running

PEER = "uvicorn"
LEAST = {FAN_OUT: 1.7, WATCH_LISTS: 15.0}
ROUNDS = 5
WINDOW_S = 0.8
WARM_UP_S = 0.2


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    argparse.ArgumentParser(prog="make bench-guard", description=__doc__).parse_args()
    try:
        install(needs([PRODUCT, PEER]))
        met = [_guard(scenario, least) for scenario, least in LEAST.items()]
    except (RaceError, OSError, subprocess.CalledProcessError) as failed:
        print(f"bench-guard: {failed}", file=sys.stderr)
        return 1
    return 0 if all(met) else 1


def _guard(scenario: Scenario, least: float) -> bool:
    with contextlib.ExitStack() as both:
        ours, theirs = (
            both.enter_context(running(name, scenario.load)) for name in (PRODUCT, PEER)
        )
        ratios = [_cost(theirs) / _cost(ours) for _ in range(ROUNDS)]
    median = statistics.median(ratios)
    print(
        f"bench-guard: {scenario.name}: {median:.1f} times uvicorn + websockets"
        f" ({min(ratios):.1f} to {max(ratios):.1f}), expected at least {least:g}",
        flush=True,
    )
    return median >= least


def _cost(trial: Trial) -> float:
    return trial.measure(WINDOW_S, warm_up_s=WARM_UP_S).cost_us


if __name__ == "__main__":
    raise SystemExit(main())
