"""Which SQLite the ledger runs on, and how its connections are set up."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool, QueuePool

if TYPE_CHECKING:
    import sqlite3 as dbapi
else:
    try:
        import pysqlite3.dbapi2 as dbapi
    except ImportError:
        dbapi = sqlite3

BUSY_TIMEOUT_S = 5.0
READERS = 8
READER_WAIT_S = 10.0

# Two connections that write or checkpoint at one instant may lose a commit (the WAL-reset bug).
BUG_SINCE = (3, 7, 0)
BUG_FIXED = (3, 51, 3)

SqliteError = dbapi.Error
"""Any failure of a connection that `writer_connection` gave out."""

SQLITE_VERSION: str = dbapi.sqlite_version


def has_wal_reset_bug(version: str) -> bool:
    """Tell whether this SQLite can lose a commit when two connections checkpoint."""
    return BUG_SINCE <= tuple(int(part) for part in version.split(".")) < BUG_FIXED


def writer_engine(path: Path) -> sa.Engine:
    """Return the engine of the one connection that writes and checkpoints.

    Its transactions take the lock of writing when they begin.
    """
    engine = sa.create_engine(
        "sqlite://", creator=lambda: _connect(path, "rwc"), poolclass=NullPool, module=dbapi
    )
    _begin_with(engine, "BEGIN IMMEDIATE")
    sa.event.listen(engine, "connect", _prepare_writer)
    return engine


def reader_engine(path: Path, readers: int = READERS) -> sa.Engine:
    """Return an engine of at most `readers` connections that can neither write nor checkpoint."""
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: _connect(path, "ro"),
        poolclass=QueuePool,
        pool_size=readers,
        max_overflow=0,
        pool_timeout=READER_WAIT_S,
        module=dbapi,
    )
    _begin_with(engine, "BEGIN")
    sa.event.listen(engine, "connect", _prepare_reader)
    return engine


def raw_connection(path: Path, mode: str) -> "dbapi.Connection":
    """Return a bare connection, for SQLite's backup; `mode` is that of an SQLite URI."""
    return _connect(path, mode)


def _connect(path: Path, mode: str) -> "dbapi.Connection":
    # None leaves BEGIN to us: the module would otherwise commit around statements as it sees fit.
    return dbapi.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_TIMEOUT_S,
        isolation_level=None,
        check_same_thread=False,
    )


def _begin_with(engine: sa.Engine, statement: str) -> None:
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(statement)

    sa.event.listen(engine, "begin", begin)


def _prepare_writer(connection: Any, record: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # A power cut must not take what was acknowledged.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _prepare_reader(connection: Any, record: object) -> None:
    connection.execute("PRAGMA query_only = ON")
