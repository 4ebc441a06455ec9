"""`trading-pro restore FILE`: a backup in the place of the accounts."""

import argparse
import secrets
from pathlib import Path
from typing import Any

from trading_api.settings import load_settings

from .backup import add_ledger_to
from .data_dir import make_data_dir
from .failure import CommandFailed
from .step_progress import steps_for_stderr


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "restore",
        parents=[common],
        help="put a backup in the place of the accounts; the server must be stopped",
        description="What was there is kept beside it, as broker.sqlite3.replaced.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="what `backup` has written")
    add_ledger_to(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Verify the backup, then put it in place; a server that trades refuses it."""
    from trading_api.modules.broker.ledger.backup import CopyRefused, default_ledger, restore
    from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
    from trading_api.modules.broker.ledger.store.migrations import NewerLedger

    settings = load_settings(data_dir=arguments.data_dir)
    make_data_dir(settings.data_dir)
    ledger = arguments.ledger or default_ledger(settings.data_dir)
    try:
        with steps_for_stderr() as progress:
            found = restore(arguments.file, ledger, lambda: secrets.token_hex(8), progress)
    except (CopyRefused, LedgerCorrupt, NewerLedger) as refused:
        raise CommandFailed(str(refused)) from None
    steps = sum(one.steps for one in found)
    print(f"{ledger}: {len(found)} accounts, {steps:,} steps; start the server again")
    return 0
