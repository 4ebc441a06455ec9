"""`python -m operations.run [--check]`: bring the operators' page up to date, or say it is not."""

import argparse
import sys
from pathlib import Path

from .log_events import events_of
from .page import page
from .remedies import EVENTS

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "operations.md"
SOURCE = ROOT / "backend" / "src" / "trading_api"


def main() -> int:
    parser = argparse.ArgumentParser(description="write docs/reference/operations.md")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when stale")
    arguments = parser.parse_args()
    events = events_of(SOURCE)
    untold = sorted({event.name for event in events} - EVENTS.keys())
    if untold:
        print(
            f"operations: say in remedies.py what to do about {', '.join(untold)}", file=sys.stderr
        )
        return 1
    text = page(events)
    is_current = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
    if arguments.check and not is_current:
        print("operations: the page is stale; run `make generate` and commit", file=sys.stderr)
        return 1
    if not is_current:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    print("operations: up to date" if is_current else f"operations: {PAGE.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
