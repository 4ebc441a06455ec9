"""Where the bars of one symbol and resolution are read: rows as they are, or rows to fold."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from trading_api.modules.datafeed.resolutions import (
    BarTuple,
    bucket_start,
    first_moment,
    fold_newest,
    grid_of,
)
from trading_api.modules.datafeed.sessions import TradingCalendar

_NEWEST_FIRST = """
SELECT time, open, high, low, close, volume FROM {table}
WHERE symbol = ? AND resolution = ? AND time < ? ORDER BY time DESC
"""
_LAST_TIME = "SELECT MAX(time) FROM {table} WHERE symbol = ? AND resolution = ?"


@dataclass(frozen=True)
class BarSource:
    """Bars of `resolution`, made of rows of `base`."""

    symbol: str
    resolution: str
    table: str
    base: str
    calendar: TradingCalendar

    def last_time(self, reader: sqlite3.Connection) -> int | None:
        """Return the time of the newest bar; None without any."""
        statement = _LAST_TIME.format(table=self.table)
        newest: int | None
        (newest,) = reader.execute(statement, (self.symbol, self.base)).fetchone()
        if newest is None or self.base == self.resolution:
            return newest
        return bucket_start(newest, self.resolution, grid_of(self.base, self.calendar))

    def newest(self, reader: sqlite3.Connection, before: int, count: int) -> Sequence[BarTuple]:
        """Return the newest `count` bars whose time is before `before`, ascending."""
        statement = _NEWEST_FIRST.format(table=self.table)
        if self.base == self.resolution:
            asked = (self.symbol, self.base, before, count)
            rows: list[BarTuple] = reader.execute(f"{statement} LIMIT ?", asked).fetchall()
            rows.reverse()
            return rows
        calendar = grid_of(self.base, self.calendar)
        bound = first_moment(before, self.resolution, calendar)
        newest_first = reader.execute(statement, (self.symbol, self.base, bound))
        return fold_newest(newest_first, self.resolution, count, calendar)
