"""The note that a running server leaves in its data directory, so that others find it."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

FILE_NAME = "server.json"


@dataclass(frozen=True)
class RunningServer:
    """Where a server listens; `started` is ISO 8601, UTC."""

    pid: int
    url: str
    started: str

    @property
    def alive(self) -> bool:
        """Whether a process of this id exists (which may be another one after a crash)."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True


def announce(data_dir: Path, url: str) -> RunningServer:
    """Leave the note of this process, unless another server that lives has left its own.

    The first one has the accounts; a later one beside it must not hide where it is.

    Returns:
        The note that stands.
    """
    note = RunningServer(os.getpid(), url, datetime.now(UTC).isoformat(timespec="seconds"))
    first = find(data_dir)
    if first is not None and first.pid != note.pid and first.alive:
        return first
    target = data_dir / FILE_NAME
    draft = target.with_suffix(f".{note.pid}.tmp")
    draft.write_text(json.dumps(asdict(note)) + "\n", encoding="utf-8")
    draft.replace(target)
    return note


def find(data_dir: Path) -> RunningServer | None:
    """Read the note; None when there is none or it is not one of ours."""
    try:
        note = json.loads((data_dir / FILE_NAME).read_text(encoding="utf-8"))
        return RunningServer(int(note["pid"]), str(note["url"]), str(note["started"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def withdraw(data_dir: Path) -> None:
    """Remove the note if it is this process's."""
    note = find(data_dir)
    if note is not None and note.pid == os.getpid():
        (data_dir / FILE_NAME).unlink(missing_ok=True)
