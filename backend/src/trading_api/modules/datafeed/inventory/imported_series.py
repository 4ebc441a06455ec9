"""The bars that were imported, as stored series."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.inventory.stored_series import Verified, is_possible
from trading_api.modules.datafeed.received.received_file import Extent
from trading_api.modules.datafeed.received.spans import Span
from trading_api.modules.datafeed.resolutions import END_OF_TIME_MS, bucket_start, grid_of
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.modules.datafeed.tick_sources import HeardTick

_RESOLUTIONS = "SELECT DISTINCT resolution FROM bars WHERE symbol = ?"
_EXTENT = "SELECT COUNT(*), MIN(time), MAX(time) FROM bars WHERE symbol = ? AND resolution = ?"
_BARS = """
SELECT time, open, high, low, close, volume FROM bars
WHERE symbol = ? AND resolution = ? AND time >= ? AND time < ? ORDER BY time
"""


@dataclass(frozen=True)
class ImportedSeries:
    """See `StoredSeries`."""

    instrument: Instrument
    resolution: str
    reader: sqlite3.Connection

    @property
    def name(self) -> str:
        return f"imported:{self.instrument.symbol}"

    @property
    def price_scale(self) -> int:
        return self.instrument.price_scale

    @property
    def volume_precision(self) -> int:
        return self.instrument.volume_precision

    def extent(self) -> Extent:
        wanted = (self.instrument.symbol, self.resolution)
        return Extent(*self.reader.execute(_EXTENT, wanted).fetchone())

    def gaps(self) -> Sequence[Span]:
        return ()

    def bars(self, start: int, end: int) -> Iterator[StoredBar]:
        wanted = (self.instrument.symbol, self.resolution, start, end)
        return map(StoredBar._make, self.reader.execute(_BARS, wanted))

    def ticks(self, start: int, end: int) -> Iterator[HeardTick]:
        return iter(())

    def verify(self) -> Verified:
        calendar = grid_of(self.resolution, calendar_named(self.instrument.calendar))
        faults, count = [], 0
        for bar in self.bars(0, END_OF_TIME_MS):
            count += 1
            if not is_possible(bar):
                faults.append(f"{self.name}: no market can have made {bar}")
            elif bucket_start(bar.time, self.resolution, calendar) != bar.time:
                faults.append(f"{self.name}: no bar of {self.resolution} starts at {bar.time}")
        return Verified(count, 0, faults)


def imported_series(
    instruments: Sequence[Instrument], reader: sqlite3.Connection
) -> list[ImportedSeries]:
    """Return what was imported of these instruments, a series a resolution."""
    return [
        ImportedSeries(one, resolution, reader)
        for one in instruments
        for (resolution,) in reader.execute(_RESOLUTIONS, (one.symbol,)).fetchall()
    ]
