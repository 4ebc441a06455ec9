"""Whom a log line is about, where that is a connection: known to all that its task does."""

from contextvars import ContextVar

CONNECTION: ContextVar[int | None] = ContextVar("connection", default=None)
"""Number of the connection, counted from 1 since the process started; None outside of any."""
