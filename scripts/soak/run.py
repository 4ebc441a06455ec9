"""`make soak`: an hour of moderate load on the served product; nothing that is held may grow.

Listeners of both languages follow the account and fifty symbols through fault proxies of their own
while orders are placed and canceled, connections are cut and topics come and go. Every ten seconds
the server's memory, objects, tasks, sockets and topics are counted, and the heap of Node.js. After
the warm-up they must stay, and nobody may lack or double anything. Ends with 1 on any fault.
"""

import argparse
import asyncio
import json
import secrets
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from cuts.play import Size

from .outcome import Outcome
from .picture import picture
from .play import Soak
from .samples import MIB, Sample

WARM_UP_SHARE = 1 / 6


def main() -> int:
    given = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        settings = {"TP_FEED": "replay", "TP_REPLAY_FILE": str(folder / "ticks.csv")}
        size = Size(python=given.python, typescript=given.typescript, traders=2, settings=settings)
        seconds = given.minutes * 60
        soak = Soak(folder, size, given.seed, _telling(folder / "samples.jsonl", seconds))
        played = asyncio.run(soak.soak(seconds))
        outcome = Outcome(played, folder, given.python, seconds * WARM_UP_SHARE)
    print(f"--minutes {given.minutes:g} --seed {given.seed}\n{outcome.figures()}")
    if given.svg is not None:
        text = picture(played.samples, seconds * WARM_UP_SHARE)
        given.svg.write_text(text, encoding="utf-8")
    faults = list(outcome.faults())
    for fault in faults[:60]:
        print(f"FAULT: {fault}")
    return 1 if faults else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make soak", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60.0, help="of load (60)")
    parser.add_argument("--python", type=int, default=20, help="listeners in Python (20)")
    parser.add_argument("--typescript", type=int, default=10, help="in TypeScript (10)")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32))
    parser.add_argument("--svg", type=Path, help="where to draw memory and counts")
    parser.add_argument("--keep", type=Path, help="a folder that keeps ledger, logs and samples")
    return parser


def _telling(path: Path, seconds: float) -> Callable[[Sample], None]:
    """Write each sample to a file at once, and a line to the terminal."""

    def tell(sample: Sample) -> None:
        with path.open("a", encoding="utf-8") as out:
            out.write(json.dumps(asdict(sample)) + "\n")
        counts = sample.counts
        print(
            f"{sample.at_s:5.0f} of {seconds:.0f} s  rss {sample.rss / MIB:.1f} MiB "
            f"({sample.sqlite / MIB:.1f} caches), heap {sample.heap / MIB:.1f} MiB, objects "
            f"{counts['objects']}, connections {counts['connections']}, topics {counts['topics']}, "
            f"tasks {counts['tasks']}, sockets {counts['sockets']}"
            f"{'  (quiet)' if sample.is_quiet else ''}",
            file=sys.stderr, flush=True,
        )  # fmt: skip

    return tell


if __name__ == "__main__":
    sys.exit(main())
