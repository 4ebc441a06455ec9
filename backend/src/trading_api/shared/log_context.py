"""Whom a log line is about, where that is a connection: known to all that its task does."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

CONNECTION: ContextVar[int | None] = ContextVar("connection", default=None)
"""Number of the connection, counted from 1 since the process started; None outside of any."""


@contextmanager
def about(connection: int | None) -> Iterator[None]:
    """Let what is logged within be about this connection, whosever task it is."""
    before = CONNECTION.set(connection)
    try:
        yield
    finally:
        CONNECTION.reset(before)
