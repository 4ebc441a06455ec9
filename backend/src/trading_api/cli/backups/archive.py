"""The file of a backup: a ZIP archive of verified copies, written and read back as a whole."""

import re
import shutil
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from trading_api.shared.file_copies import CopyRefused, make_durable

MEMBER = re.compile(r"[A-Za-z0-9][\w.-]*\.sqlite3")
SIGNATURE = b"PK\3\4"


def is_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(SIGNATURE)) == SIGNATURE


def pack(copies: Sequence[Path], draft: Path, target: Path) -> None:
    """Write an archive, its owner's alone, which has its name when all of it is on the disk.

    Raises:
        OSError: it cannot be written.
    """
    draft.touch(mode=0o600)
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        for copy in copies:
            archive.write(copy, copy.name)
    with zipfile.ZipFile(draft) as archive:
        if spoiled := archive.testzip():
            raise CopyRefused(f"{spoiled} was not read back as it was written: look at the disk")
    make_durable(draft, target)


def unpack(backup: Path, folder: Path) -> list[Path]:
    """Write the copies of an archive into a folder and return them.

    Raises:
        CopyRefused: it is damaged, or holds what this version does not know.
        OSError: they cannot be written.
    """
    try:
        with zipfile.ZipFile(backup) as archive:
            return [_unpack(archive, name, folder) for name in archive.namelist()]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as damage:
        raise CopyRefused(f"the backup {backup} is damaged: {damage}; bring back another") from None


def _unpack(archive: zipfile.ZipFile, name: str, folder: Path) -> Path:
    if not MEMBER.fullmatch(name):
        raise CopyRefused(f"expected copies of databases in a backup, got {name[:80]!a}")
    with archive.open(name) as source, (folder / name).open("xb") as copy:
        shutil.copyfileobj(source, copy)
    return folder / name
