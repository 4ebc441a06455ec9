"""Servers to judge: each a process of its own, from a copy of the sources that may have a fault."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_S = 60
END_S = 20
PROGRAM = ["-m", "tests.wire_rules.practice"]


class NotServing(Exception):
    """The server did not come up; the message is what it wrote."""


@contextmanager
def serving(server: str, sources: Path) -> Iterator[str]:
    """Serve one of the practice program's servers from `sources`; yields its address.

    Raises:
        NotServing: it ended before it listened.
    """
    backend = sources / "backend"
    environment = {"PYTHONPATH": f"{backend / 'src'}:{backend}", "PYTHONDONTWRITEBYTECODE": "1"}
    with (sources / f"{server}.log").open("w+") as log:
        process = subprocess.Popen(
            [sys.executable, *PROGRAM, server], cwd=backend, env={**os.environ, **environment},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            if not address:
                log.seek(0)
                raise NotServing(log.read()[-2000:])
            yield address
        finally:
            # The program serves until its input ends; a fault may keep it from ending.
            process.stdin.close()
            try:
                process.wait(END_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()
