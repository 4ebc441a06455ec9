"""`make differential`: our fills on real bars beside those of nautilus_trader, fill by fill.

Both engines are given the same markets and the same orders. A fill is equal when bar (or quote),
price and quantity are. Each one that differs is counted under the rule of ours, documented in
docs/explanation/matching.md, that makes it differ. Ends with 1 when a difference has no rule, or
when less than 99 percent are equal where the rules of both coincide.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from .comparison import UNEXPLAINED, Comparison, compare
from .market import BARS, DayBar, Display, bars_of
from .other_process import environment_in, their_fills
from .our_fills import our_fills
from .workloads import KINDS, MOST, Workload, of_the_day, on_quotes, over_night

ENOUGH = Decimal("0.99")
Made = Callable[[Sequence[DayBar], str], Workload]
WORKLOADS: dict[str, tuple[Made, bool]] = {
    "over-night": (lambda bars, seed: over_night(bars, seed, 12, "bars"), False),
    "over-night-path": (lambda bars, seed: over_night(bars, seed, 12, "path"), True),
    "of-the-day": (lambda bars, seed: of_the_day(bars, seed, 18), True),
    "on-quotes": (lambda bars, seed: on_quotes(bars, seed, Display(MOST, 1), KINDS), True),
    "on-jumps": (lambda bars, seed: on_quotes(bars, seed, Display(MOST, 7), KINDS[:3]), True),
    "on-thin-quotes": (lambda bars, seed: on_quotes(bars, seed, Display(1, 1), KINDS), False),
}
"""How each is made, and whether the rules of both engines coincide in it."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="differential", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=WORKLOADS, help="one of the workloads")
    parser.add_argument("--days", type=int, help="as many of each symbol's bars; default: all")
    parser.add_argument(
        "--environment", type=Path, help="where the other engine is, or is to stay; default: apart"
    )
    given = parser.parse_args()
    bars = {symbol: found[: given.days] for symbol, found in bars_of(BARS).items()}
    with tempfile.TemporaryDirectory(prefix="differential-") as folder:
        python = environment_in(given.environment or Path(folder))
        names = [given.only] if given.only else WORKLOADS
        enough = [_run(python, name, bars, given.seed) for name in names]
    return 0 if all(enough) else 1


def _run(python: Path, name: str, bars: dict[str, list[DayBar]], seed: int) -> bool:
    """Run one workload on each symbol, and say whether enough is equal."""
    made, coincide = WORKLOADS[name]
    enough = True
    for symbol, found in bars.items():
        workload = made(found, f"{seed} {symbol}")
        result = compare(workload, our_fills(workload), their_fills(python, workload))
        enough &= not result.differing[UNEXPLAINED]
        enough &= not coincide or result.share >= ENOUGH
        _tell(f"{name} {symbol}", result)
    return enough


def _tell(name: str, found: Comparison) -> None:
    print(
        f"{name}: {found.orders} orders, {found.fills} fills {dict(sorted(found.kinds.items()))}, "
        f"{found.same_time} at the same time, {found.equal} equal ({found.share:.2%}), "
        f"{found.first_equal} of {found.first} first fills of an order"
    )
    for reason, count in (+found.differing).items():
        print(f"  {count} x {reason}")
    for example in found.examples:
        print(f"    {example}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
