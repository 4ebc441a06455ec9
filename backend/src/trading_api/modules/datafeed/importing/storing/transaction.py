"""Stores the bars of a file in one transaction: all of them, or none."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from trading_api.modules.datafeed.importing.bar_columns import BarColumns, joined
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.materialising import materialise_days

from .series import SeriesReport, SeriesWriter

# Large enough for the pages of a transaction that several series grow in; in KiB.
_CACHE_KIB = 64 * 1024
# Readers that are slow to end leave the log as it is, for the next import to empty; in ms.
_EMPTY_LOG_WITHIN_MS = 500

# A series costs as much as some rows of it: of many series, more rows are written together.
_ROWS_A_SERIES = 500
_WAITING_ROWS = 300_000

_SAVE = """
INSERT INTO instruments (
    symbol, description, exchange, type, currency, timezone, session, price_scale, min_move,
    volume_precision, calendar
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?12, ?11))
ON CONFLICT (symbol) DO UPDATE SET
    price_scale = excluded.price_scale, volume_precision = excluded.volume_precision,
    calendar = coalesce(?12, calendar)
"""


class StoreWriter:
    """Writes the series of one file; `transaction` is around it all."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        instruments: Sequence[Instrument],
        resolution: str,
        calendar: str | None,
    ) -> None:
        """Take the instruments in the order in which bars name their series.

        Without a calendar each keeps the one that it is stored with.
        """
        self._connection = connection
        self._instruments = instruments
        self._resolution = resolution
        self._calendar = calendar
        self._writers: dict[int, SeriesWriter] = {}
        self._waiting: list[BarColumns] = []

    def write(self, bars: BarColumns) -> None:
        """Write bars, each series together and ascending, now or when there are more of them.

        Raises:
            ImportRefused: the numbers of one do not fit.
        """
        self._waiting.append(bars)
        rows = sum(some.bars for some in self._waiting)
        if rows >= min(_WAITING_ROWS, _ROWS_A_SERIES * bars.series_count):
            self._flush()

    def _flush(self) -> None:
        if not self._waiting:
            return
        bars, self._waiting = joined(self._waiting), []
        for series, some in bars.each_series():
            writer = self._writers.get(series)
            if writer is None:
                writer = self._writers[series] = self._writer(self._instruments[series])
            writer.write(some)

    def _writer(self, wanted: Instrument) -> SeriesWriter:
        calendar = self._calendar or self._calendar_of(wanted.symbol) or wanted.calendar
        wanted = replace(wanted, calendar=calendar)
        return SeriesWriter(self._connection, wanted, self._resolution)

    def finish(self) -> Iterator[SeriesReport]:
        """Write the rest, save the instruments and fold what is kept folded, series by series."""
        self._flush()
        for _, writer in sorted(self._writers.items()):
            report = writer.report()
            self._connection.execute(_SAVE, (*_saved(writer.instrument), self._calendar))
            materialise_days(
                self._connection,
                report.symbol,
                report.resolution,
                report.first_time,
                report.last_time,
                writer.folded,
            )
            yield replace(report, calendar=writer.instrument.calendar)

    def _calendar_of(self, symbol: str) -> str | None:
        """Return the calendar that the symbol is stored with; None of one that is new."""
        found: tuple[str] | None = self._connection.execute(
            "SELECT calendar FROM instruments WHERE symbol = ?", (symbol,)
        ).fetchone()
        return found and found[0]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what the block does, or nothing where it raises, and give back the space it took."""
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {_EMPTY_LOG_WITHIN_MS}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _saved(one: Instrument) -> tuple[str | int, ...]:
    return (
        one.symbol, one.description, one.exchange, one.type, one.currency, one.timezone,
        one.session, one.price_scale, one.min_move, one.volume_precision, one.calendar,
    )  # fmt: skip
