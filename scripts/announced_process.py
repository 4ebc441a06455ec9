"""A module of the scripts in a process of its own, which says in its first line where it is."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Announced(NamedTuple):
    """A process that runs: its first line, and the file of what it writes to standard error."""

    line: str
    log: Path


@contextmanager
def announced_process(
    module: str, environment: Mapping[str, str], folder: Path
) -> Iterator[Announced]:
    """Run `python -m module`, its log in `folder`; it is killed in the end.

    Raises:
        AssertionError: it ended without a line; the message is its log.
    """
    log = folder / "stderr"
    with log.open("w") as errors, subprocess.Popen(
        [sys.executable, "-m", module],
        env=environment, stdout=subprocess.PIPE, stderr=errors, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        try:
            line = process.stdout.readline().strip()
            assert line, log.read_text(encoding="utf-8")
            yield Announced(line, log)
        finally:
            process.kill()
