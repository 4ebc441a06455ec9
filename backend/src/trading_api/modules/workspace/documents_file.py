"""The SQLite file of the documents: opened anew for each use, for it is used seldom."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from trading_api.models.workspace import DocumentKind, WorkspaceEntry
from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal
from trading_api.shared.file_copies import copy_database, free_name, make_durable, open_database

SCHEMA_VERSION = 1
MOST_DOCUMENTS = 200
# Another process may be handing over its port.
BUSY_TIMEOUT_S = 5.0
# There are no accounts of users yet: all is one owner's.
OWNER = "local"
NOT_OURS = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

# AUTOINCREMENT gives no number twice, so that no revision comes back with another content.
_SCHEMA = """
CREATE TABLE document (
    revision INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (owner, kind, name)
) STRICT
"""
_LIST = """
SELECT kind, name, revision, updated_at FROM document WHERE owner = ? ORDER BY kind, name
"""
_FIND = """
SELECT revision, updated_at, content FROM document WHERE owner = ? AND kind = ? AND name = ?
"""
_PUT = """
INSERT OR REPLACE INTO document (owner, kind, name, updated_at, content) VALUES (?, ?, ?, ?, ?)
RETURNING revision
"""
_TAKE = "SELECT owner, kind, name, updated_at, content FROM document ORDER BY revision"
_ADD = "INSERT INTO document (owner, kind, name, updated_at, content) VALUES (?, ?, ?, ?, ?)"
_HIGHEST = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'document'"


class StoredDocument(NamedTuple):
    """A document with the JSON text of its content."""

    entry: WorkspaceEntry
    content: str


class DocumentsFile:
    """Reads and writes documents; every method blocks.

    Each raises a `Refusal`: WORKSPACE_UNAVAILABLE when the file cannot be used now,
    WORKSPACE_CORRUPT when it is damaged or a newer product's.
    """

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self._clock = clock

    def entries(self) -> list[WorkspaceEntry]:
        """Return all, by kind and name."""
        with self._transaction() as connection:
            return [
                WorkspaceEntry(kind=kind, name=name, revision=revision, updatedAt=updated_at)
                for kind, name, revision, updated_at in connection.execute(_LIST, (OWNER,))
            ]

    def read(self, kind: DocumentKind, name: str) -> StoredDocument:
        """Return one.

        Raises:
            Refusal: WORKSPACE_NOT_FOUND.
        """
        with self._transaction() as connection:
            return _existing(connection, kind, name)

    def save(self, kind: DocumentKind, name: str, revision: int, content: str) -> WorkspaceEntry:
        """Put `content` in the place of `revision`, 0 for a new document; durable on return.

        What is stored already is no conflict: it may be a repeated request whose answer was lost.

        Raises:
            Refusal: WORKSPACE_CONFLICT, WORKSPACE_FULL.
        """
        with self._transaction() as connection:
            stored = _find(connection, kind, name)
            if stored is not None and stored.content == content:
                return stored.entry
            _check_revision(stored, revision)
            if stored is None:
                _check_room(connection)
            now_ms = self._clock.now_ms()
            row = (OWNER, kind, name, now_ms, content)
            (saved,) = connection.execute(_PUT, row).fetchone()
            return WorkspaceEntry(kind=kind, name=name, revision=saved, updatedAt=now_ms)

    def remove(self, kind: DocumentKind, name: str, revision: int) -> WorkspaceEntry:
        """Delete `revision` and return what it was; durable on return.

        Raises:
            Refusal: WORKSPACE_NOT_FOUND, WORKSPACE_CONFLICT.
        """
        with self._transaction() as connection:
            stored = _existing(connection, kind, name)
            _check_revision(stored, revision)
            connection.execute("DELETE FROM document WHERE revision = ?", (revision,))
            return stored.entry

    def replace(self, copy: Path) -> Path | None:
        """Put the documents of a copy in the place of all; durable on return.

        Their revisions are new ones. A file that is not ours any more gives way to them.

        Returns:
            Where the replaced documents are kept, None if there were none.
        """
        try:
            return self._replace(copy)
        except Refusal as refused:
            if refused.code != "WORKSPACE_CORRUPT":
                raise
        kept = free_name(self.path)
        make_durable(self.path, kept)
        self._replace(copy)
        return kept

    def _replace(self, copy: Path) -> Path | None:
        with closing(open_database(copy)) as opened:
            rows = opened.execute(_TAKE).fetchall()
            highest = _highest(opened)
        with self._transaction() as connection:
            # It holds off who would save: nothing comes between what is kept and what is deleted.
            kept = self._keep() if _count(connection) else None
            # A terminal may have seen a revision of either: none comes back with another content.
            start = max(highest, _highest(connection))
            connection.execute("DELETE FROM document")
            connection.execute("DELETE FROM sqlite_sequence WHERE name = 'document'")
            connection.execute("INSERT INTO sqlite_sequence VALUES ('document', ?)", (start,))
            connection.executemany(_ADD, rows)
        return kept

    def _keep(self) -> Path:
        kept = free_name(self.path)
        draft = kept.with_name(f"{kept.name}.part")
        copy_database(self.path, draft)
        make_durable(draft, kept)
        return kept

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
            with closing(connection):
                # No power cut takes back what was answered.
                connection.execute("PRAGMA synchronous = EXTRA")
                connection.execute("BEGIN IMMEDIATE")
                self._prepare(connection)
                yield connection
                connection.execute("COMMIT")
        except sqlite3.Error as fault:
            if getattr(fault, "sqlite_errorcode", 0) & 0xFF in NOT_OURS:
                raise self._corrupt(f"expected our documents, got {fault}") from fault
            message = f"{self.path.name} cannot be used now, {fault}: look at its disk and rights"
            raise Refusal("WORKSPACE_UNAVAILABLE", message) from fault

    def _prepare(self, connection: sqlite3.Connection) -> None:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            connection.execute(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        elif version != SCHEMA_VERSION:
            raise self._corrupt(f"expected schema {SCHEMA_VERSION}, got {version}")

    def _corrupt(self, why: str) -> Refusal:
        remedy = (
            "bring back a backup with `trading-pro restore FILE`, or move the file out of the"
            " data directory, and the workspace begins anew"
        )
        return Refusal("WORKSPACE_CORRUPT", f"{self.path.name}: {why}; {remedy}")


def _find(connection: sqlite3.Connection, kind: DocumentKind, name: str) -> StoredDocument | None:
    row = connection.execute(_FIND, (OWNER, kind, name)).fetchone()
    if row is None:
        return None
    revision, updated_at, content = row
    entry = WorkspaceEntry(kind=kind, name=name, revision=revision, updatedAt=updated_at)
    return StoredDocument(entry, content)


def _existing(connection: sqlite3.Connection, kind: DocumentKind, name: str) -> StoredDocument:
    stored = _find(connection, kind, name)
    if stored is None:
        raise Refusal("WORKSPACE_NOT_FOUND", f"expected a saved {kind}, found none named {name!r}")
    return stored


def _check_revision(stored: StoredDocument | None, revision: int) -> None:
    newest = 0 if stored is None else stored.entry.revision
    if newest != revision:
        message = f"revision: expected the stored one, {newest}, got {revision}: read it anew"
        raise Refusal("WORKSPACE_CONFLICT", message)


def _check_room(connection: sqlite3.Connection) -> None:
    if _count(connection) >= MOST_DOCUMENTS:
        message = f"expected up to {MOST_DOCUMENTS} documents, got one more: delete some"
        raise Refusal("WORKSPACE_FULL", message)


def _count(connection: sqlite3.Connection) -> int:
    [(count,)] = connection.execute("SELECT COUNT(*) FROM document WHERE owner = ?", (OWNER,))
    return int(count)


def _highest(connection: sqlite3.Connection) -> int:
    """Return the highest revision that was ever given."""
    [(revision,)] = connection.execute(_HIGHEST)
    return int(revision)
