"""The bars store: imported instruments and their bars, kept in SQLite and folded on request."""

from pathlib import Path
from typing import NamedTuple

from trading_api.modules.datafeed.bars_database import BarsDatabase
from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.resolutions import (
    RESOLUTIONS,
    bucket_end,
    bucket_start,
    can_fold,
    fold_newest,
)

_NEWEST_FIRST = """
    SELECT time, open, high, low, close, volume FROM bars
    WHERE symbol = ? AND resolution = ? AND time < ? ORDER BY time DESC
"""
_INSTRUMENTS = """
    SELECT symbol, description, exchange, type, currency, timezone, session, price_scale,
           min_move, volume_precision
    FROM instruments
"""


class StoredPage(NamedTuple):
    """Bars and the instrument whose scales they are in, read at one moment."""

    instrument: Instrument | None
    bars: list[StoredBar]


class BarsStore:
    """Reads bars from any thread; imports write beside it, in this process or another.

    A resolution that was not imported is folded from the coarsest one that was and fits.
    """

    def __init__(self, path: Path) -> None:
        self.database = BarsDatabase(path)

    def open(self) -> None:
        """Open the file, creating it where there is none.

        Raises:
            ConfigurationError: the file cannot be used.
        """
        self.database.open()

    def close(self) -> None:
        self.database.close()

    def instruments(self) -> list[Instrument]:
        """Return the imported instruments by symbol, each with the resolutions it has."""
        rows = self.database.reader().execute(f"{_INSTRUMENTS} ORDER BY symbol").fetchall()
        return [self._instrument(row) for row in rows]

    def instrument(self, symbol: str) -> Instrument | None:
        """Return one imported instrument; None without any bars of this symbol."""
        row = (
            self.database.reader().execute(f"{_INSTRUMENTS} WHERE symbol = ?", (symbol,)).fetchone()
        )
        return None if row is None else self._instrument(row)

    def price_scale(self, symbol: str) -> int | None:
        """Return the symbol's scale; an import of more decimals raises it."""
        instrument = self.instrument(symbol)
        return None if instrument is None else instrument.price_scale

    def last_time(self, symbol: str, resolution: str) -> int | None:
        """Return the start of the newest bar; None without any."""
        base = self._base(symbol, resolution)
        if base is None:
            return None
        (newest,) = (
            self.database.reader()
            .execute(
                "SELECT MAX(time) FROM bars WHERE symbol = ? AND resolution = ?", (symbol, base)
            )
            .fetchone()
        )
        return newest if base == resolution else bucket_start(newest, resolution)

    def history(self, symbol: str, resolution: str, before: int, count: int) -> list[StoredBar]:
        """Return the newest `count` bars that start before `before`, ascending.

        Fewer only when none are older; none for what was not imported. Blocks.
        """
        base = self._base(symbol, resolution)
        if base is None or count <= 0:
            return []
        execute = self.database.reader().execute
        if base == resolution:
            rows = execute(f"{_NEWEST_FIRST} LIMIT ?", (symbol, base, before, count)).fetchall()
            return [StoredBar._make(row) for row in reversed(rows)]
        whole = bucket_end(before - 1, resolution)
        return fold_newest(execute(_NEWEST_FIRST, (symbol, base, whole)), resolution, count)

    def page(self, symbol: str, resolution: str, before: int, count: int) -> StoredPage:
        """Return `history` together with the instrument, of one moment.

        An import in between may change the scale of every price; who holds an instrument for
        longer than a call reads both here.
        """
        reader = self.database.reader()
        reader.execute("BEGIN")
        try:
            return StoredPage(
                self.instrument(symbol), self.history(symbol, resolution, before, count)
            )
        finally:
            reader.execute("COMMIT")

    def _instrument(
        self, row: tuple[str, str, str, str, str, str, str, int, int, int]
    ) -> Instrument:
        stored = self._stored_resolutions(row[0])
        served = [name for name in RESOLUTIONS if any(can_fold(base, name) for base in stored)]
        return Instrument(*row, resolutions=tuple(served), live=False)

    def _stored_resolutions(self, symbol: str) -> list[str]:
        execute = self.database.reader().execute
        return [
            name
            for name in RESOLUTIONS
            if execute(
                "SELECT 1 FROM bars WHERE symbol = ? AND resolution = ? LIMIT 1", (symbol, name)
            ).fetchone()
        ]

    def _base(self, symbol: str, resolution: str) -> str | None:
        fitting = [base for base in self._stored_resolutions(symbol) if can_fold(base, resolution)]
        return fitting[-1] if fitting else None
