"""A copy of the sources in which a fault may be planted; packages are shared with the original."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .table import Fault

COPIED = ("backend", "contract", "docs", "frontend", "scripts")
SHARED = ("backend/.venv", "frontend/node_modules")


class Sandbox:
    """The sources as they stand now, committed or not, below `folder`."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        for name in _sources(root):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, target)
        for name in SHARED:
            (folder / name).symlink_to(root / name)

    @contextmanager
    def planted(self, fault: Fault) -> Iterator[None]:
        """Plant a fault; the file is as before afterwards.

        Raises:
            TableError: the fault's old text does not occur exactly once.
        """
        path = self.folder / fault.file
        before = path.read_text(encoding="utf-8")
        path.write_text(fault.apply(before), encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(before, encoding="utf-8")


def _sources(root: Path) -> list[str]:
    # A checkout may belong to another user than the one who tests it.
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others"]
    command += ["--exclude-standard", "--", *COPIED]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.splitlines() if (root / name).is_file()]
