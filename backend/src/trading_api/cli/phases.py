"""`trading-pro phases`: judges by which phases of the methodology each stream is built."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trading_api.shared.errors import ConfigurationError

from .failure import CommandFailed
from .source_tree import required_checkout

if TYPE_CHECKING:
    from trading_api.phases.stream import Stream
    from trading_api.phases.tree import Tree
    from trading_api.phases.verdicts import Verdict

ENDS = "exit code: 0 every criterion is met, 1 there is a gap, 2 nothing was judged"


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "phases",
        parents=[common],
        help="judge each stream by the six phases of docs/WEBSOCKET-METHODOLOGY.md",
        epilog=ENDS,
    )
    parser.add_argument("stream", nargs="?", metavar="STREAM", help="only this one, such as bars")
    parser.add_argument("--module", metavar="M", help="only the streams of this module")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--static", action="store_true", help="only what is read from the code")
    part.add_argument(
        "--run",
        dest="running",
        action="store_true",
        help="only what is judged by running the product; two minutes",
    )
    part.add_argument(
        "--checklist", action="store_true", help="write the methodology's checklist anew, and end"
    )
    parser.add_argument("--json", action="store_true", help="print the verdicts as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the verdicts; 1 where a criterion is not met."""
    from trading_api.phases import page, report
    from trading_api.phases.stream import chosen, streams_of
    from trading_api.phases.tree import Tree

    root = _root()
    if arguments.checklist:
        print(f"phases: {page.PAGE} {'written' if page.write(root) else 'is up to date'}")
        return 0
    tree = Tree(root)
    streams = chosen(streams_of(tree), arguments.stream, arguments.module)
    verdicts = _judged(tree, streams, arguments)
    if arguments.json:
        print(report.as_json(verdicts))
    else:
        form = report.checklist if arguments.stream else report.table
        print("\n".join(form(verdicts)))
    if not arguments.running and not page.is_current(root):
        raise CommandFailed(f"{page.PAGE}: its checklist is not the tool's; run `make generate`")
    return 0 if all(one.is_green for one in verdicts) else 1


def _judged(
    tree: "Tree", streams: "list[Stream]", arguments: argparse.Namespace
) -> "list[Verdict]":
    """Return the verdicts in the order of the methodology, those of a stream together."""
    from trading_api.phases import verdicts
    from trading_api.phases.criteria import CRITERIA

    found = [] if arguments.running else verdicts.read(tree, streams)
    if not arguments.static:
        from trading_api.phases.running import everything

        findings = everything.judge(tree, streams, _tell)
        found += verdicts.of_runs(findings, streams)
    order = {one.name: place for place, one in enumerate(CRITERIA)}
    return sorted(found, key=lambda one: (streams.index(one.stream), order[one.criterion.name]))


def _tell(what: str) -> None:
    print(f"phases: {what}", file=sys.stderr, flush=True)


def _root() -> Path:
    try:
        return required_checkout("phases")
    except CommandFailed as failed:
        # 1 would say that a stream has a gap.
        raise ConfigurationError(str(failed)) from None
