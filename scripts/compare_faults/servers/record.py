"""The record behind the product's lossless stream: a table of events."""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import HistoryPosition

from .common import now_ms


class EventRecord:
    """Numbers each event once; a second one of the same `n` changes nothing."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        # The proof kills processes, no machine.
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("CREATE TABLE IF NOT EXISTS about (epoch TEXT)")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS event (seq INTEGER PRIMARY KEY, n INTEGER UNIQUE, ts, text)"
        )
        if self._db.execute("SELECT count(*) FROM about").fetchone() == (0,):
            self._db.execute("INSERT INTO about VALUES (?)", (uuid4().hex,))
        [(self._epoch,)] = self._db.execute("SELECT epoch FROM about")

    def append(self, n: int) -> Entry | None:
        """Record an event; None if it is recorded already."""
        row = (n, now_ms(), json.dumps({"n": n}))
        done = self._db.execute("INSERT OR IGNORE INTO event (n, ts, text) VALUES (?, ?, ?)", row)
        return Entry(done.lastrowid or 0, row[1], row[2]) if done.rowcount else None

    async def position(self) -> HistoryPosition:
        [(top,)] = self._db.execute("SELECT coalesce(max(seq), 0) FROM event")
        return HistoryPosition(self._epoch, floor=0, top=top)

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        query = "SELECT seq, ts, text FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
        return [Entry(*row) for row in self._db.execute(query, (after, limit))]

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        return await self.position(), []
