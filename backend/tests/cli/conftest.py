"""A real server in a process of its own, for the tests of the command line."""

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

STOP_LIMIT_S = 20
ANSWER_LIMIT_S = 20


@dataclass(frozen=True)
class Served:
    """A server that listens: its process, address and data directory."""

    process: "subprocess.Popen[str]"
    url: str
    data_dir: Path

    @property
    def ws_url(self) -> str:
        return f"ws{self.url.removeprefix('http')}/api/v1/ws"

    def call(self, path: str, body: Any = None) -> Any:
        """Return the answer below /api/v1: to a command where there is a body, else to a GET."""
        request = urllib.request.Request(
            f"{self.url}/api/v1/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=ANSWER_LIMIT_S) as answer:
            return json.load(answer)

    def end(self, signal: int) -> int:
        """Ask it to end and return its exit code."""
        self.process.send_signal(signal)
        return self.process.wait(STOP_LIMIT_S)


def run_serve(data_dir: Path, *flags: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "trading_api", "serve", "--data-dir", str(data_dir), *flags]
    return subprocess.Popen(
        command,
        env={name: value for name, value in os.environ.items() if not name.startswith("TP_")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def address_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    assert process.stderr is not None
    line = process.stdout.readline()
    assert line.startswith("Trading Pro is on http://"), process.stderr.read()
    return line.split()[4]


@contextmanager
def served(data_dir: Path, *flags: str) -> Iterator[Served]:
    with run_serve(data_dir, "--port", "0", *flags) as process:
        try:
            yield Served(process, address_of(process), data_dir)
        finally:
            process.kill()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Start a server with the given flags; it is killed after the test if it still runs."""
    with ExitStack() as running:
        yield lambda *flags: running.enter_context(served(tmp_path, *flags))


@pytest.fixture
def refused_serve(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Start a server that is to refuse; returns its exit code and what it said."""

    def run(*flags: str) -> tuple[int, str]:
        with run_serve(tmp_path, *flags) as process:
            _, said = process.communicate(timeout=STOP_LIMIT_S)
            return process.returncode, said

    return run
