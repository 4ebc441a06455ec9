"""Which files of a data directory a backup has, and which not."""

from pathlib import Path

from trading_api.modules.broker.ledger.backup import default_ledger
from trading_api.modules.broker.ledger.checking.verification import Progress
from trading_api.modules.workspace.copies import FILE_NAME, TABLE
from trading_api.shared.file_copies import tables_of
from trading_api.shared.ws.history_copies import records

from .accounts import Accounts
from .documents import Documents
from .part import Part
from .record import Record


def parts_of(data_dir: Path, progress: Progress | None) -> list[Part]:
    """Return what there is to back up: accounts, documents, records of lossless streams."""
    files = [default_ledger(data_dir), data_dir / FILE_NAME, *records(data_dir)]
    return [part_of(path.name, data_dir, progress) for path in files if path.is_file()]


def part_of(name: str, data_dir: Path, progress: Progress | None) -> Part:
    """Return the part that a copy of this name in a backup is of."""
    ledger = default_ledger(data_dir)
    if name == ledger.name:
        return Accounts(ledger, data_dir, progress)
    return Documents(data_dir) if name == FILE_NAME else Record(data_dir / name)


def part_of_file(
    backup: Path, data_dir: Path, ledger: Path | None, progress: Progress | None
) -> Part:
    """Return the part that a single database is a copy of."""
    if ledger is None and TABLE in tables_of(backup):
        return Documents(data_dir)
    return Accounts(ledger or default_ledger(data_dir), data_dir, progress)


def left_out(data_dir: Path, parts: list[Part]) -> list[str]:
    """Return the names of the databases that are not backed up."""
    held = {part.file.name for part in parts}
    return [one.name for one in sorted(data_dir.glob("*.sqlite3")) if one.name not in held]
