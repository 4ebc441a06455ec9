"""`trading-pro routers generate`: the router classes behind each module's `ws.py`."""

import argparse
from pathlib import Path
from typing import Any

from .failure import CommandFailed
from .source_tree import MODULES


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("routers", help="the generated stream routers")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    generate = actions.add_parser(
        "generate", parents=[common], help="write ws_generated/ of each module, or of yours"
    )
    generate.add_argument(
        "module", nargs="?", type=Path, metavar="FOLDER", help="of a module's ws.py (all of ours)"
    )
    generate.add_argument("--check", action="store_true", help="write nothing; fail when stale")
    generate.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what differs, or with --check only name it."""
    from trading_api.shared.ws.codegen import bring_up_to_date, ensure_current

    folder = arguments.module
    if folder is None:
        changed, base = ensure_current(MODULES, check=arguments.check), MODULES
    else:
        base = _with_streams(folder)
        changed = bring_up_to_date(base, check=arguments.check)
    names = ", ".join(str(path.relative_to(base)) for path in changed)
    if arguments.check and changed:
        remedy = "make generate" if folder is None else f"trading-pro routers generate {folder}"
        raise CommandFailed(f"routers out of date: {names}; run `{remedy}` and commit")
    print(f"routers: {names} written" if changed else "routers: up to date")
    return 0


def _with_streams(folder: Path) -> Path:
    if not (folder / "ws.py").is_file():
        raise CommandFailed(f"expected the folder of a module's ws.py, got {str(folder)!r}")
    # What ws.py imports from its own package is found from the package's absolute place.
    return folder.absolute()
