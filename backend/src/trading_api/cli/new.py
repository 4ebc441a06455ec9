"""`trading-pro new`: a stream or a module, written into a checkout."""

import argparse
from pathlib import Path
from typing import Any

from .failure import CommandFailed
from .source_tree import required_checkout

STREAM_EPILOG = """\
example:
  trading-pro new stream news --module datafeed --param symbol:str \\
    --field headline:str --field source:str --field url:str --field time:int

It writes models, router, a service whose producer sends samples, mapper, client, the front end's
service, a mocker and the tests of each, and generates contract and types. What remains to be
written is the stream's source: modules/MODULE/NAME/samples.py shows where.
`trading-pro remove stream NAME` takes it back.
"""


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("new", help="write a new stream or module into a checkout")
    kinds = parser.add_subparsers(title="kinds", required=True, metavar="KIND")
    _add_stream(kinds, common)
    module = kinds.add_parser(
        "module", parents=[common], help="a module without streams, and its place in the product"
    )
    module.add_argument("name", metavar="NAME", help="one lower case word, such as weather")
    module.add_argument("--dry-run", action="store_true", help="print the diff, write nothing")
    module.set_defaults(run=run_module)


def _add_stream(kinds: Any, common: argparse.ArgumentParser) -> None:
    stream = kinds.add_parser(
        "stream",
        parents=[common],
        help="a stream from its models to its smoke test",
        epilog=STREAM_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    stream.add_argument("name", metavar="NAME", help="the route, such as news or market-status")
    stream.add_argument("--module", required=True, metavar="M", help="the module that serves it")
    stream.add_argument(
        "--param",
        action="append",
        default=[],
        metavar="NAME:TYPE",
        help="what is asked for, of str, int or bool (may be repeated)",
    )
    stream.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="NAME:TYPE",
        help="what an update says, of str, int, float, decimal or bool (may be repeated)",
    )
    stream.add_argument(
        "--delivery",
        default="latest",
        metavar="HOW",
        help="latest (as it is without), recent: the newest 100 in order, lossless: every one,"
        " recorded in a file",
    )
    stream.add_argument(
        "--key", metavar="FIELD", help="keep the newest update of each value of this field"
    )
    stream.add_argument("--dry-run", action="store_true", help="print the diff, write nothing")
    stream.set_defaults(run=run_stream)


def run_stream(arguments: argparse.Namespace) -> int:
    """Write a stream, or with --dry-run show it."""
    from trading_api.scaffold.refusal import Refused
    from trading_api.scaffold.stream import asked_for
    from trading_api.scaffold.streams import new_stream

    root = required_checkout("new stream")
    stream = asked_for(
        arguments.name,
        arguments.module,
        params=arguments.param,
        fields=arguments.field,
        delivery=arguments.delivery,
        key=arguments.key,
    )
    try:
        change = new_stream(root, stream)
        if conclude(change, root, is_dry=arguments.dry_run):
            own = f"backend/src/trading_api/modules/{stream.module}/{stream.folder}"
            print(f"\nNext: write its source in {own}/samples.py or service.py, then `make check`.")
    except Refused as refused:
        raise CommandFailed(str(refused)) from refused
    return 0


def run_module(arguments: argparse.Namespace) -> int:
    """Write a module, or with --dry-run show it."""
    from trading_api.scaffold.module import new_module
    from trading_api.scaffold.refusal import Refused

    root = required_checkout("new module")
    try:
        if conclude(new_module(root, arguments.name), root, is_dry=arguments.dry_run):
            print(f"\nNext: `trading-pro new stream NAME --module {arguments.name} …`")
    except Refused as refused:
        raise CommandFailed(str(refused)) from refused
    return 0


def conclude(change: Any, root: Path, *, is_dry: bool) -> bool:
    """Write a change and list its files, or only show it; return whether it was written."""
    if is_dry:
        print(change.diff(), end="")
        return False
    change.write(root)
    for path in sorted(change.after):
        before, after = change.before[path], change.after[path]
        print(
            f"{'new    ' if before is None else 'removed' if after is None else 'changed'} {path}"
        )
    return True
