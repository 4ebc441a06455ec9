"""A copy of a checkout in which a change is made, formatted and generated before it counts."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .refusal import Refused

COPIED = (
    "backend/src",
    "backend/pyproject.toml",
    "contract",
    "frontend",
    "smoke-tests",
    "docs/reference",
)
LEFT_OUT = shutil.ignore_patterns("node_modules", "dist", "coverage", "__pycache__")
GENERATED = ("contract", "frontend/src/clients")
STEP_LIMIT_S = 120.0


class Workshop:
    """A copy of the checkout at `root`."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.folder = folder

    def text(self, path: str) -> str | None:
        """Return a file of the copy; None where there is none."""
        return text_of(self.folder / path)

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty without it."""
        (self.folder / path).unlink()
        remove_empty((self.folder / path).parent)

    def format(self, paths: Iterable[str]) -> None:
        """Lay files out as `make fix` would; imports and exports are sorted."""
        python = [path for path in paths if path.endswith(".py")]
        script = [path for path in paths if path.endswith(".ts")]
        if python:
            ruff = [_program("ruff"), "--config", "backend/pyproject.toml"]
            self._run([ruff[0], "check", *ruff[1:], "-q", "--fix", "--select", "I,RUF022", *python])
            self._run([ruff[0], "format", *ruff[1:], "-q", *python])
        if script:
            prettier = "frontend/node_modules/.bin/prettier"
            config = ["--config", "frontend/.prettierrc.json", "--log-level", "warn"]
            self._run([prettier, *config, "--write", *script])

    def generate(self) -> None:
        """Write routers, contract and clients as `make generate` would."""
        self._run([sys.executable, "-m", "trading_api", "routers", "generate"])
        self._run([sys.executable, "-m", "trading_api", "spec", "export", "--out", "contract"])
        self._run(["node", "scripts/generate-clients.mjs"], "frontend")

    def generated(self) -> dict[str, str]:
        """Return all generated files of the copy, by path."""
        return _generated_below(self.folder)

    def generated_before(self) -> dict[str, str]:
        """Return all generated files of the checkout, by path."""
        return _generated_below(self.root)

    def _run(self, command: Sequence[str], folder: str = ".") -> None:
        env = {name: value for name, value in os.environ.items() if not name.startswith("TP_")}
        env |= {"PYTHONPATH": str(self.folder / "backend/src"), "PYTHONDONTWRITEBYTECODE": "1"}
        env.pop("URL", None)
        try:
            done = subprocess.run(
                command,
                cwd=self.folder / folder,
                env=env,
                capture_output=True,
                text=True,
                timeout=STEP_LIMIT_S,
                check=False,
            )
        except FileNotFoundError as missing:
            raise Refused(f"{missing.filename} is missing: run `make setup`") from None
        if done.returncode != 0:
            said = (done.stderr or done.stdout).strip()
            name = " ".join(command[:5]).replace(sys.executable, "python")
            raise Refused(f"nothing was written: `{name}` failed:\n{said}")


@contextmanager
def opened(root: Path) -> Iterator[Workshop]:
    """Copy the checkout, for as long as it is worked on."""
    if not (root / "frontend/node_modules").is_dir():
        raise Refused("frontend/node_modules is missing: run `make setup`")
    if shutil.which("node") is None:
        raise Refused("Node.js is missing on the PATH: install 20.19 or newer")
    with tempfile.TemporaryDirectory(prefix="trading-pro-scaffold-") as name:
        folder = Path(name)
        for path in COPIED:
            source, target = root / path, folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target, ignore=LEFT_OUT)
            else:
                shutil.copy(source, target)
        (folder / "frontend/node_modules").symlink_to(root / "frontend/node_modules")
        yield Workshop(root, folder)


def text_of(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def remove_empty(folder: Path) -> None:
    """Remove a folder and those above it, as long as nothing but compiled code is in them."""
    while {path.name for path in folder.iterdir()} <= {"__pycache__"}:
        shutil.rmtree(folder)
        folder = folder.parent


def _generated_below(root: Path) -> dict[str, str]:
    folders = [root / name for name in GENERATED]
    folders += sorted((root / "backend/src/trading_api/modules").glob("*/ws_generated"))
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in files
        if "__pycache__" not in path.parts
    }


def _program(name: str) -> str:
    """Return a program of the environment that this runs in."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise Refused(f"{name} is missing: run `make setup`")
    return found
