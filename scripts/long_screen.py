"""`make long-screen`: many topics in a real browser for a long time, judged to the last value."""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import chromium
from suites import FRONTEND, REPORTS, SMOKE, TOOLS

CONFIG = SMOKE / "long-screen" / "playwright.config.ts"
FAULTS = FRONTEND / "src" / "testing" / "longScreen" / "faults.json"


def main() -> int:
    arguments = _parser().parse_args()
    browser = chromium.find_or_install()
    if browser is None:
        print(f"error: no browser: {chromium.REMEDY}", file=sys.stderr)
        return 2
    options = {
        "seconds": arguments.minutes * 60,
        "warmUpSeconds": arguments.warm_up,
        "topics": arguments.topics,
        "feed": arguments.feed,
        "plant": arguments.plant or "",
        "out": str(arguments.out.resolve()),
    }
    environment = {
        **os.environ,
        "NODE_PATH": str(FRONTEND / "node_modules"),
        "TP_CHROMIUM": browser,
        "LONG_SCREEN": json.dumps(options),
    }
    command = [str(TOOLS / "playwright"), "test", "--config", str(CONFIG), "--reporter=line"]
    code = subprocess.run(command, cwd=FRONTEND, env=environment, check=False).returncode
    print(f"chart, picture and samples: {arguments.out}")
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="long_screen", description=__doc__)
    parser.add_argument("--minutes", type=_positive, default=10.0, help="measured time (10)")
    parser.add_argument("--warm-up", type=_positive, default=60.0, help="seconds before it (60)")
    parser.add_argument("--topics", type=int, default=50, help="bars and quotes on the page (50)")
    parser.add_argument(
        "--feed",
        choices=("simulated", "fast"),
        default="simulated",
        help="the product's market, or ten symbols with 20 ticks a second each",
    )
    planted = sorted(json.loads(FAULTS.read_text(encoding="utf-8")))
    parser.add_argument("--plant", choices=planted, help="a fault in the client, to be noticed")
    parser.add_argument("--out", type=Path, default=REPORTS / "long-screen-run", help="folder")
    return parser


def _positive(text: str) -> float:
    number = float(text)
    if not number > 0:
        raise argparse.ArgumentTypeError(f"expected a number above 0, got {text}")
    return number


if __name__ == "__main__":
    sys.exit(main())
