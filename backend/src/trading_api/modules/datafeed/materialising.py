"""Keeps hours and days folded beside imported bars, so that no request folds years of minutes."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from trading_api.modules.datafeed.resolutions import RESOLUTIONS, bucket, can_fold
from trading_api.modules.datafeed.sessions import TradingCalendar, calendar_named

MATERIALISED = ("60", "1D")
"""What is kept folded, the finer first: all coarser resolutions fold quickly from these."""

# Raised when bars fold differently than before, so that existing files are folded anew.
_RULES = "1"

_STORED = "SELECT 1 FROM bars WHERE symbol = ? AND resolution = ? LIMIT 1"
_NEXT = """
SELECT time FROM bars WHERE symbol = ? AND resolution = ? AND time >= ? ORDER BY time LIMIT 1
"""
_SPAN = "SELECT MIN(time), MAX(time) FROM bars WHERE symbol = ? AND resolution = ?"
_FOLD = """
INSERT INTO folded_bars
SELECT :symbol, :resolution, :time,
    (SELECT open FROM bars WHERE symbol = :symbol AND resolution = :base AND time >= :start
     ORDER BY time LIMIT 1),
    MAX(high), MIN(low),
    (SELECT close FROM bars WHERE symbol = :symbol AND resolution = :base AND time < :end
     ORDER BY time DESC LIMIT 1),
    SUM(volume)
FROM bars WHERE symbol = :symbol AND resolution = :base AND time >= :start AND time < :end
"""
_RECORD = """
INSERT INTO folded_series VALUES (?, ?, ?, ?)
ON CONFLICT (symbol, resolution) DO UPDATE SET
    base = excluded.base, folded_by = excluded.folded_by
"""


class _Series(NamedTuple):
    symbol: str
    resolution: str
    base: str
    calendar: TradingCalendar


def materialise_days(
    connection: sqlite3.Connection, symbol: str, resolution: str, first_ms: int, last_ms: int
) -> None:
    """Fold anew what changed bars of an import make: call it inside the import's transaction.

    Hours and days are folded from the coarsest imported bars that fit, and those that were
    imported themselves are left alone. After a change of the calendar, of a scale or of what they
    are folded from, all of the symbol's are folded anew, whatever the times.

    Args:
        connection: in a transaction that has the symbol's instrument and bars as they will be.
        symbol: of an instrument that is stored, with the scales and the calendar that count.
        resolution: of the bars that were written.
        first_ms: the time of the oldest bar that was written, Unix ms.
        last_ms: the time of the newest one.

    Raises:
        sqlite3.OperationalError: a volume is larger than the file can hold (`integer overflow`).
    """
    calendar, folded_by = _folding(connection, symbol)
    for target in MATERIALISED:
        base = _base(connection, symbol, target)
        if base is None or base == target:
            _forget(connection, symbol, target)
            continue
        series = _Series(symbol, target, base, calendar)
        if _recorded(connection, symbol, target) != (base, folded_by):
            _forget(connection, symbol, target)
            _fold(connection, series, *connection.execute(_SPAN, (symbol, base)).fetchone())
            connection.execute(_RECORD, (symbol, target, base, folded_by))
        elif base == resolution:
            _fold(connection, series, first_ms, last_ms)


def _folding(connection: sqlite3.Connection, symbol: str) -> tuple[TradingCalendar, str]:
    """Return the symbol's calendar, and what decides how its bars fold."""
    name, price_scale, volume_precision = connection.execute(
        "SELECT calendar, price_scale, volume_precision FROM instruments WHERE symbol = ?",
        (symbol,),
    ).fetchone()
    calendar = calendar_named(name)
    return calendar, f"{_RULES} {name} {calendar.version} {price_scale} {volume_precision}"


def _base(connection: sqlite3.Connection, symbol: str, target: str) -> str | None:
    """Return the coarsest imported resolution that makes bars of `target`."""
    for name in reversed(RESOLUTIONS):
        if can_fold(name, target) and connection.execute(_STORED, (symbol, name)).fetchone():
            return name
    return None


def _recorded(connection: sqlite3.Connection, symbol: str, target: str) -> tuple[str, str] | None:
    recorded: tuple[str, str] | None = connection.execute(
        "SELECT base, folded_by FROM folded_series WHERE symbol = ? AND resolution = ?",
        (symbol, target),
    ).fetchone()
    return recorded


def _forget(connection: sqlite3.Connection, symbol: str, target: str) -> None:
    for table in ("folded_bars", "folded_series"):
        connection.execute(
            f"DELETE FROM {table} WHERE symbol = ? AND resolution = ?", (symbol, target)
        )


def _fold(connection: sqlite3.Connection, series: _Series, first_ms: int, last_ms: int) -> None:
    """Fold the buckets from the one that `first_ms` is in to the one that `last_ms` is in."""
    first = bucket(first_ms, series.resolution, series.calendar)
    last = bucket(last_ms, series.resolution, series.calendar)
    connection.execute(
        "DELETE FROM folded_bars WHERE symbol = ? AND resolution = ? AND time BETWEEN ? AND ?",
        (series.symbol, series.resolution, first.time, last.time),
    )
    connection.executemany(_FOLD, _buckets(connection, series, first.start, last.end))


def _buckets(
    connection: sqlite3.Connection, series: _Series, start: int, end: int
) -> Iterator[dict[str, object]]:
    """Yield the buckets that hold bars; years without any cost nothing."""
    named = series._asdict()
    del named["calendar"]
    while found := connection.execute(_NEXT, (series.symbol, series.base, start)).fetchone():
        if found[0] >= end:
            return
        covered = bucket(found[0], series.resolution, series.calendar)
        yield named | covered._asdict()
        start = covered.end
