"""`trading-pro spec release`: changes are judged against what was released."""

import argparse
import shutil
from typing import Any

from . import spec_diff
from .failure import CommandFailed
from .source_tree import required_checkout


def add_to(actions: Any, common: argparse.ArgumentParser) -> None:
    parser = actions.add_parser(
        "release",
        parents=[common],
        help="copy contract/ to contract/released/, where the gate of `spec diff` lets it",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Copy the documents that the court compares, after the gate."""
    from trading_api.court.contract_files import FILES, RELEASED

    root = required_checkout("spec release")
    if lacking := spec_diff.gate(root, None):
        raise CommandFailed(f"not released: {'; '.join(lacking)}")
    for name in FILES:
        shutil.copyfile(root / "contract" / name, root / RELEASED / name)
    print(f"{RELEASED} is what contract/ says; commit it with the release")
    return 0
