"""Keeps Python's collector of cycles out of a batch."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
