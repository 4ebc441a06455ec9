"""Compiles and installs what the race needs, as locked, each peer in an environment of its own."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from .contenders import BARE_SERVER, HERE, LOAD_GENERATOR, NODE, PEERS

NATIVE = HERE / "native"
LOCKS = HERE / "locks"
COMPILE = ("cc", "-std=gnu11", "-O2", "-Wall", "-Wextra")
COMMON = ("websocket.c", "sha1.c")
PROGRAMS = {
    LOAD_GENERATOR: ("load_generator.c", "clients.c", "opening.c", *COMMON),
    BARE_SERVER: ("bare_server.c", "bare_listeners.c", *COMMON),
}


def install(names: Iterable[str]) -> None:
    """Bring the named environments up to date; says so where that takes time.

    Raises:
        CalledProcessError: a step failed; what it said is on the terminal.
    """
    for name in names:
        steps = STEPS[name]
        folder = PEERS / name
        stamp, wanted = folder / "installed", _digest(steps.sources())
        if stamp.exists() and stamp.read_text() == wanted:
            continue
        print(f"installing {name} into {folder.relative_to(HERE.parents[1])}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        steps.install(folder)
        stamp.write_text(wanted)


class NativeSteps:
    def sources(self) -> list[Path]:
        return sorted(NATIVE.iterdir())

    def install(self, folder: Path) -> None:
        for program, sources in PROGRAMS.items():
            paths = [str(NATIVE / source) for source in sources]
            subprocess.run([*COMPILE, "-o", str(program), *paths], check=True)


class PythonSteps:
    def __init__(self, name: str) -> None:
        self._lock = LOCKS / f"{name}.lock"

    def sources(self) -> list[Path]:
        return [self._lock]

    def install(self, folder: Path) -> None:
        uv = [sys.executable, "-m", "uv"]
        subprocess.run(
            [*uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True
        )
        python = str(folder / "bin" / "python")
        words = ["pip", "install", "--quiet", "--require-hashes", "--python", python]
        subprocess.run([*uv, *words, "-r", str(self._lock)], check=True)


class NodeSteps:
    def sources(self) -> list[Path]:
        return [LOCKS / "package.json", LOCKS / "package-lock.json"]

    def install(self, folder: Path) -> None:
        for path in (*self.sources(), LOCKS / ".npmrc"):
            shutil.copy(path, folder)
        words = ["npm", "ci", "--ignore-scripts", "--loglevel=error"]
        subprocess.run(words, cwd=folder, check=True)


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


STEPS: dict[str, NativeSteps | PythonSteps | NodeSteps] = {
    "native": NativeSteps(),
    "uvicorn": PythonSteps("uvicorn"),
    "fastws": PythonSteps("fastws"),
    "profiler": PythonSteps("profiler"),
    NODE.name: NodeSteps(),
}
