"""Keeps Python's collector of cycles out of the batches."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Twenty to thirty times what Python takes: a batch's objects are gone again before it looks.
YOUNG_OBJECTS = 20_000


def search_rarely() -> None:
    """Search for cycles after more new objects than a batch leaves behind; for the process."""
    if gc.get_threshold()[0] < YOUNG_OBJECTS:
        gc.set_threshold(YOUNG_OBJECTS, *gc.get_threshold()[1:])


@contextmanager
def paused_collector() -> Iterator[None]:
    """Let nothing be searched for cycles meanwhile; a caller that has it off finds it off.

    A batch makes tens of thousands of objects that live until its commit: searched in between
    they pass for old ones, and then all of the process is searched, again and again.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
