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
_RECORDED = "SELECT base, folded_by FROM folded_series WHERE symbol = ? AND resolution = ?"


class _Series(NamedTuple):
    symbol: str
    resolution: str
    base: str | None
    calendar: TradingCalendar
    folded_by: str

    def is_current(self, connection: sqlite3.Connection) -> bool:
        recorded = connection.execute(_RECORDED, (self.symbol, self.resolution)).fetchone()
        wanted = None if self.base is None else (self.base, self.folded_by)
        return bool(recorded == wanted)


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
    """
    for series in _series(connection, symbol):
        if not series.is_current(connection):
            _fold_all(connection, series)
        elif series.base == resolution:
            _fold_or_forget(connection, series, first_ms, last_ms)


def materialise_stale(connection: sqlite3.Connection) -> None:
    """Fold anew what was never folded, or by other rules; call it inside a transaction."""
    for symbol in stale_symbols(connection):
        for series in _series(connection, symbol):
            if not series.is_current(connection):
                _fold_all(connection, series)


def stale_symbols(connection: sqlite3.Connection) -> list[str]:
    """Return the symbols whose hours or days are not folded as they would be now."""
    symbols = connection.execute("SELECT symbol FROM instruments").fetchall()
    return [
        symbol
        for (symbol,) in symbols
        if not all(series.is_current(connection) for series in _series(connection, symbol))
    ]


def _series(connection: sqlite3.Connection, symbol: str) -> list[_Series]:
    """Return what is to be kept of a symbol; the base is None where there is nothing to fold."""
    calendar, folded_by = _folding(connection, symbol)
    series = []
    for target in MATERIALISED:
        base = _base(connection, symbol, target)
        base = None if base == target else base
        series.append(_Series(symbol, target, base, calendar, folded_by))
    return series


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


def _fold_all(connection: sqlite3.Connection, series: _Series) -> None:
    _forget(connection, series)
    if series.base is not None:
        record = (series.symbol, series.resolution, series.base, series.folded_by)
        connection.execute("INSERT INTO folded_series VALUES (?, ?, ?, ?)", record)
        span = connection.execute(_SPAN, (series.symbol, series.base)).fetchone()
        _fold_or_forget(connection, series, *span)


def _forget(connection: sqlite3.Connection, series: _Series) -> None:
    for table in ("folded_bars", "folded_series"):
        connection.execute(
            f"DELETE FROM {table} WHERE symbol = ? AND resolution = ?",
            (series.symbol, series.resolution),
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
        _forget(connection, series)


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
) -> Iterator[dict[str, str | int | None]]:
    """Yield the buckets that hold bars; years without any cost nothing."""
    named: dict[str, str | int | None]
    named = {"symbol": series.symbol, "resolution": series.resolution, "base": series.base}
    while found := connection.execute(_NEXT, (series.symbol, series.base, start)).fetchone():
        if found[0] >= end:
            return
        covered = bucket(found[0], series.resolution, series.calendar)
        yield named | covered._asdict()
        start = covered.end
