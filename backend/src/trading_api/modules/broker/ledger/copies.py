"""Copies of a ledger as files: taken of one moment, and read back whole."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from trading_api.shared.file_copies import CopyRefused, remove

from .checking.corruption import LedgerCorrupt
from .checking.verification import Progress, Verified, verify_ledger
from .store.driver import raw_connection
from .store.ledger_file import LedgerFile

NOT_READABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


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
