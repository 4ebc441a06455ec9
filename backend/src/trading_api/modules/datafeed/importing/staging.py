"""Stages the bars of one import and merges them into the store in one transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from trading_api.modules.datafeed.importing.bar_rows import LARGEST_INTEGER, BarRow
from trading_api.modules.datafeed.importing.refusal import CorruptRows, ImportRefused
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.materialising import materialise_days
from trading_api.modules.datafeed.resolutions import MINUTE_MS, length_ms

_CREATE = """
CREATE TEMP TABLE staged (
    symbol TEXT NOT NULL, time INTEGER NOT NULL,
    open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL,
    volume INTEGER NOT NULL, line INTEGER NOT NULL,
    PRIMARY KEY (symbol, time)
) STRICT, WITHOUT ROWID
"""
_STAGE = "INSERT OR IGNORE INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_OVERLAPPING = """
SELECT line, previous_line FROM (
    SELECT line, time, LAG(time) OVER w AS previous, LAG(line) OVER w AS previous_line
    FROM staged WINDOW w AS (PARTITION BY symbol ORDER BY time)
) WHERE time - previous < ?
"""
_KNOWN = """
SELECT COUNT(*) FROM staged JOIN bars USING (symbol, time)
WHERE symbol = :symbol AND resolution = :resolution
"""
_MERGE = """
INSERT INTO bars
SELECT symbol, :resolution, time, open * :price, high * :price, low * :price, close * :price,
       volume * :volume
FROM staged WHERE symbol = :symbol
ON CONFLICT (symbol, resolution, time) DO UPDATE SET
    open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
    volume = excluded.volume
WHERE (open, high, low, close, volume)
    IS NOT (excluded.open, excluded.high, excluded.low, excluded.close, excluded.volume)
"""
_RESCALE = """
UPDATE bars SET open = open * :price, high = high * :price, low = low * :price,
    close = close * :price, volume = volume * :volume
WHERE symbol = :symbol
"""
_LARGEST_OF = {
    "staged": "SELECT MAX(high), MAX(volume) FROM staged WHERE symbol = ?",
    "bars": "SELECT MAX(high), MAX(volume) FROM bars WHERE symbol = ?",
}
_SAVE = """
INSERT INTO instruments (
    symbol, description, exchange, type, currency, timezone, session, price_scale, min_move,
    volume_precision, calendar
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (symbol) DO UPDATE SET
    price_scale = excluded.price_scale, volume_precision = excluded.volume_precision
"""


@dataclass(frozen=True)
class SeriesReport:
    """What an import did to one symbol; `bars` = new + changed + those it held already."""

    symbol: str
    resolution: str
    bars: int
    new: int
    changed: int
    first_time: int
    last_time: int


class Staging:
    """Holds an import apart, in a temporary table, until all of it is known to be good."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(_CREATE)

    def add(self, rows: Sequence[BarRow], corrupt: CorruptRows) -> None:
        """Stage rows; the same bar twice is one, another bar of a staged time is corrupt."""
        self._connection.execute("BEGIN")
        staged = self._connection.executemany(_STAGE, rows).rowcount
        self._connection.execute("COMMIT")
        if staged < len(rows):
            for row in rows:
                self._find_repetition(row, corrupt)

    def find_overlaps(self, resolution: str, corrupt: CorruptRows) -> None:
        """Report the bars that start before the one ahead of them has ended."""
        for line, previous in self._connection.execute(_OVERLAPPING, (length_ms(resolution),)):
            corrupt.add(
                line,
                f"starts less than {length_ms(resolution) // MINUTE_MS} minutes after the bar of"
                f" line {previous}",
            )

    def merge(self, instruments: Sequence[Instrument], resolution: str) -> list[SeriesReport]:
        """Put what is staged into the store, all of it or, when this raises, nothing.

        A bar that the store holds with other values takes the file's: vendors correct.

        Raises:
            ImportRefused: the numbers do not fit.
        """
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            reports = [self._merge_one(instrument, resolution) for instrument in instruments]
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        return reports

    def _find_repetition(self, row: BarRow, corrupt: CorruptRows) -> None:
        (*values, line) = self._connection.execute(
            "SELECT open, high, low, close, volume, line FROM staged WHERE symbol = ? AND time = ?",
            (row.symbol, row.time),
        ).fetchone()
        if line != row.line and values != [row.open, row.high, row.low, row.close, row.volume]:
            corrupt.add(row.line, f"repeats the time of line {line} with other values")

    def _merge_one(self, wanted: Instrument, resolution: str) -> SeriesReport:
        scale, precision = self._stored_scales(wanted)
        price_scale = max(scale, wanted.price_scale)
        volume_precision = max(precision, wanted.volume_precision)
        self._scale_stored(
            wanted.symbol, price_scale // scale, 10 ** (volume_precision - precision)
        )
        factors = {
            "price": price_scale // wanted.price_scale,
            "volume": 10 ** (volume_precision - wanted.volume_precision),
        }
        self._refuse_too_large("staged", wanted.symbol, **factors)
        report = self._insert(wanted.symbol, resolution, factors)
        saved = (
            wanted.symbol, wanted.description, wanted.exchange, wanted.type, wanted.currency,
            wanted.timezone, wanted.session, price_scale, wanted.min_move, volume_precision,
            wanted.calendar,
        )  # fmt: skip
        self._connection.execute(_SAVE, saved)
        materialise_days(
            self._connection, wanted.symbol, resolution, report.first_time, report.last_time
        )
        return report

    def _insert(self, symbol: str, resolution: str, factors: dict[str, int]) -> SeriesReport:
        series = {"symbol": symbol, "resolution": resolution}
        (known,) = self._connection.execute(_KNOWN, series).fetchone()
        bars, first, last = self._connection.execute(
            "SELECT COUNT(*), MIN(time), MAX(time) FROM staged WHERE symbol = ?", (symbol,)
        ).fetchone()
        written = self._connection.execute(_MERGE, {**series, **factors}).rowcount
        new = bars - known
        return SeriesReport(symbol, resolution, bars, new, written - new, first, last)

    def _stored_scales(self, wanted: Instrument) -> tuple[int, int]:
        stored: tuple[int, int] | None = self._connection.execute(
            "SELECT price_scale, volume_precision FROM instruments WHERE symbol = ?",
            (wanted.symbol,),
        ).fetchone()
        return stored or (wanted.price_scale, wanted.volume_precision)

    def _scale_stored(self, symbol: str, price: int, volume: int) -> None:
        if price == volume == 1:
            return
        self._refuse_too_large("bars", symbol, price, volume)
        self._connection.execute(_RESCALE, {"symbol": symbol, "price": price, "volume": volume})

    def _refuse_too_large(self, table: str, symbol: str, price: int, volume: int) -> None:
        high, most = self._connection.execute(_LARGEST_OF[table], (symbol,)).fetchone()
        if max((high or 0) * price, (most or 0) * volume) > LARGEST_INTEGER:
            raise ImportRefused(
                f"{symbol}: expected numbers of at most 18 digits with their decimals, got larger"
                " ones; import the file with fewer decimals."
            )
