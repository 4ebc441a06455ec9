"""Is this machine fit: interpreters, packages, data directory, built user interface."""

import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from trading_api.shared.diagnostics import Check, Finding, failed, not_checked, ok
from trading_api.site import built_ui

TROUBLE = "The product does not start"
OLDEST_PYTHON = (3, 11)
NODE_LIMIT_S = 10


def checks(data_dir: Path, root: Path | None) -> list[Check]:
    """Return the checks, from the ground up; `root` is that of the source tree, if any."""
    return [
        Check(TROUBLE, "Python", _python),
        Check(TROUBLE, "virtual environment", _virtual_environment),
        Check(TROUBLE, "Node.js", lambda: _node(root)),
        Check(TROUBLE, "data directory", lambda: _data_directory(data_dir)),
        Check(TROUBLE, "user interface", _user_interface),
    ]


def _python() -> Finding:
    version = platform.python_version()
    if sys.version_info[:2] < OLDEST_PYTHON:
        return failed(f"{version}, expected 3.11 or newer", "make setup PYTHON=/path/to/python3.11")
    return ok(version)


def _virtual_environment() -> Finding:
    version = importlib.metadata.version("trading-pro")
    if sys.prefix == sys.base_prefix:
        return not_checked(f"trading-pro {version} runs from the system's Python", "make setup")
    return ok(f"trading-pro {version} in {sys.prefix}")


def _node(root: Path | None) -> Finding:
    if root is None:
        return not_checked("only the source tree needs Node.js")
    node = shutil.which("node")
    if node is None:
        return failed("not found on the PATH", "install Node.js 20.19 or newer")
    version = _output_of([node, "--version"]).lstrip("v")
    if not _builds_the_ui(version):
        return failed(f"{version}, expected 20.19 or newer (of 22: 22.12)", "install a newer one")
    return ok(version)


def _builds_the_ui(version: str) -> bool:
    major, minor = (int(part) for part in version.split(".")[:2])
    return (major, minor) >= (22, 12) or (major == 20 and minor >= 19)


def _data_directory(path: Path) -> Finding:
    nearest = path
    while not nearest.exists():
        nearest = nearest.parent
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        return failed(f"{path} cannot be written", "name another with --data-dir or TP_DATA_DIR")
    return ok(f"{path}" if path == nearest else f"{path} (made at the first start)")


def _user_interface() -> Finding:
    folder = built_ui()
    if folder is None:
        return not_checked("not built, the API serves without it", "make build")
    return ok(f"built, in {folder}")


def _output_of(command: list[str]) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=NODE_LIMIT_S, check=False
    )
    return done.stdout.strip()
