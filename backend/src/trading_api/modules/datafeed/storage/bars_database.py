"""The SQLite file of the bars: its schema, its one writer and a reader for each thread."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from trading_api.modules.datafeed.materialising import stale_symbols
from trading_api.modules.datafeed.storage.bars_schema import (
    SCHEMA_VERSION,
    bring_up_to_date,
    schema_version,
)
from trading_api.shared.errors import ConfigurationError

# A second process may be importing: its transaction is a matter of seconds, not of minutes.
BUSY_TIMEOUT_S = 30.0


class BarsDatabase:
    """Hands out connections; thread-safe once it is open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._readers: dict[threading.Thread, sqlite3.Connection] | None = None

    def open(self) -> None:
        """Create what is missing and bring an older file up to date; may block.

        Raises:
            ConfigurationError: the file cannot be used, or a newer product wrote it.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connect()) as connection:
                self._prepare(connection)
        except (OSError, sqlite3.Error) as error:
            raise ConfigurationError(
                f"the bars in {self.path} cannot be opened: {error}; choose another data directory"
            ) from error
        self._local = threading.local()
        self._readers = {}

    def close(self) -> None:
        """Close every reader; the owner sees to it that none is in use."""
        with self._lock:
            readers, self._readers = self._readers or {}, None
        for connection in readers.values():
            connection.close()

    def reader(self) -> sqlite3.Connection:
        """Return the calling thread's connection, which cannot write.

        Raises:
            RuntimeError: the database is not open.
        """
        if self._readers is None:
            raise RuntimeError(f"the bars in {self.path} are not open")
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            connection.execute("PRAGMA query_only = ON")
            with self._lock:
                self._close_orphans(self._readers)
                self._readers[threading.current_thread()] = connection
            self._local.connection = connection
        return connection

    def _close_orphans(self, readers: dict[threading.Thread, sqlite3.Connection]) -> None:
        """Close what ended threads have left open: pools of workers come and go."""
        for thread in [thread for thread in readers if not thread.is_alive()]:
            readers.pop(thread).close()

    @contextmanager
    def writer(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that may write; its user begins and commits.

        What is not committed when the block ends is rolled back.
        """
        with closing(self._connect()) as connection:
            yield connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        # In WAL mode NORMAL cannot corrupt; a power cut may lose the last import, which is
        # repeated from its file.
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        version = schema_version(connection)
        if version > SCHEMA_VERSION:
            raise ConfigurationError(
                f"the bars in {self.path} have schema {version}, this version knows"
                f" {SCHEMA_VERSION}: use the newer version or another data directory"
            )
        connection.execute("PRAGMA journal_mode = WAL")
        if version < SCHEMA_VERSION or stale_symbols(connection):
            bring_up_to_date(connection)
