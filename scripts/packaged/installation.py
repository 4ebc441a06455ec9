"""An environment with the wheel in it, as a user has it: read-only, run by somebody without rights.

Root may write anywhere, so root's runs are made as `nobody`, with a home of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOBODY = 65534
CAN_MAKE_ENVIRONMENTS = "import sys, ensurepip, venv; raise SystemExit(sys.version_info < (3, 11))"
INSTALL_LIMIT_S = 300


@dataclass(frozen=True)
class Installation:
    """An environment in `folder`, and a `home` for whoever runs it."""

    folder: Path
    home: Path

    @property
    def command(self) -> str:
        return str(self.folder / "bin" / "trading-pro")

    @property
    def package(self) -> Path:
        """Where the package lies."""
        [found] = self.folder.glob("lib/python3.*/site-packages/trading_api")
        return found

    def run(self, *arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of the environment to its end, as the user without rights."""
        return subprocess.run(
            [str(self.folder / "bin" / arguments[0]), *arguments[1:]],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            **self.as_user(**settings),
        )

    def as_user(self, **settings: str) -> dict[str, Any]:
        """Return how `subprocess` starts something as that user, with only these settings."""
        environment = {"PATH": os.defpath, "HOME": str(self.home), **settings}
        return {"env": environment, "cwd": self.home, **without_rights()}


def without_rights() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


@contextmanager
def installed(wheels: Iterable[Path]) -> Iterator[Installation]:
    """Make an empty environment, install the wheels with pip, take all rights to write away."""
    with _open_folder() as folder:
        environment, home = folder / "environment", folder / "home"
        home.mkdir()
        if os.geteuid() == 0:
            os.chown(home, NOBODY, NOBODY)
        _run(_python(), "-m", "venv", str(environment))
        pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        _run(*pip, *map(str, wheels))
        _run("chmod", "-R", "a-w,a+rX", str(environment))
        try:
            yield Installation(environment, home)
        finally:
            if os.geteuid() != 0:
                _run("chmod", "-R", "u+w", str(environment))


@contextmanager
def _open_folder() -> Iterator[Path]:
    """Yield a folder that other users may enter; it is removed with all that they made."""
    folder = Path(tempfile.mkdtemp(prefix="trading-pro-packaged-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _python() -> str:
    """Return a Python that the user without rights may run too; one under /root is not."""
    named = os.environ.get("PYTHON")
    newest_first = (shutil.which(f"python3.{minor}") for minor in range(14, 10, -1))
    system = (f"/usr/bin/python3.{minor}" for minor in range(14, 10, -1))
    for candidate in filter(None, [named, sys.executable, *newest_first, *system]):
        real = os.path.realpath(candidate)
        try:
            done = subprocess.run(
                [real, "-c", CAN_MAKE_ENVIRONMENTS], check=False, cwd="/", **without_rights()
            )
        except OSError:
            continue
        if done.returncode == 0:
            return real
    raise RuntimeError("no Python 3.11 or newer that the user `nobody` may run; PYTHON names one")


def _run(*command: str) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=INSTALL_LIMIT_S
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
