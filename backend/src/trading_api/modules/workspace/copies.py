"""Copies of the documents: read back whole, and staged for the way back."""

import json
import re
import secrets
from contextlib import closing
from pathlib import Path

from trading_api.shared.file_copies import CopyRefused, copy_verified, open_database

from .documents_file import SCHEMA_VERSION

FILE_NAME = "workspace.sqlite3"
TABLE = "document"


def verified(path: Path) -> int:
    """Read all documents of a file and return how many there are.

    Raises:
        CopyRefused: they are damaged, or a newer product's.
        sqlite3.Error: the file cannot be read now.
    """
    with closing(open_database(path)) as database:
        (sound,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        if sound != "ok":
            raise CopyRefused(f"{path.name} is damaged: {sound}")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version != SCHEMA_VERSION:
            raise CopyRefused(f"{path.name}: expected schema {SCHEMA_VERSION}, got {version}")
        contents = database.execute("SELECT kind, name, content FROM document").fetchall()
    for kind, name, content in contents:
        try:
            json.loads(content)
        except ValueError as fault:
            raise CopyRefused(f"{path.name} is damaged: {kind} {name!r}: {fault}") from fault
    return len(contents)


def stage(backup: Path, file: Path) -> tuple[Path, int]:
    """Copy documents beside the file that shall have them; return where, and how many.

    Raises:
        CopyRefused: they cannot be copied, or are damaged.
    """
    staged = file.with_name(f"{file.name}.staged-{secrets.token_hex(16)}")
    return staged, copy_verified(backup, staged, verified)


def find_staged(file: Path, name: str) -> Path:
    """Return the copy that `stage` left under this name.

    Raises:
        CopyRefused: there is none.
    """
    is_one = re.fullmatch(re.escape(f"{file.name}.staged-") + "[0-9a-f]{32}", name)
    if is_one is None or not file.with_name(name).is_file():
        raise CopyRefused(f"expected a staged copy of {file.name}, got {name[:80]!a}")
    return file.with_name(name)
