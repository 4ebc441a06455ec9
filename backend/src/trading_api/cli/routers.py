"""`trading-pro routers generate`: the router classes behind each module's `ws.py`."""

import argparse
from typing import Any

from .failure import CommandFailed
from .source_tree import MODULES


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("routers", help="the generated stream routers")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    generate = actions.add_parser(
        "generate", parents=[common], help="write ws_generated/ of each module"
    )
    generate.add_argument("--check", action="store_true", help="write nothing; fail when stale")
    generate.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what differs, or with --check only name it."""
    from trading_api.shared.ws.codegen import ensure_current

    changed = ensure_current(MODULES, check=arguments.check)
    names = ", ".join(str(path.relative_to(MODULES)) for path in changed)
    if arguments.check and changed:
        raise CommandFailed(f"routers out of date: {names}; run `make generate` and commit")
    print(f"routers: {names} written" if changed else "routers: up to date")
    return 0
