"""Shows how far an import is: a bar on a terminal, a few plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from trading_api.modules.datafeed.importing import ImportProgress

WIDTH = 30
STEPS = {
    "survey": "looking through the file",
    "read": "reading",
    "sort": "sorting",
    "store": "storing",
}

# A terminal need not be drawn more often than is seen, nor a log told more than this; in seconds.
_DRAWN_EVERY_S = 0.1
_TOLD_EVERY_S = 10.0
# Earlier, what is left can only be guessed.
_ESTIMATED_FROM = 0.02


class ProgressLine:
    """Writes to a stream; on a terminal one line is drawn over and over."""

    def __init__(
        self, stream: TextIO, *, terminal: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Measure by a clock of seconds that only goes forward."""
        self._stream = stream
        self._terminal = terminal
        self._clock = clock
        self._step = ""
        self._began = self._shown = 0.0

    def show(self, progress: "ImportProgress") -> None:
        """Tell the state where a step begins, and from time to time."""
        now = self._clock()
        begins = progress.step != self._step
        if begins:
            self._step, self._began = progress.step, now
        if begins or now - self._shown >= (_DRAWN_EVERY_S if self._terminal else _TOLD_EVERY_S):
            self._shown = now
            self._write(progress, now - self._began, begins)

    def finish(self) -> None:
        """Leave the terminal with an empty line for what comes next."""
        if self._terminal and self._step:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def _write(self, progress: "ImportProgress", elapsed: float, begins: bool) -> None:
        if self._terminal:
            self._stream.write(f"\r\033[K{STEPS[progress.step]}  {_bar(progress, elapsed)}")
        elif begins:
            self._stream.write(f"{STEPS[progress.step]}\n")
        else:
            self._stream.write(f"  {progress.share:.0%}  {_measured(progress, elapsed)}\n")
        self._stream.flush()


@contextmanager
def progress_for_stderr() -> Iterator[ProgressLine]:
    line = ProgressLine(sys.stderr, terminal=sys.stderr.isatty())
    try:
        yield line
    finally:
        line.finish()


def _bar(progress: "ImportProgress", elapsed: float) -> str:
    share = min(1.0, progress.share)
    filled = round(share * WIDTH)
    bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}"
    return f"{bar}  {_measured(progress, elapsed)}"


def _measured(progress: "ImportProgress", elapsed: float) -> str:
    """Return the rows, their rate and the time that the step will still take."""
    parts = [f"{progress.rows:,} rows"]
    if elapsed > 0 and progress.rows:
        parts.append(f"{progress.rows / elapsed:,.0f} rows/s")
    if elapsed > 0 and _ESTIMATED_FROM <= progress.share < 1:
        left = round(elapsed * (1 - progress.share) / progress.share)
        parts.append(f"{left // 60}:{left % 60:02d} left")
    return ", ".join(parts)
