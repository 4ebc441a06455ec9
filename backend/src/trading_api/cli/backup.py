"""`trading-pro backup FILE`: what cannot be had again, copied beside a running server."""

import argparse
import shutil
from pathlib import Path
from typing import Any

from trading_api.settings import load_settings
from trading_api.shared.file_copies import CopyRefused

from .failure import CommandFailed
from .step_progress import steps_for_stderr


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "backup",
        parents=[common],
        help="copy accounts, layouts and records into a file, verified, while the server runs",
        description="The file holds the accounts, the terminal's layouts, watchlists and settings,"
        " and the records of lossless streams. Market data is not in it: it can be imported, or"
        " received, again.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a new file")
    parser.add_argument(
        "--ledger",
        type=Path,
        metavar="FILE",
        help="copy this ledger alone, that of a replay for instance",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Copy and verify; the last lines say what the copy holds, and what not."""
    from .backups.accounts import Accounts

    settings = load_settings(data_dir=arguments.data_dir)
    try:
        with steps_for_stderr() as progress:
            if arguments.ledger is None:
                held, rest = _back_up(settings.data_dir, arguments.file, progress)
            else:
                ledger = Accounts(arguments.ledger, settings.data_dir, progress)
                held, rest = ledger.copy(arguments.file), []
    except CopyRefused as refused:
        raise CommandFailed(str(refused)) from None
    print(f"{arguments.file}: {held}, all verified")
    if rest:
        print(f"not in it: {', '.join(rest)}")
    return 0


def _back_up(data_dir: Path, target: Path, progress: Any) -> tuple[str, list[str]]:
    """Copy all parts into a new archive; return what it holds, and what it leaves out."""
    from trading_api.modules.broker.ledger.backup import refuse_missing, refuse_taken

    from .backups.archive import pack
    from .backups.parts import left_out, parts_of

    parts = parts_of(data_dir, progress)
    if not parts:
        refuse_missing(data_dir / "broker.sqlite3")
    refuse_taken(target)
    folder = target.with_name(f"{target.name}.part")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        copies = [folder / part.file.name for part in parts]
        held = [part.copy(copy) for part, copy in zip(parts, copies, strict=True)]
        pack(copies, folder / "packed", target)
    except OSError as refused:
        raise CopyRefused(f"{target} could not be written: {refused}") from refused
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return "; ".join(held), left_out(data_dir, parts)
