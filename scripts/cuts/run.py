"""`make cuts`: listeners of both languages through a storm of faults, judged by the ledger.

Clients reach the served product through a fault proxy each, traders through one more. While orders
flow and prices tick, connections are cut, silenced and slowed, and the server is killed, stopped
and restarted. At the end everybody must have heard what the ledger holds, once, and be back.
"""

import argparse
import asyncio
import secrets
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from .outcome import Outcome
from .play import Play, Size


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="make cuts", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    size = Size()
    parser.add_argument("--cuts", type=int, default=size.cuts, help=f"faults ({size.cuts})")
    parser.add_argument("--kills", type=int, default=size.kills, help="kill -9 at least")
    parser.add_argument("--python", type=int, default=size.python, help="listeners in Python")
    parser.add_argument("--typescript", type=int, default=size.typescript, help="in TypeScript")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    parser.add_argument("--svg", type=Path, help="where to write the histogram")
    parser.add_argument("--keep", type=Path, help="a folder that keeps ledger and logs")
    given = parser.parse_args()
    size = replace(
        size, cuts=given.cuts, kills=given.kills, python=given.python, typescript=given.typescript
    )
    with tempfile.TemporaryDirectory(prefix="cuts-") as folder:
        if given.keep is not None:
            given.keep.mkdir(parents=True, exist_ok=True)
        outcome = asyncio.run(_played(given.keep or Path(folder), size, given.seed))
    print(f"--seed {given.seed}\n{outcome.figures()}")
    if given.svg is not None:
        given.svg.write_text(outcome.picture(), encoding="utf-8")
    faults = list(outcome.faults())
    for fault in faults[:60]:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


async def _played(folder: Path, size: Size, seed: int) -> Outcome:
    play = Play(folder, size, seed)

    def told(done: int) -> None:
        print(f"\r{done} of {size.cuts} cuts", end="", file=sys.stderr, flush=True)

    try:
        return await play.run(told)
    finally:
        print(file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
