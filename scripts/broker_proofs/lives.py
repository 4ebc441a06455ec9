"""The lives of a trader: processes that are killed, forked from an interpreter that is ready."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from .day_trader import GONE, LIFE, TOLD

LIVES_AN_INTERPRETER = 10
"""Then a new one: in another interpreter sets have another order."""


class Life:
    """One process; what it was told is kept in its folder."""

    def __init__(self, folder: Path, output: IO[str]) -> None:
        self._told = folder / TOLD
        self._output = output
        word, self._pid = self._read()
        assert word == LIFE
        self._exit_code: int | None = None

    def answered(self, number: int) -> None:
        """Read on until entry `number` was answered, which no earlier life was told.

        Raises:
            RuntimeError: the process ended before.
        """
        while self._hear() != number:
            if self._exit_code is not None:
                raise RuntimeError(f"the day ended with {self._exit_code} before entry {number}")

    def kill(self) -> bool:
        """Kill it, and keep what it was told until then; False when it had come to its end."""
        # It may just have come to its end.
        with suppress(ProcessLookupError):
            if self._exit_code is None:
                os.kill(self._pid, signal.SIGKILL)
        return self.finish() == -signal.SIGKILL

    def finish(self) -> int:
        """Let it go on to its end; return its exit code."""
        while self._exit_code is None:
            self._hear()
        return self._exit_code

    def _hear(self) -> Any:
        """Take a line; return the number of the entry that was answered."""
        line = self._read()
        if line[0] == GONE:
            self._exit_code = line[1]
            return None
        with self._told.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        return line[0]

    def _read(self) -> Any:
        line = self._output.readline()
        if not line:
            raise RuntimeError("the trader's interpreter has ended; see what it wrote")
        return json.loads(line)


class Lives:
    """Begins one life after another, at most one at a time; a context."""

    def __init__(self, seed: int, orders: int) -> None:
        self._arguments = [str(seed), str(orders)]
        self._process: subprocess.Popen[str] | None = None
        self._begun = 0

    def __enter__(self) -> "Lives":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def begin(self, folder: Path, last: int | None = None) -> Life:
        """Begin a life, which stands still after entry `last`."""
        if self._process is None or self._begun % LIVES_AN_INTERPRETER == 0:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "broker_proofs.day_trader", *self._arguments],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )  # fmt: skip
        self._begun += 1
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([str(folder), last]) + "\n")
        self._process.stdin.flush()
        return Life(folder, self._process.stdout)

    def _end(self) -> None:
        if self._process is None:
            return
        self._process.communicate()
        self._process = None
