"""Keeps coarser bars folded beside imported ones, so that no request folds years of minutes."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from trading_api.modules.datafeed.resolutions import RESOLUTIONS, Bucket, bucket, can_fold
from trading_api.modules.datafeed.sessions import TradingCalendar, calendar_named
from trading_api.modules.datafeed.storage.folding import KEPT, Columns, FoldedColumns
from trading_api.modules.datafeed.storage.row_inserter import RowInserter

MATERIALISED = KEPT
"""What is kept folded, from the finest: every page folds from one of these, or from few minutes."""

# Raised when bars fold differently than before, so that existing files are folded anew.
_RULES = "1"

_IMPORTED = "SELECT 1 FROM bars WHERE symbol = ? AND resolution = ? LIMIT 1"
_SPAN = "SELECT MIN(time), MAX(time) FROM {table} WHERE symbol = ? AND resolution = ?"
_BETWEEN = """
SELECT 1 FROM bars WHERE symbol = ? AND resolution = ? AND time BETWEEN ? AND ? LIMIT 1
"""
_NEXT = """
SELECT time FROM {table} WHERE symbol = ? AND resolution = ? AND time >= ? ORDER BY time LIMIT 1
"""
_INSERT = "INSERT INTO folded_bars VALUES"
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


class _Known:
    """What the bars of an import fold to, as far as the store holds no others of their days."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        imported: tuple[str, str, int, int],
        calendar: TradingCalendar,
        written: FoldedColumns | None,
    ) -> None:
        """Take the symbol, the resolution and the times of the first and the last bar."""
        symbol, resolution, *span = imported
        self._base = _Base("bars", resolution)
        self._bars = written.bars(calendar) if written else {}
        if self._bars and _shares_days(connection, imported, calendar):
            self._bars.clear()
        self._alone = bool(self._bars) and _span(connection, symbol, self._base) == tuple(span)

    def of(self, series: _Series, *, whole: bool) -> Columns | None:
        """Return the bars of a series, the whole of it or what the import changes.

        None where they must be folded from the store. Each is asked for behind its base.
        """
        base, target = series.base, series.resolution
        is_known = base == self._base or (base.table != "bars" and base.resolution in self._bars)
        if not is_known or (whole and not self._alone):
            self._bars.pop(target, None)
        return self._bars.get(target)


def materialise_days(
    connection: sqlite3.Connection,
    symbol: str,
    resolution: str,
    first_ms: int,
    last_ms: int,
    written: FoldedColumns | None = None,
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
        written: what they fold to, where that is known already.
    """
    calendar, folding = _folding(connection, symbol)
    known = _Known(connection, (symbol, resolution, first_ms, last_ms), calendar, written)
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
            _begin_anew(connection, series, record)
            span = _span(connection, symbol, base)
            _fold_or_forget(connection, series, *span, known.of(series, whole=True))
        elif base.resolution in changed:
            changed.add(target)
            bars = known.of(series, whole=False)
            _fold_or_forget(connection, series, first_ms, last_ms, bars)


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


def _begin_anew(connection: sqlite3.Connection, series: _Series, record: tuple[str, str]) -> None:
    key = series.symbol, series.resolution
    _forget(connection, *key)
    connection.execute("INSERT INTO folded_series VALUES (?, ?, ?, ?)", (*key, *record))


def _span(connection: sqlite3.Connection, symbol: str, base: _Base) -> tuple[int, int]:
    """Return the times of the first and the last bar of what holds some."""
    statement = _SPAN.format(table=base.table)
    span: tuple[int, int]
    span = connection.execute(statement, (symbol, base.resolution)).fetchone()
    return span


def _shares_days(
    connection: sqlite3.Connection,
    imported: tuple[str, str, int, int],
    calendar: TradingCalendar,
) -> bool:
    """Whether the first or the last day of an import has bars before or behind it."""
    symbol, resolution, first_ms, last_ms = imported
    start, end = bucket(first_ms, "1D", calendar).start, bucket(last_ms, "1D", calendar).end
    beside = ((start, first_ms - 1), (last_ms + 1, end - 1))
    key = symbol, resolution
    return any(connection.execute(_BETWEEN, (*key, *times)).fetchone() for times in beside)


def _forget(connection: sqlite3.Connection, symbol: str, target: str) -> None:
    for table in ("folded_bars", "folded_series"):
        connection.execute(
            f"DELETE FROM {table} WHERE symbol = ? AND resolution = ?", (symbol, target)
        )


def _fold_or_forget(
    connection: sqlite3.Connection,
    series: _Series,
    first_ms: int,
    last_ms: int,
    known: Columns | None,
) -> None:
    """Fold, unless a sum of volumes is more than a column holds: then requests fold as they go."""
    try:
        _fold(connection, series, first_ms, last_ms, known)
    except sqlite3.OperationalError as error:
        if "integer overflow" not in str(error):
            raise
        _forget(connection, series.symbol, series.resolution)


def _fold(
    connection: sqlite3.Connection,
    series: _Series,
    first_ms: int,
    last_ms: int,
    known: Columns | None,
) -> None:
    """Fold the buckets from the one that `first_ms` is in to the one that `last_ms` is in."""
    key = series.symbol, series.resolution
    first = bucket(first_ms, series.resolution, series.calendar)
    last = bucket(last_ms, series.resolution, series.calendar)
    connection.execute(
        "DELETE FROM folded_bars WHERE symbol = ? AND resolution = ? AND time BETWEEN ? AND ?",
        (*key, first.time, last.time),
    )
    if known is not None:
        RowInserter(connection, _INSERT, "(?1, ?2, ?, ?, ?, ?, ?, ?)", key).insert(list(known))
        return
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
