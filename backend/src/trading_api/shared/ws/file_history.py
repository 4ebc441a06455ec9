"""A record of lossless topics in one SQLite file, for streams that have no store of their own."""

import asyncio
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from .messages import MAX_PAYLOAD_BYTES, Entry
from .router_interface import HistoryPosition

# Another process may hold the file for a moment while it takes over, or leaves.
BUSY_S = 5.0
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS numbering (epoch TEXT NOT NULL)",
    """CREATE TABLE IF NOT EXISTS entries (
        topic TEXT NOT NULL, seq INTEGER NOT NULL, ts INTEGER NOT NULL, payload TEXT NOT NULL,
        PRIMARY KEY (topic, seq)
    ) WITHOUT ROWID""",
)
TOP = "SELECT coalesce(max(seq), 0) FROM entries WHERE topic = ?"
AFTER = "SELECT seq, ts, payload FROM entries WHERE topic = ? AND seq > ? ORDER BY seq LIMIT ?"

T = TypeVar("T")


class HistoryFile:
    """The topics of one route; its file is made, with a new epoch, when it is first used.

    An entry is on the disk when `append` returns: a kill or a restart takes none back.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # One thread: what was asked for first is done first, whoever gives up waiting for it.
        self._worker = ThreadPoolExecutor(1, thread_name_prefix=path.stem)

    def of_topic(self, topic: str) -> "FileHistory":
        """Return the record of one topic."""
        return FileHistory(self, topic)

    async def ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """Return what `question` returns, asked in one transaction on the file's own thread."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._ask, question)

    def _ask(self, question: Callable[[sqlite3.Connection], T]) -> T:
        with self._transaction() as database:
            return question(database)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Open the file, with its tables, for one transaction that nobody else writes beside."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        opened = sqlite3.connect(self._path, timeout=BUSY_S, isolation_level=None)
        with closing(opened) as database:
            database.execute("BEGIN IMMEDIATE")
            if database.execute("PRAGMA user_version").fetchone() == (0,):
                for statement in SCHEMA:
                    database.execute(statement)
                database.execute("INSERT INTO numbering VALUES (?)", [secrets.token_hex(8)])
                database.execute("PRAGMA user_version = 1")
            yield database
            database.execute("COMMIT")


class FileHistory:
    """A `History` of one topic; its state is the newest update."""

    def __init__(self, file: HistoryFile, topic: str) -> None:
        self._file = file
        self._topic = topic

    async def append(self, update: BaseModel, ts: int) -> Entry:
        """Number an update and keep it; publish the entry by `TopicUpdate.recorded`.

        `ts` is Unix ms.

        Raises:
            ValueError: the update is too long to be sent.
            sqlite3.Error: the file cannot be written; nothing was numbered.
        """
        payload = update.model_dump_json()
        size = len(payload.encode())
        if size > MAX_PAYLOAD_BYTES:
            raise ValueError(f"expected at most {MAX_PAYLOAD_BYTES} bytes, got {size}")

        def insert(database: sqlite3.Connection) -> Entry:
            entry = Entry(self._top(database) + 1, ts, payload)
            row = (self._topic, entry.seq, entry.ts, entry.payload)
            database.execute("INSERT INTO entries VALUES (?, ?, ?, ?)", row)
            return entry

        return await self._file.ask(insert)

    async def position(self) -> HistoryPosition:
        return await self._file.ask(self._position)

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        return await self._file.ask(lambda database: self._page(database, after, limit))

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        def newest(database: sqlite3.Connection) -> tuple[HistoryPosition, Sequence[Entry]]:
            position = self._position(database)
            return position, self._page(database, position.top - 1, 1)

        return await self._file.ask(newest)

    def _position(self, database: sqlite3.Connection) -> HistoryPosition:
        (epoch,) = database.execute("SELECT epoch FROM numbering").fetchone()
        return HistoryPosition(epoch, floor=0, top=self._top(database))

    def _top(self, database: sqlite3.Connection) -> int:
        top: int = database.execute(TOP, [self._topic]).fetchone()[0]
        return top

    def _page(self, database: sqlite3.Connection, after: int, limit: int) -> list[Entry]:
        return [Entry(*row) for row in database.execute(AFTER, [self._topic, after, limit])]
