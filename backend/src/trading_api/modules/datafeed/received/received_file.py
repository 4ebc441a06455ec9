"""The SQLite file of what was received: its schema, its writes, and what is read of it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.received.spans import Span
from trading_api.modules.datafeed.received.tick_blocks import TickBlock, packed
from trading_api.modules.datafeed.resolutions import BarTuple
from trading_api.modules.datafeed.tick_sources import HeardTick
from trading_api.shared.errors import ConfigurationError

SCHEMA_VERSION = 1
# Another process may be handing over its port, or an export reading.
BUSY_TIMEOUT_S = 10.0

# A series is what one provider told of one symbol, in one pair of scales: integers of different
# scales do not mix. `heard` says when somebody listened, and whether ticks were kept then.
_SCHEMA = """
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    provider TEXT NOT NULL,
    symbol TEXT NOT NULL,
    price_scale INTEGER NOT NULL,
    volume_precision INTEGER NOT NULL,
    calendar TEXT NOT NULL,
    UNIQUE (provider, symbol, price_scale, volume_precision)
) STRICT;
CREATE TABLE bar (
    series INTEGER NOT NULL REFERENCES series,
    time INTEGER NOT NULL,
    open INTEGER NOT NULL,
    high INTEGER NOT NULL,
    low INTEGER NOT NULL,
    close INTEGER NOT NULL,
    volume INTEGER NOT NULL,
    PRIMARY KEY (series, time)
) STRICT, WITHOUT ROWID;
CREATE TABLE heard (
    series INTEGER NOT NULL REFERENCES series,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    ticks INTEGER NOT NULL,
    PRIMARY KEY (series, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE tick_block (
    id INTEGER PRIMARY KEY,
    series INTEGER NOT NULL REFERENCES series,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    ticks INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    payload BLOB NOT NULL
) STRICT;
CREATE INDEX tick_block_by_time ON tick_block (series, first);
"""
_FIND = """
SELECT id, provider, symbol, price_scale, volume_precision, calendar FROM series
ORDER BY symbol, provider, id
"""
_PUT_SERIES = """
INSERT INTO series (provider, symbol, price_scale, volume_precision, calendar)
VALUES (?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET calendar = excluded.calendar RETURNING id
"""
_PUT_BAR = "INSERT OR REPLACE INTO bar VALUES (?, ?, ?, ?, ?, ?, ?)"
_PUT_HEARD = "INSERT OR REPLACE INTO heard VALUES (?, ?, ?, ?)"
_PUT_BLOCK = """
INSERT INTO tick_block (series, first, last, ticks, checksum, payload) VALUES (?, ?, ?, ?, ?, ?)
"""
# A span whose oldest minutes were forgotten is known from where the minutes begin.
_HEARD = """
WITH oldest (time) AS (SELECT COALESCE(MIN(time), 0) FROM bar WHERE series = ?1)
SELECT MAX(start, oldest.time) AS since, end FROM heard, oldest
WHERE series = ?1 AND ticks >= ?2 AND end > oldest.time ORDER BY since
"""
_BARS = "SELECT time, open, high, low, close, volume FROM bar WHERE series = ? AND time >= ?"
_EXTENT_OF_BARS = "SELECT COUNT(*), MIN(time), MAX(time) FROM bar WHERE series = ?"
_EXTENT_OF_TICKS = """
SELECT COALESCE(SUM(ticks), 0), COALESCE(SUM(LENGTH(payload)), 0) FROM tick_block WHERE series = ?
"""
_BLOCKS = """
SELECT first, last, ticks, checksum, payload FROM tick_block
WHERE series = ? AND last >= ? AND first < ? ORDER BY first, id
"""


class Kept(NamedTuple):
    """What one symbol adds to the file: its series' heard span so far, minutes, ticks."""

    provider: str
    instrument: Instrument
    heard: Span
    bars: Sequence[StoredBar]
    ticks: Sequence[HeardTick]
    keeps_ticks: bool


class Extent(NamedTuple):
    """How much there is of a series: bars and the times of its ends; ticks, compressed."""

    bars: int
    first: int | None
    last: int | None
    ticks: int = 0
    tick_bytes: int = 0


@dataclass(frozen=True)
class Series:
    """What one provider told of one symbol, in one pair of scales."""

    id: int
    provider: str
    symbol: str
    price_scale: int
    volume_precision: int
    calendar: str


class ReceivedFile:
    """Opens the file anew for each use: it is written every few seconds, and seldom read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def exists(self) -> bool:
        return self.path.exists()

    def write(self, kept: Sequence[Kept]) -> None:
        """Add all of it or nothing; blocks.

        Raises:
            sqlite3.Error: the disk is full, or the file cannot be written.
            ConfigurationError: a newer product wrote it.
        """
        with self._writer() as connection:
            for one in kept:
                _put(connection, one)

    def forget(self, *, bars_before: int, ticks_before: int) -> None:
        """Delete what is older; a block of ticks goes with its last. Blocks."""
        with self._writer() as connection:
            connection.execute("DELETE FROM bar WHERE time < ?", (bars_before,))
            connection.execute("DELETE FROM heard WHERE end < ?", (bars_before,))
            connection.execute("DELETE FROM tick_block WHERE last < ?", (ticks_before,))

    @contextmanager
    def reader(self) -> Iterator["ReceivedReader"]:
        """Lend what reads the file as of one moment; blocks.

        Raises:
            ConfigurationError: it is damaged, or a newer product wrote it.
        """
        try:
            with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True)) as connection:
                connection.execute("BEGIN")
                yield ReceivedReader(connection, is_new=self._version(connection) == 0)
        except sqlite3.Error as fault:
            raise ConfigurationError(
                f"{self.path} cannot be read, {fault}: move it away"
            ) from fault

    @contextmanager
    def _writer(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        with closing(connection):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            self._prepare(connection)
            yield connection
            connection.execute("COMMIT")

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if self._version(connection) == 0:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _version(self, connection: sqlite3.Connection) -> int:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION:
            raise ConfigurationError(
                f"{self.path} has schema {version}, this version knows {SCHEMA_VERSION}: use the"
                " newer version or another data directory"
            )
        return int(version)


class ReceivedReader:
    """Reads the file as of one moment."""

    def __init__(self, connection: sqlite3.Connection, *, is_new: bool) -> None:
        self._connection = connection
        self._is_new = is_new

    def series(self) -> list[Series]:
        """Return all, by symbol; none of a file to which nothing was written yet."""
        if self._is_new:
            return []
        return [Series(*row) for row in self._connection.execute(_FIND)]

    def series_of(self, provider: str, instrument: Instrument) -> Series | None:
        """Return the series in the scales that the instrument has now."""
        wanted = (
            provider,
            instrument.symbol,
            instrument.price_scale,
            instrument.volume_precision,
        )
        for one in self.series():
            if (one.provider, one.symbol, one.price_scale, one.volume_precision) == wanted:
                return one
        return None

    def heard(self, series: Series, *, with_ticks: bool = False) -> list[Span]:
        """Return when it was heard, ascending; `with_ticks` when its ticks were kept too."""
        return [Span(*row) for row in self._connection.execute(_HEARD, (series.id, with_ticks))]

    def bars(self, series: Series, start: int, end: int) -> Iterator[StoredBar]:
        """Yield the minutes with start <= time < end, ascending."""
        rows = self._connection.execute(
            f"{_BARS} AND time < ? ORDER BY time", (series.id, start, end)
        )
        return map(StoredBar._make, rows)

    def newest_first(self, series: Series, before: int) -> Iterator[BarTuple]:
        """Yield the minutes whose time is before `before`, the newest first."""
        return self._connection.execute(
            f"{_BARS} AND time < ? ORDER BY time DESC", (series.id, 0, before)
        )

    def oldest_tick(self, series: Series) -> int:
        """Return the time of the oldest tick that was not forgotten; 0 without any."""
        (oldest,) = self._connection.execute(
            "SELECT COALESCE(MIN(first), 0) FROM tick_block WHERE series = ?", (series.id,)
        ).fetchone()
        return int(oldest)

    def extent(self, series: Series) -> Extent:
        """Return how much there is of it."""
        bars = self._connection.execute(_EXTENT_OF_BARS, (series.id,)).fetchone()
        return Extent(*bars, *self._connection.execute(_EXTENT_OF_TICKS, (series.id,)).fetchone())

    def blocks(self, series: Series, start: int, end: int) -> Iterator[TickBlock]:
        """Yield the blocks that may hold ticks with start <= time < end, ascending."""
        return map(TickBlock._make, self._connection.execute(_BLOCKS, (series.id, start, end)))


def _put(connection: sqlite3.Connection, kept: Kept) -> None:
    instrument = kept.instrument
    scales = (instrument.price_scale, instrument.volume_precision, instrument.calendar)
    named = (kept.provider, instrument.symbol, *scales)
    (series,) = connection.execute(_PUT_SERIES, named).fetchone()
    connection.executemany(_PUT_BAR, [(series, *bar) for bar in kept.bars])
    connection.execute(_PUT_HEARD, (series, *kept.heard, kept.keeps_ticks))
    if kept.ticks:
        connection.execute(_PUT_BLOCK, (series, *packed(kept.ticks)))
