"""Keeps coarser bars folded beside imported ones, so that no request folds years of minutes."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from trading_api.modules.datafeed.resolutions import RESOLUTIONS, Bucket, bucket, can_fold
from trading_api.modules.datafeed.sessions import TradingCalendar, calendar_named

MATERIALISED = ("15", "60", "1D")
"""What is kept folded, from the finest: every page folds from one of these, or from few minutes."""

# Raised when bars fold differently than before, so that existing files are folded anew.
_RULES = "1"

_IMPORTED = "SELECT 1 FROM bars WHERE symbol = ? AND resolution = ? LIMIT 1"
_SPAN = "SELECT MIN(time), MAX(time) FROM {table} WHERE symbol = ? AND resolution = ?"
_NEXT = """
SELECT time FROM {table} WHERE symbol = ? AND resolution = ? AND time >= ? ORDER BY time LIMIT 1
"""
_BUCKETS = """
CREATE TEMP TABLE IF NOT EXISTS buckets (time INTEGER, start INTEGER PRIMARY KEY, until INTEGER)
"""
# The database folds: a million rows that come to Python for it take three times as long.
_FOLD = """
INSERT INTO folded_bars
SELECT :symbol, :resolution, k.time,
    (SELECT open FROM {table} WHERE symbol = :symbol AND resolution = :base AND time >= k.start
     ORDER BY time LIMIT 1),
    MAX(b.high), MIN(b.low),
    (SELECT close FROM {table} WHERE symbol = :symbol AND resolution = :base AND time < k.until
     ORDER BY time DESC LIMIT 1),
    SUM(b.volume)
FROM temp.buckets AS k CROSS JOIN {table} AS b
    ON b.symbol = :symbol AND b.resolution = :base AND b.time >= k.start AND b.time < k.until
GROUP BY k.start
"""
# So many at a time: a hole of years costs this many empty ones at most.
_BUCKETS_AT_ONCE = 256
_RECORDED = "SELECT base, folded_by FROM folded_series WHERE symbol = ? AND resolution = ?"


class _Base(NamedTuple):
    """What a series is folded from."""

    table: str
    resolution: str

    def recorded(self, folding: str) -> tuple[str, str]:
        """Return what is written beside a series that this was folded to."""
        return self.resolution, f"{self.table} {folding}"


class _Series(NamedTuple):
    """One resolution of one symbol that is kept folded."""

    symbol: str
    resolution: str
    base: _Base
    calendar: TradingCalendar


def materialise_days(
    connection: sqlite3.Connection, symbol: str, resolution: str, first_ms: int, last_ms: int
) -> None:
    """Fold anew what changed bars of an import make: call it inside the import's transaction.

    Each is folded from the coarsest bars that fit, imported or folded just now; what was imported
    itself is left alone. After a change of the calendar, of a scale or of what they are folded
    from, all of the symbol's are folded anew, whatever the times.

    Args:
        connection: in a transaction that has the symbol's instrument and bars as they will be.
        symbol: of an instrument that is stored, with the scales and the calendar that count.
        resolution: of the bars that were written.
        first_ms: the time of the oldest bar that was written, Unix ms.
        last_ms: the time of the newest one.
    """
    calendar, folding = _folding(connection, symbol)
    changed, anew = {resolution}, set[str]()
    for target in MATERIALISED:
        base = _base(connection, symbol, target)
        if base is None:
            _forget(connection, symbol, target)
            continue
        series = _Series(symbol, target, base, calendar)
        record = base.recorded(folding)
        if base.resolution in anew or _recorded(connection, symbol, target) != record:
            anew.add(target)
            _fold_all(connection, series, record)
        elif base.resolution in changed:
            changed.add(target)
            _fold_or_forget(connection, series, first_ms, last_ms)


def materialise_stale(connection: sqlite3.Connection) -> None:
    """Fold anew what was never folded, or by other rules; call it inside a transaction."""
    for symbol in stale_symbols(connection):
        materialise_days(connection, symbol, "", 0, 0)


def stale_symbols(connection: sqlite3.Connection) -> list[str]:
    """Return the symbols of which something is not folded as it would be now."""
    symbols = connection.execute("SELECT symbol FROM instruments").fetchall()
    return [symbol for (symbol,) in symbols if _is_stale(connection, symbol)]


def _is_stale(connection: sqlite3.Connection, symbol: str) -> bool:
    _, folding = _folding(connection, symbol)
    for target in MATERIALISED:
        base = _base(connection, symbol, target)
        wanted = base and base.recorded(folding)
        if _recorded(connection, symbol, target) != wanted:
            return True
    return False


def _folding(connection: sqlite3.Connection, symbol: str) -> tuple[TradingCalendar, str]:
    """Return the symbol's calendar, and what decides how its bars fold."""
    name, price_scale, volume_precision = connection.execute(
        "SELECT calendar, price_scale, volume_precision FROM instruments WHERE symbol = ?",
        (symbol,),
    ).fetchone()
    calendar = calendar_named(name)
    return calendar, f"{_RULES} {name} {calendar.version} {price_scale} {volume_precision}"


