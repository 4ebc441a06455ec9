"""`trading-pro restore FILE`: a backup in the place of the accounts."""

import argparse
import secrets
from pathlib import Path
from typing import Any

from trading_api.settings import load_settings
from trading_api.shared.counted import counted

from .backup import add_ledger_to
from .data_dir import make_data_dir
from .failure import CommandFailed
from .step_progress import steps_for_stderr


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "restore",
        parents=[common],
        help="put a backup in the place of the accounts, while the server runs or not",
        description="What was there is kept beside it, under the name that is printed. A running"
        " server ends the streams of the accounts, and trades on with the backup.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="what `backup` has written")
    add_ledger_to(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Verify the backup, then put it in place: through the server that trades, if one does."""
    from trading_api.modules.broker.ledger import restoring
    from trading_api.modules.broker.ledger.backup import default_ledger
    from trading_api.modules.broker.ledger.copies import CopyRefused, remove
    from trading_api.modules.broker.ledger.store.migrations import NewerLedger

    settings = load_settings(data_dir=arguments.data_dir)
    make_data_dir(settings.data_dir)
    ledger = (arguments.ledger or default_ledger(settings.data_dir)).absolute()
    try:
        with steps_for_stderr() as progress:
            staged = restoring.stage(arguments.file, ledger, lambda: secrets.token_hex(8), progress)
        try:
            kept, then = _put_in_place(settings.data_dir, staged.path, ledger)
        finally:
            remove(staged.path)
    except (CopyRefused, NewerLedger) as refused:
        raise CommandFailed(str(refused)) from None
    steps = sum(one.steps for one in staged.accounts)
    held = f"{counted(len(staged.accounts), 'account')}, {counted(steps, 'step')}"
    print(f"{ledger}: {held}; {then}")
    if kept is not None:
        print(f"what was there is kept as {kept}")
    return 0


def _put_in_place(data_dir: Path, staged: Path, ledger: Path) -> tuple[Path | None, str]:
    """Return where the replaced ledger is kept, and what happens next."""
    from trading_api.modules.broker.ledger.restoring import restore

    from .trading_server import ask_to_restore, find_trading

    url = find_trading(data_dir, ledger)
    if url is None:
        return restore(staged, ledger), "`trading-pro serve` trades with it"
    report = ask_to_restore(url, staged.name)
    kept = None if report["kept"] is None else ledger.with_name(report["kept"])
    if report["condition"] == "trading":
        return kept, f"{url} trades with it"
    return kept, f"{url} says: {report['condition']}, {report['reason']}"
