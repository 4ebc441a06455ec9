"""Copies of a ledger as files: taken of one moment, read back whole, durable before they count."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from .checking.corruption import LedgerCorrupt
from .checking.verification import Progress, Verified, verify_ledger
from .store.driver import raw_connection
from .store.ledger_file import LedgerFile

BESIDE = ("", "-wal", "-shm")
"""What belongs to a ledger on the disk: the file, its log, the index of the log."""
NOT_READABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class CopyRefused(Exception):
    """A copy cannot be taken or brought back; the message says what to do."""


def copy_ledger(source: Path, target: Path) -> None:
    """Copy a ledger as of one moment into one file, its owner's alone, beside whoever writes it.

    Raises:
        SqliteError: the source cannot be read, or the target not be written.
        OSError: the target cannot be made.
    """
    remove(target)
    target.touch(mode=0o600, exist_ok=False)
    with (
        closing(raw_connection(source, "ro")) as read,
        closing(raw_connection(target, "rwc")) as to,
    ):
        # In one step: a copy in several begins anew whenever the server writes between two.
        read.backup(to, pages=-1)
        to.execute("PRAGMA journal_mode = DELETE")


def verified(path: Path, progress: Progress | None) -> Sequence[Verified]:
    """Bring the tables of a copy up to date and verify all of it.

    Raises:
        CopyRefused: it is no ledger.
        LedgerCorrupt, NewerLedger: it is damaged, or of a newer product.
    """
    file = LedgerFile(path)
    try:
        file.open()
        with file.connection.begin():
            return verify_ledger(file.connection, whole=True, progress=progress)
    except sa.exc.DBAPIError as refused:
        if getattr(refused.orig, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
            raise LedgerCorrupt("the file itself", str(refused.orig)) from refused
        raise CopyRefused(
            f"expected a ledger, but {path.name} is none: {refused.orig}"
        ) from refused
    finally:
        file.close()


def make_durable(draft: Path, target: Path) -> None:
    """Give a written file its name, so that a power cut leaves all of it or nothing."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def remove(path: Path) -> None:
    """Remove a copy with all that lies beside it."""
    for ending in BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
