"""The product itself, served from a temporary data directory on a free port."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

START_LIMIT_S = 30.0
STOP_LIMIT_S = 20.0
POLL_S = 0.05


class ServerFailed(Exception):
    """The server ended or stayed silent; the message carries what it printed."""


@contextmanager
def real_server(*flags: str) -> Iterator[str]:
    """Run the server, yield its address, end it.

    Raises:
        ServerFailed: it did not come up in time.
    """
    with tempfile.TemporaryDirectory(prefix="trading-pro-") as folder:
        log = Path(folder) / "server.log"
        with log.open("w") as output:
            process = _start(Path(folder), flags, output)
        try:
            yield _address(process, Path(folder), log)
        finally:
            _stop(process)


def _start(data_dir: Path, flags: tuple[str, ...], output: IO[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "trading_api", "serve", "--port", "0"]
    # What the caller's shell sets is not what is tested.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TP_")}
    return subprocess.Popen(
        [*command, "--data-dir", str(data_dir), *flags],
        env=environment,
        stdout=output,
        stderr=subprocess.STDOUT,
    )


def _address(process: subprocess.Popen[bytes], data_dir: Path, log: Path) -> str:
    note = data_dir / "server.json"
    deadline = time.monotonic() + START_LIMIT_S
    while time.monotonic() < deadline:
        if note.exists():
            return str(json.loads(note.read_text())["url"])
        if process.poll() is not None:
            raise ServerFailed(f"the server ended with {process.returncode}:\n{log.read_text()}")
        time.sleep(POLL_S)
    raise ServerFailed(f"the server was silent for {START_LIMIT_S:.0f} s:\n{log.read_text()}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
