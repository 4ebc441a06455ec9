"""`trading-pro backup FILE`: a copy of the accounts, beside a running server."""

import argparse
from pathlib import Path
from typing import Any

from trading_api.settings import load_settings
from trading_api.shared.counted import counted

from .failure import CommandFailed
from .step_progress import steps_for_stderr


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "backup",
        parents=[common],
        help="copy the accounts into a file, verified, while the server runs",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a new file")
    add_ledger_to(parser)
    parser.set_defaults(run=run)


def add_ledger_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ledger",
        type=Path,
        metavar="FILE",
        help="another ledger than broker.sqlite3 of the data directory: that of a replay",
    )


def run(arguments: argparse.Namespace) -> int:
    """Copy and verify; the last line says what the copy holds."""
    from trading_api.modules.broker.ledger.backup import back_up, default_ledger
    from trading_api.modules.broker.ledger.checking.corruption import LedgerCorrupt
    from trading_api.modules.broker.ledger.copies import CopyRefused

    settings = load_settings(data_dir=arguments.data_dir)
    ledger = arguments.ledger or default_ledger(settings.data_dir)
    try:
        with steps_for_stderr() as progress:
            found = back_up(ledger, arguments.file, progress)
    except (CopyRefused, LedgerCorrupt) as refused:
        raise CommandFailed(str(refused)) from None
    steps = sum(one.steps for one in found)
    held = f"{counted(len(found), 'account')}, {counted(steps, 'step')}"
    print(f"{arguments.file}: {held}, all verified")
    return 0
