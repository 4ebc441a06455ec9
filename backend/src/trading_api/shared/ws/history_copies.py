"""Copies of the records of lossless streams, and their way back."""

import os
import secrets
from contextlib import closing
from pathlib import Path

from trading_api.shared.file_copies import CopyRefused, open_database, sync_folder, tables_of

TABLES = {"numbering", "entries"}
GAPS = "SELECT topic FROM entries GROUP BY topic HAVING min(seq) <> 1 OR max(seq) <> count(*)"


def records(data_dir: Path) -> list[Path]:
    """Return the record of every lossless stream that has a file of its own."""
    return [path for path in sorted(data_dir.glob("*.sqlite3")) if tables_of(path) == TABLES]


def verified(path: Path) -> int:
    """Read a whole record and return how many updates it has.

    Raises:
        CopyRefused: it is damaged, or none.
        sqlite3.Error: the file cannot be read now.
    """
    if tables_of(path) != TABLES:
        raise CopyRefused(f"{path.name}: expected the record of a stream, got another file")
    with closing(open_database(path)) as database:
        (sound,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        if sound != "ok":
            raise CopyRefused(f"{path.name} is damaged: {sound}")
        gap = database.execute(GAPS).fetchone()
        if gap is not None:
            raise CopyRefused(f"{path.name} is damaged: the topic {gap[0]} has a gap")
        (count,) = database.execute("SELECT count(*) FROM entries").fetchone()
    return int(count)


def bring_back(copy: Path, record: Path) -> bool:
    """Put a verified copy where there is no record; return whether there was none.

    It has a new epoch then: a listener may have heard more than the copy knows. A record that is
    there has gone on since, and is left as it is.

    Raises:
        OSError: the record cannot be written.
    """
    with closing(open_database(copy)) as database:
        database.execute("UPDATE numbering SET epoch = ?", [secrets.token_hex(8)])
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    try:
        # Unlike a rename it refuses to replace what a server may have begun meanwhile.
        os.link(copy, record)
    except FileExistsError:
        return False
    sync_folder(record.parent)
    return True
