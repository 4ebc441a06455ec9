"""Copies of SQLite files: of one moment, read back whole, durable before they count."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import chain, count
from pathlib import Path

BESIDE = ("", "-wal", "-shm")
"""What belongs to a database on the disk: the file, its log, the index of the log."""
# Its writer may be in the middle of a commit.
BUSY_TIMEOUT_S = 5.0


class CopyRefused(Exception):
    """A copy cannot be taken or brought back; the message says what to do."""


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as of one moment into one file, its owner's alone, beside its writer.

    Raises:
        sqlite3.Error: the source cannot be read, or the target not be written.
        OSError: the target cannot be made.
    """
    remove(target)
    target.touch(mode=0o600, exist_ok=False)
    with closing(open_database(source)) as read, closing(open_database(target)) as to:
        read.backup(to, pages=-1)
        to.execute("PRAGMA journal_mode = DELETE")


def copy_verified(source: Path, target: Path, verified: Callable[[Path], int]) -> int:
    """Copy a database and return what `verified` says of the copy.

    Raises:
        CopyRefused: it cannot be copied, or is damaged; nothing of the copy stays.
    """
    try:
        copy_database(source, target)
        return verified(target)
    except (OSError, sqlite3.Error) as fault:
        remove(target)
        raise CopyRefused(f"{source} could not be copied: {fault}") from fault
    except BaseException:
        remove(target)
        raise


def open_database(path: Path) -> sqlite3.Connection:
    """Open a database that exists; it may have to finish what a killed writer left."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)


def tables_of(path: Path) -> set[str]:
    """Return the names of its tables; none of a file that is no database."""
    try:
        with closing(open_database(path)) as database:
            found = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            return {name for (name,) in found}
    except sqlite3.Error:
        return set()


def free_name(file: Path) -> Path:
    """Return where a file can be kept that is replaced: `.replaced`, `.replaced-2` and so on."""
    first = file.with_name(f"{file.name}.replaced")
    numbered = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(path for path in chain([first], numbered) if not path.exists())


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
