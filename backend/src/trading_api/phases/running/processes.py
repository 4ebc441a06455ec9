"""The product's own tools and server, run as processes."""

import json
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from trading_api.shared.errors import ConfigurationError

ANNOUNCED = re.compile(r"http://127\.0\.0\.1:\d+")
LONGEST_S = 600.0
STOP_WITHIN_S = 15.0


def frontend_tool(root: Path, name: str) -> str:
    """Return the path of an installed tool.

    Raises:
        ConfigurationError: it is not installed.
    """
    path = root / "frontend/node_modules/.bin" / name
    if not path.exists():
        raise ConfigurationError(f"expected {name} in frontend/node_modules: run `make setup`")
    return str(path)


def ran(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
) -> tuple[bool, str]:
    """Run a command to its end; return whether it succeeded, and the end of what it said."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=LONGEST_S,
        check=False,
    )
    return done.returncode == 0, done.stdout[-4000:]


def vitest(
    root: Path, files: Sequence[str], environment: Mapping[str, str] | None = None, *more: str
) -> dict[str, str]:
    """Run test files of the front end; return what became of each test, by its full name.

    Raises:
        ConfigurationError: it could not be run at all; with what it said.
    """
    names = [name.removeprefix("frontend/") for name in files]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [frontend_tool(root, "vitest"), "run", "--reporter=json"]
        _, said = ran(
            [*command, f"--outputFile={report}", *more, *names], root / "frontend", environment
        )
        if not report.is_file():
            raise ConfigurationError(f"vitest wrote no report:\n{said}")
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return {
        test["fullName"].strip(): test["status"]
        for file in found["testResults"]
        for test in file["assertionResults"]
    }


@contextmanager
def served(environment: Mapping[str, str]) -> Iterator[str]:
    """Run a server on a free port with data of its own; yield its address, `http://…`.

    Raises:
        ConfigurationError: it ended before it said where it listens.
    """
    with tempfile.TemporaryDirectory(prefix="trading-pro-phases-") as folder:
        command = [sys.executable, "-m", "trading_api", "serve", "--port", "0"]
        with subprocess.Popen(
            [*command, "--data-dir", folder],
            env={**environment, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            try:
                yield _announced(process)
            finally:
                process.send_signal(signal.SIGTERM)
                try:
                    process.communicate(timeout=STOP_WITHIN_S)
                except subprocess.TimeoutExpired:
                    process.kill()


def _announced(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        found = ANNOUNCED.search(line)
        if found:
            return found[0]
    raise ConfigurationError(f"the server under judgement ended:\n{said[-4000:]}")
