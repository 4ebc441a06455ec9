"""Copies of a ledger: taken beside a running server, brought back where none runs."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from .checking.verification import Progress, Verified, verify_ledger
from .lock import LedgerLock
from .store import schema
from .store.driver import SqliteError, raw_connection
from .store.ledger_file import LedgerFile
from .store.step_codec import seal

BESIDE = ("", "-wal", "-shm")
"""What belongs to a ledger on the disk: the file, its log, the index of the log."""


class CopyRefused(Exception):
    """A copy cannot be taken or brought back; the message says what to do."""


def default_ledger(data_dir: Path) -> Path:
    """Return the ledger of the accounts that trade on the running market."""
    return data_dir / "broker.sqlite3"


def ledgers(data_dir: Path) -> list[Path]:
    """Return every ledger of a data directory: the market's, and one for each replayed file."""
    return sorted(data_dir.glob("broker*.sqlite3"))


def back_up(ledger: Path, target: Path, progress: Progress | None = None) -> list[Verified]:
    """Copy a ledger as of one moment into a new file, and verify the copy.

    The server may write meanwhile; it is not held up.

    Raises:
        CopyRefused: there is no ledger, or `target` exists or cannot be written.
        LedgerCorrupt: the copy is damaged; it is not kept.
    """
    if not ledger.is_file():
        raise CopyRefused(f"expected a ledger, found no {ledger}: nothing has traded there yet")
    if target.exists():
        raise CopyRefused(f"expected a new file, but {target} exists: name another")
    draft = target.with_name(f"{target.name}.part")
    try:
        _copy(ledger, draft)
        found = _verified(draft, progress)
        _make_durable(draft, target)
    except (OSError, SqliteError) as refused:
        raise CopyRefused(f"{target} could not be written: {refused}") from refused
    finally:
        _remove(draft)
    return found


def restore(
    backup: Path, ledger: Path, new_epoch: Callable[[], str], progress: Progress | None = None
) -> list[Verified]:
    """Put a copy in the place of a ledger, which is kept beside it as `*.replaced`.

    Its accounts get new epochs, so that whoever held the streams of the replaced one begins anew.

    Raises:
        CopyRefused: a server trades with the ledger, or the copy cannot be read.
        LedgerCorrupt, NewerLedger: the copy is not fit; the ledger is as it was.
    """
    if not backup.is_file():
        raise CopyRefused(f"expected a backup, found no {backup}")
    lock = LedgerLock(ledger)
    if not lock.try_acquire():
        raise CopyRefused(
            f"{lock.holder} trades with {ledger}:"
            " stop that server (Ctrl-C), restore, start it again"
        )
    draft = ledger.with_name(f"{ledger.name}.part")
    try:
        _copy(backup, draft)
        found = _verified(draft, progress)
        _mint(draft, new_epoch)
        _put_aside(ledger)
        _make_durable(draft, ledger)
    except (OSError, SqliteError) as refused:
        raise CopyRefused(f"{backup} could not be brought back: {refused}") from refused
    finally:
        _remove(draft)
        lock.release()
    return found


def _copy(source: Path, target: Path) -> None:
    _remove(target)
    with (
        closing(raw_connection(source, "ro")) as read,
        closing(raw_connection(target, "rwc")) as to,
    ):
        # In one step: a copy in several begins anew whenever the server writes between two.
        read.backup(to, pages=-1)
        to.execute("PRAGMA journal_mode = DELETE")


def _verified(path: Path, progress: Progress | None) -> list[Verified]:
    """Bring the copy's tables up to date and verify all of it."""
    file = LedgerFile(path)
    try:
        file.open()
        with file.connection.begin():
            return verify_ledger(file.connection, whole=True, progress=progress)
    except sa.exc.DBAPIError as refused:
        raise CopyRefused(
            f"expected a ledger, but {path.name} is none: {refused.orig}"
        ) from refused
    finally:
        file.close()


def _mint(path: Path, new_epoch: Callable[[], str]) -> None:
    table = schema.account
    file = LedgerFile(path)
    try:
        file.open()
        with file.connection.begin():
            for row in file.connection.execute(sa.select(table)).all():
                epoch = new_epoch()
                sealed = seal(row.id, epoch, row.name, row.currency, row.profile, row.created_ts)
                file.connection.execute(
                    sa.update(table).where(table.c.id == row.id).values(epoch=epoch, seal=sealed)
                )
    finally:
        file.close()


def _put_aside(ledger: Path) -> None:
    for ending in BESIDE:
        old = ledger.with_name(ledger.name + ending)
        if old.exists():
            old.replace(ledger.with_name(f"{ledger.name}.replaced{ending}"))


def _make_durable(draft: Path, target: Path) -> None:
    """Give a written file its name, so that a power cut leaves all of it or nothing."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _remove(draft: Path) -> None:
    for ending in BESIDE:
        draft.with_name(draft.name + ending).unlink(missing_ok=True)
