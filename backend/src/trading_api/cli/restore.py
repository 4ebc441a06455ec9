"""`trading-pro restore FILE`: a backup in the place of what is there."""

import argparse
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trading_api.settings import load_settings
from trading_api.shared.file_copies import CopyRefused

from .data_dir import make_data_dir
from .failure import CommandFailed
from .step_progress import steps_for_stderr

if TYPE_CHECKING:
    from .backups.part import Part


def add_to(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser(
        "restore",
        parents=[common],
        help="put a backup in the place of what is there, while the server runs or not",
        description="All of the backup is verified first. What was there is kept beside it, under"
        " the names that are printed. A running server ends the streams of the accounts, trades on"
        " with the backup and shows its layouts.",
    )
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="what `backup` has written, or a file it replaced"
    )
    parser.add_argument(
        "--ledger",
        type=Path,
        metavar="FILE",
        help="put the accounts, and nothing else, in the place of this ledger, that of a replay",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Verify the whole backup, then put it in place, part by part."""
    data_dir = load_settings(data_dir=arguments.data_dir).data_dir
    make_data_dir(data_dir)
    try:
        with ExitStack() as ends:
            with steps_for_stderr() as progress:
                found = _parts(arguments.file, data_dir, arguments.ledger, progress, ends)
                held = [_staged(part, copy, ends) for part, copy in found]
            for (part, _), what in zip(found, held, strict=True):
                _bring_back(part, what)
    except (CopyRefused, OSError) as refused:
        raise CommandFailed(str(refused)) from None
    return 0


def _parts(
    backup: Path, data_dir: Path, ledger: Path | None, progress: Any, ends: ExitStack
) -> Sequence[tuple["Part", Path]]:
    """Return the parts to bring back, the accounts first, each with its copy."""
    from .backups.archive import is_archive, unpack
    from .backups.parts import part_of, part_of_file

    ledger = None if ledger is None else ledger.absolute()
    if not backup.is_file():
        raise CopyRefused(f"expected a backup, found no {backup}")
    if not is_archive(backup):
        return [(part_of_file(backup, data_dir, ledger, progress), backup)]
    opened = tempfile.TemporaryDirectory(prefix="restoring-", dir=data_dir)
    copies = unpack(backup, Path(ends.enter_context(opened)))
    if ledger is None:
        return [(part_of(copy.name, data_dir, progress), copy) for copy in copies]
    accounts = [copy for copy in copies if copy.name == "broker.sqlite3"]
    if not accounts:
        raise CopyRefused(f"expected accounts in {backup}, found none")
    return [(part_of_file(accounts[0], data_dir, ledger, progress), accounts[0])]


def _staged(part: "Part", copy: Path, ends: ExitStack) -> str:
    ends.callback(part.discard)
    return part.stage(copy)


def _bring_back(part: "Part", held: str) -> None:
    now, kept = part.bring_back()
    print(f"{part.file}: {held}; {now}", flush=True)
    if kept is not None:
        print(f"what was there is kept as {kept}", flush=True)
