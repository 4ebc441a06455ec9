"""`make terminal-speed`: five hundred ticking symbols in a real browser, measured from outside."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import chromium
from suites import FRONTEND, REPORTS, SMOKE, TOOLS

from .crowd import SYMBOLS
from .plug_in import environment_with_crowd

FOLDER = SMOKE / "speed"


def main() -> int:
    arguments = _parser().parse_args()
    browser = chromium.find_or_install()
    if browser is None:
        print(f"error: no browser: {chromium.REMEDY}", file=sys.stderr)
        return 2
    options = {
        "symbols": arguments.symbols,
        "seconds": arguments.seconds,
        "rounds": arguments.rounds,
        "heapMinutes": arguments.heap_minutes,
        "out": str(arguments.out.resolve()),
    }
    spec = "heap.spec" if arguments.heap_minutes else "speed.spec"
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **environment_with_crowd(Path(folder)),
            "NODE_PATH": str(FRONTEND / "node_modules"),
            "TP_CHROMIUM": browser,
            "TERMINAL_SPEED": json.dumps(options),
        }
        command = [
            *(str(TOOLS / "playwright"), "test", spec, "--reporter=line"),
            *("--config", str(FOLDER / "playwright.config.ts")),
        ]
        code = subprocess.run(command, cwd=FRONTEND, env=environment, check=False).returncode
    print(f"figures of each round: {arguments.out}")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="terminal_speed", description=__doc__)
    parser.add_argument("--symbols", type=_symbols, default=len(SYMBOLS), help="watched (500)")
    parser.add_argument("--seconds", type=_positive, default=15.0, help="of each phase (15)")
    parser.add_argument("--rounds", type=int, default=3, help="fresh pages (3)")
    parser.add_argument(
        "--heap-minutes",
        type=_positive,
        default=0,
        help="watch the heap for so long instead of measuring the speed (30 for the report)",
    )
    parser.add_argument("--out", type=Path, default=REPORTS / "terminal-speed", help="folder")
    return parser


def _positive(text: str) -> float:
    number = float(text)
    if not number > 0:
        raise argparse.ArgumentTypeError(f"expected a number above 0, got {text}")
    return number


def _symbols(text: str) -> int:
    number = int(text)
    if not 10 <= number <= len(SYMBOLS):
        raise argparse.ArgumentTypeError(f"expected 10 to {len(SYMBOLS)} symbols, got {text}")
    return number


if __name__ == "__main__":
    sys.exit(main())
