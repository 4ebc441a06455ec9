"""Shows how far the verification of a ledger is: one line on a terminal, silence elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

StepsDone = Callable[[str, int, int], None]


def line_on(stream: TextIO) -> StepsDone:
    """Return what draws the account, its steps so far and its steps in all over and over."""

    def draw(account_id: str, done: int, steps: int) -> None:
        share = done / steps if steps else 1.0
        stream.write(f"\r\033[Kverifying {account_id}  {share:4.0%}  {done:,} of {steps:,} steps")
        stream.flush()

    return draw


@contextmanager
def steps_for_stderr() -> Iterator[StepsDone | None]:
    """Lend what draws on the terminal; None without one. The line is gone afterwards."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield line_on(sys.stderr)
    finally:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
