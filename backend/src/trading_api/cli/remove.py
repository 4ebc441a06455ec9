"""`trading-pro remove`: takes a stream back that `trading-pro new` wrote."""

import argparse
from typing import Any

from .failure import CommandFailed
from .new import conclude
from .source_tree import required_checkout


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("remove", help="take a stream back out of a checkout")
    kinds = parser.add_subparsers(title="kinds", required=True, metavar="KIND")
    stream = kinds.add_parser(
        "stream", parents=[common], help="everything that `new stream` wrote, byte for byte"
    )
    stream.add_argument("name", metavar="NAME", help="the route, such as news")
    stream.add_argument(
        "--force", action="store_true", help="also what was written by hand since: it is lost"
    )
    stream.add_argument("--dry-run", action="store_true", help="print the diff, write nothing")
    stream.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Remove a stream, or with --dry-run show what would go."""
    from trading_api.scaffold.refusal import Refused
    from trading_api.scaffold.streams import remove_stream

    root = required_checkout("remove stream")
    try:
        change = remove_stream(root, arguments.name, force=arguments.force)
        conclude(change, root, is_dry=arguments.dry_run)
    except Refused as refused:
        raise CommandFailed(str(refused)) from refused
    return 0
