"""`trading-pro spec export`: the committed contract, written without a running server."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trading_api.settings import Settings

from . import spec_diff, spec_release
from .failure import CommandFailed
from .source_tree import required_checkout

if TYPE_CHECKING:
    from fastapi import FastAPI


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("spec", help="the machine-readable contract")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    export = actions.add_parser(
        "export", parents=[common], help="write AsyncAPI, OpenAPI and error codes to contract/"
    )
    export.add_argument("--check", action="store_true", help="write nothing; fail when stale")
    export.add_argument("--out", metavar="DIR", type=Path, help="another folder than contract/")
    export.set_defaults(run=run)
    spec_diff.add_to(actions, common)
    spec_release.add_to(actions, common)


def run(arguments: argparse.Namespace) -> int:
    """Write what differs, or with --check only name it."""
    from trading_api import contract

    folder = arguments.out or required_checkout("spec export") / "contract"
    app = contract_app()
    if arguments.check:
        stale = contract.stale(app, folder)
        if stale:
            names = ", ".join(stale)
            raise CommandFailed(f"contract out of date: {names}; run `make generate` and commit")
        print("contract: up to date")
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    changed = contract.write(app, folder)
    print(f"contract: {', '.join(changed)} written" if changed else "contract: nothing changed")
    return 0


def contract_app() -> "FastAPI":
    """Return the whole app, built but never started: every module, no data touched."""
    from trading_api.app_factory import create_app

    # The contract does not depend on whose environment it is exported in.
    return create_app(settings=Settings.model_construct())
