"""A fresh clone of what is committed, with the packages of this checkout."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = ("backend/.venv", "frontend/node_modules")
# By this file make knows that packages are installed.
MARK = ".installed"
NOT_OF_THE_TREE = {".git", ".venv", "node_modules", "dist", "coverage", "test-results"}
CACHES = {
    "__pycache__",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
}


class Clone:
    """The clone's folder, and commands in it that see its own sources."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, command: str, folder: str = ".", **environment: str) -> str:
        """Run a shell command to its end and return what it printed.

        Raises:
            SystemExit: it failed; with what it said.
        """
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TP_")}
        done = subprocess.run(
            ["sh", "-ec", command],
            cwd=self.folder / folder,
            env={**kept, "PYTHONPATH": str(self.folder / "backend/src"), **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise SystemExit(f"{command}\n{done.stdout}\nstopwatch: the command above failed")
        return done.stdout

    def texts(self) -> dict[str, bytes]:
        """Return every file that is not installed, built or cached, by its path."""
        out = NOT_OF_THE_TREE | CACHES
        found: dict[str, bytes] = {}
        for folder, names, files in os.walk(self.folder):
            names[:] = [name for name in names if name not in out]
            for path in (Path(folder) / name for name in files):
                if not path.is_symlink() and path.suffix != ".tsbuildinfo":
                    found[path.relative_to(self.folder).as_posix()] = path.read_bytes()
        return found


@contextmanager
def cloned() -> Iterator[Clone]:
    """Clone the commit that is checked out; the clone is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="trading-pro-stopwatch-") as name:
        folder = Path(name) / "trading-pro"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
        for path in INSTALLED:
            _lend(ROOT / path, folder / path)
        yield Clone(folder)


def _lend(installed: Path, borrowed: Path) -> None:
    """Make a folder of links, with a mark of its own: make must never install anew through them."""
    borrowed.mkdir()
    for entry in installed.iterdir():
        # What tools keep beside the packages is each checkout's own.
        if not entry.name.startswith(".") or entry.name == ".bin":
            (borrowed / entry.name).symlink_to(entry)
    (borrowed / MARK).touch()
