"""Backups: copies of a ledger, taken beside the server that writes it."""

from collections.abc import Sequence
from pathlib import Path

from trading_api.shared.file_copies import CopyRefused, make_durable, remove

from .checking.verification import Progress, Verified
from .copies import copy_ledger, verified
from .store.driver import SqliteError


def default_ledger(data_dir: Path) -> Path:
    """Return the ledger of the accounts that trade on the running market."""
    return data_dir / "broker.sqlite3"


def ledgers(data_dir: Path) -> list[Path]:
    """Return every ledger of a data directory: the market's, and one for each replayed file."""
    return sorted(data_dir.glob("broker*.sqlite3"))


def back_up(ledger: Path, target: Path, progress: Progress | None = None) -> Sequence[Verified]:
    """Copy a ledger as of one moment into a new file, and verify the copy.

    The server may write meanwhile; it is not held up.

    Raises:
        CopyRefused: there is no ledger, or `target` exists or cannot be written.
        LedgerCorrupt: the copy is damaged; it is not kept.
    """
    refuse_missing(ledger)
    refuse_taken(target)
    draft = target.with_name(f"{target.name}.part")
    try:
        copy_ledger(ledger, draft)
        found = verified(draft, progress)
        make_durable(draft, target)
    except (OSError, SqliteError) as refused:
        raise CopyRefused(f"{target} could not be written: {refused}") from refused
    finally:
        remove(draft)
    return found


def refuse_missing(ledger: Path) -> None:
    """Raise `CopyRefused` where nothing has traded, and name the ledgers that there are."""
    if ledger.is_file():
        return
    others = [f"--ledger {other}" for other in ledgers(ledger.parent)]
    hint = f"; there is another, name it: {' or '.join(others)}" if others else ""
    raise CopyRefused(f"expected a ledger, found no {ledger}: nothing has traded there yet{hint}")


def refuse_taken(target: Path) -> None:
    """Raise `CopyRefused` where a backup of this name cannot be made."""
    if target.exists():
        raise CopyRefused(f"expected a new file, but {target} exists: name another")
    if not target.parent.is_dir():
        raise CopyRefused(
            f"expected a folder to write into, found no {target.parent}: make it, or name another"
        )
