"""The way back of a backup: staged beside the ledger, then put in its place in one instant.

A crash before the instant leaves the ledger as it was, one after it the restored one.
"""

import re
import secrets
import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from trading_api.shared.file_copies import (
    BESIDE,
    CopyRefused,
    free_name,
    make_durable,
    remove,
    sync_folder,
)

from .checking.corruption import LedgerCorrupt
from .checking.verification import Progress, Verified
from .copies import NOT_READABLE, copy_ledger, verified
from .lock import LedgerLock
from .store import schema
from .store.driver import SqliteError, raw_connection
from .store.ledger_file import LedgerFile
from .store.step_codec import seal

# A list or a page is read in milliseconds; `doctor` may read for longer.
READERS_PATIENCE_MS = 1_000
SQLITE_HEADER = b"SQLite format 3\0"
UNTOUCHED = "; the accounts are as they were: bring back another backup"


@dataclass(frozen=True, slots=True)
class Staged:
    """A verified copy beside the ledger, under a name that nobody guesses."""

    path: Path
    accounts: Sequence[Verified]


def stage(
    backup: Path, ledger: Path, new_epoch: Callable[[], str], progress: Progress | None = None
) -> Staged:
    """Copy and verify a backup beside the ledger, which is not touched.

    Its accounts get new epochs, so that whoever held the streams of the ledger begins anew.

    Raises:
        CopyRefused: the backup cannot be read, or is damaged.
        NewerLedger: it is of a newer product.
    """
    if not backup.is_file():
        raise CopyRefused(f"expected a backup, found no {backup}")
    path = ledger.with_name(f"{_staged_prefix(ledger)}{secrets.token_hex(16)}")
    try:
        _refuse_other_files(backup)
        copy_ledger(backup, path)
        found = verified(path, progress)
        _mint(path, new_epoch, found)
    except (OSError, SqliteError) as refused:
        remove(path)
        raise CopyRefused(f"{backup} could not be brought back: {refused}") from refused
    except LedgerCorrupt as corrupt:
        remove(path)
        damage = f"{corrupt.place}: {corrupt.found}"
        raise CopyRefused(f"the backup {backup} is damaged at {damage}{UNTOUCHED}") from corrupt
    except BaseException:
        remove(path)
        raise
    return Staged(path, found)


def find_staged(ledger: Path, name: str) -> Path:
    """Return the copy that `stage` left under this name beside the ledger.

    Raises:
        CopyRefused: there is none.
    """
    is_one = re.fullmatch(re.escape(_staged_prefix(ledger)) + "[0-9a-f]{32}", name)
    if is_one is None or not ledger.with_name(name).is_file():
        raise CopyRefused(f"expected a staged copy of {ledger.name}, got {name[:80]!a}")
    return ledger.with_name(name)


def exchange(staged: Path, ledger: Path) -> Path | None:
    """Put a staged copy in the place of the ledger; return where the replaced one is kept.

    For whoever holds the ledger's lock and has it closed.

    Raises:
        CopyRefused: the ledger is as it was.
    """
    try:
        kept = _keep(ledger) if ledger.exists() else None
        for ending in ("-wal", "-shm"):
            ledger.with_name(ledger.name + ending).unlink(missing_ok=True)
        sync_folder(ledger.parent)
        make_durable(staged, ledger)
    except (OSError, SqliteError) as refused:
        raise CopyRefused(f"{ledger} could not be replaced: {refused}") from refused
    return kept


def restore(staged: Path, ledger: Path) -> Path | None:
    """Exchange where no server trades; return where the replaced ledger is kept.

    Raises:
        CopyRefused: somebody trades with the ledger; it is as it was.
    """
    lock = LedgerLock(ledger)
    if not lock.try_acquire():
        raise CopyRefused(
            f"{lock.holder} trades with {ledger} and does not answer under this data directory:"
            " stop that server (Ctrl-C), restore, start it again"
        )
    try:
        return exchange(staged, ledger)
    finally:
        lock.release()


def put_aside(ledger: Path) -> Path | None:
    """Keep a ledger beside its place, which is free then; return where, None without any.

    Raises:
        CopyRefused: somebody trades with it, or it cannot be kept; it is as it was.
    """
    if not ledger.exists():
        return None
    lock = LedgerLock(ledger)
    if not lock.try_acquire():
        raise CopyRefused(f"expected a ledger that nobody has, but {lock.holder} has {ledger}")
    try:
        kept = _keep(ledger)
        remove(ledger)
        sync_folder(ledger.parent)
    except (OSError, SqliteError) as refused:
        raise CopyRefused(f"{ledger} could not be put aside: {refused}") from refused
    finally:
        lock.release()
    return kept


def _staged_prefix(ledger: Path) -> str:
    return f"{ledger.name}.staged-"


def _refuse_other_files(backup: Path) -> None:
    with backup.open("rb") as file:
        if file.read(len(SQLITE_HEADER)) != SQLITE_HEADER:
            raise CopyRefused(
                f"expected a backup made by `trading-pro backup`, but {backup} is none"
            )


def _mint(path: Path, new_epoch: Callable[[], str], found: Sequence[Verified]) -> None:
    """Give each account a new epoch, and keep that it was verified."""
    table, marks = schema.account, {one.account_id: one.mark.text for one in found}
    file = LedgerFile(path)
    try:
        file.open()
        with file.connection.begin():
            for row in file.connection.execute(sa.select(table)).all():
                epoch = new_epoch()
                sealed = seal(row.id, epoch, row.name, row.currency, row.profile, row.created_ts)
                values = {"epoch": epoch, "seal": sealed, "verified": marks[row.id]}
                file.connection.execute(
                    sa.update(table).where(table.c.id == row.id).values(**values)
                )
    finally:
        file.close()


def _keep(ledger: Path) -> Path:
    """Copy a ledger aside, and leave nothing of it in its log; return the copy."""
    kept = free_name(ledger)
    if not _is_readable(ledger):
        _keep_as_it_is(ledger, kept)
        return kept
    draft = ledger.with_name(f"{kept.name}.part")
    try:
        copy_ledger(ledger, draft)
        _empty_log(ledger)
        make_durable(draft, kept)
    finally:
        remove(draft)
    return kept


def _is_readable(ledger: Path) -> bool:
    """Whether it is SQLite's at all.

    Raises:
        SqliteError: that cannot be told now.
    """
    with closing(raw_connection(ledger, "rw")) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except SqliteError as fault:
            if getattr(fault, "sqlite_errorcode", 0) & 0xFF not in NOT_READABLE:
                raise
            return False
    return True


def _empty_log(ledger: Path) -> None:
    """Move the log into the file: what is left of it would be taken for the restored one's."""
    with closing(raw_connection(ledger, "rw")) as connection:
        connection.execute(f"PRAGMA busy_timeout = {READERS_PATIENCE_MS}")
        [busy, _, _] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise CopyRefused(f"somebody reads {ledger}: wait until that has ended, and try again")


def _keep_as_it_is(ledger: Path, kept: Path) -> None:
    """Keep what SQLite cannot read, byte for byte."""
    for ending in BESIDE:
        source = ledger.with_name(ledger.name + ending)
        if source.exists():
            draft = kept.with_name(f"{kept.name}{ending}.part")
            shutil.copyfile(source, draft)
            make_durable(draft, kept.with_name(kept.name + ending))