def _base(connection: sqlite3.Connection, symbol: str, target: str) -> _Base | None:
    """Return what makes bars of `target`; None without any, or where these were imported."""
    for name in reversed(RESOLUTIONS):
        if not can_fold(name, target):
            continue
        if connection.execute(_IMPORTED, (symbol, name)).fetchone():
            return None if name == target else _Base("bars", name)
        if name != target and _recorded(connection, symbol, name):
            return _Base("folded_bars", name)
    return None


def _recorded(connection: sqlite3.Connection, symbol: str, target: str) -> tuple[str, str] | None:
    recorded: tuple[str, str] | None
    recorded = connection.execute(_RECORDED, (symbol, target)).fetchone()
    return recorded


def _fold_all(connection: sqlite3.Connection, series: _Series, record: tuple[str, str]) -> None:
    symbol, target, base, _ = series
    _forget(connection, symbol, target)
    connection.execute("INSERT INTO folded_series VALUES (?, ?, ?, ?)", (symbol, target, *record))
    statement = _SPAN.format(table=base.table)
    span = connection.execute(statement, (symbol, base.resolution)).fetchone()
    _fold_or_forget(connection, series, *span)


def _forget(connection: sqlite3.Connection, symbol: str, target: str) -> None:
    for table in ("folded_bars", "folded_series"):
        connection.execute(
            f"DELETE FROM {table} WHERE symbol = ? AND resolution = ?", (symbol, target)
        )


def _fold_or_forget(
    connection: sqlite3.Connection, series: _Series, first_ms: int, last_ms: int
) -> None:
    """Fold, unless a sum of volumes is more than a column holds: then requests fold as they go."""
    try:
        _fold(connection, series, first_ms, last_ms)
    except sqlite3.OperationalError as error:
        if "integer overflow" not in str(error):
            raise
        _forget(connection, series.symbol, series.resolution)


def _fold(connection: sqlite3.Connection, series: _Series, first_ms: int, last_ms: int) -> None:
    """Fold the buckets from the one that `first_ms` is in to the one that `last_ms` is in."""
    first = bucket(first_ms, series.resolution, series.calendar)
    last = bucket(last_ms, series.resolution, series.calendar)
    connection.execute(
        "DELETE FROM folded_bars WHERE symbol = ? AND resolution = ? AND time BETWEEN ? AND ?",
        (series.symbol, series.resolution, first.time, last.time),
    )
    connection.execute(_BUCKETS)
    statement = _FOLD.format(table=series.base.table)
    named = {"symbol": series.symbol, "resolution": series.resolution}
    for buckets in _buckets(connection, series, first.start, last.end):
        connection.execute("DELETE FROM temp.buckets")
        connection.executemany("INSERT INTO temp.buckets VALUES (?, ?, ?)", buckets)
        connection.execute(statement, {**named, "base": series.base.resolution})


def _buckets(
    connection: sqlite3.Connection, series: _Series, start: int, end: int
) -> Iterator[list[Bucket]]:
    """Yield what is to be filled, a session or some at a time; the first one holds a bar."""
    symbol, target, base, calendar = series
    statement = _NEXT.format(table=base.table)
    while found := connection.execute(statement, (symbol, base.resolution, start)).fetchone():
        if found[0] >= end:
            return
        buckets = [bucket(found[0], target, calendar)]
        start = buckets[0].end
        while start < end and len(buckets) < _BUCKETS_AT_ONCE and calendar.part(start).in_session:
            buckets.append(bucket(start, target, calendar))
            start = buckets[-1].end
        yield buckets
