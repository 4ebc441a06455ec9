"""Shows how far an import is: a bar on a terminal, a plain line a step elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from trading_api.modules.datafeed.importing import ImportProgress

WIDTH = 30
STEPS = {"survey": "looking through the file", "read": "reading", "store": "storing"}


class ProgressLine:
    """Writes to a stream; on a terminal one line is drawn over and over."""

    def __init__(self, stream: TextIO, *, terminal: bool) -> None:
        self._stream = stream
        self._terminal = terminal
        self._step = ""

    def show(self, progress: "ImportProgress") -> None:
        """Draw the state; without a terminal, only a new step says something."""
        if self._terminal:
            self._stream.write(f"\r\033[K{_bar(progress)}")
            self._stream.flush()
        elif progress.step != self._step:
            self._stream.write(f"{STEPS[progress.step]}\n")
        self._step = progress.step

    def finish(self) -> None:
        """Leave the terminal with an empty line for what comes next."""
        if self._terminal and self._step:
            self._stream.write("\r\033[K")
            self._stream.flush()


@contextmanager
def progress_for_stderr() -> Iterator[ProgressLine]:
    line = ProgressLine(sys.stderr, terminal=sys.stderr.isatty())
    try:
        yield line
    finally:
        line.finish()


def _bar(progress: "ImportProgress") -> str:
    name = STEPS[progress.step]
    if not progress.total_rows:
        return f"{name}  {progress.rows:,} rows"
    share = min(1.0, progress.rows / progress.total_rows)
    filled = round(share * WIDTH)
    return f"{name}  [{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}  {progress.rows:,} rows"
