"""One process a ledger: an operating system's lock on a file beside it, gone with its holder."""

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    # Beyond the note, which others may still read.
    LOCKED_AT = 1024

    def _lock(file: IO[str]) -> None:
        file.seek(LOCKED_AT)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LedgerLock:
    """The right to write a ledger; nobody else has it while this process holds it."""

    def __init__(self, ledger: Path) -> None:
        self.path = ledger.with_name(f"{ledger.name}.lock")
        self._file: IO[str] | None = None

    def try_acquire(self) -> bool:
        """Take the lock if nobody else has it; the note in it names this process."""
        file = self.path.open("a+", encoding="utf-8")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()}\n")
        file.flush()
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock up; nothing when it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @property
    def holder(self) -> str:
        """Who holds the lock, in words."""
        try:
            note = self.path.read_text(encoding="utf-8").strip()
        except OSError:
            note = ""
        return f"process {note}" if note else "another process"
