"""The bars store: imported instruments and their bars, kept in SQLite and folded on request."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.resolutions import BarTuple
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.modules.datafeed.storage.bars_database import BarsDatabase
from trading_api.modules.datafeed.storage.holdings import Holding, read_holdings

_COUNT = "SELECT COUNT(*) FROM bars WHERE symbol = ? AND resolution = ? AND time BETWEEN ? AND ?"


class StoredPage(NamedTuple):
    """Bars and the instrument whose scales they are in, read at one moment."""

    instrument: Instrument | None
    bars: Sequence[BarTuple]


class _Known(NamedTuple):
    """What one connection knows of the holdings, as of one version of the file."""

    connection: sqlite3.Connection
    version: int
    holdings: dict[str, Holding]


class BarsStore:
    """Reads bars from any thread; imports write beside it, in this process or another.

    A resolution that was not imported is folded from the coarsest one that is at hand and fits:
    imported, or folded when it was.
    """

    def __init__(self, path: Path) -> None:
        self.database = BarsDatabase(path)
        self._local = threading.local()

    def open(self) -> None:
        """Open the file, creating it where there is none; one of an older version is brought up.

        Raises:
            ConfigurationError: the file cannot be used.
        """
        self.database.open()

    def close(self) -> None:
        self.database.close()

    def instruments(self) -> list[Instrument]:
        """Return the imported instruments by symbol, each with the resolutions it has."""
        with self._moment() as (_, holdings):
            return [one.instrument for one in holdings.values()]

    def instrument(self, symbol: str) -> Instrument | None:
        """Return one imported instrument; None without any bars of this symbol."""
        with self._moment() as (_, holdings):
            return holdings[symbol].instrument if symbol in holdings else None

    def price_scale(self, symbol: str) -> int | None:
        """Return the symbol's scale; an import of more decimals raises it."""
        instrument = self.instrument(symbol)
        return None if instrument is None else instrument.price_scale

    def last_time(self, symbol: str, resolution: str) -> int | None:
        """Return the time of the newest bar; None without any."""
        with self._moment() as (reader, holdings):
            source = holdings[symbol].sources.get(resolution) if symbol in holdings else None
            return None if source is None else source.last_time(reader)

    def history(self, symbol: str, resolution: str, before: int, count: int) -> list[StoredBar]:
        """Return the newest `count` bars whose time is before `before`, ascending.

        Fewer only when none are older; none for what was not imported. Blocks.
        """
        return list(map(StoredBar._make, self.page(symbol, resolution, before, count).bars))

    def page(self, symbol: str, resolution: str, before: int, count: int) -> StoredPage:
        """Return `history` together with the instrument, of one moment.

        An import in between may change the scale of every price; who holds an instrument for
        longer than a call reads both here.
        """
        with self._moment() as (reader, holdings):
            if symbol not in holdings:
                return StoredPage(None, [])
            instrument, sources = holdings[symbol].instrument, holdings[symbol].sources
            if resolution not in sources or count <= 0:
                return StoredPage(instrument, [])
            return StoredPage(instrument, sources[resolution].newest(reader, before, count))

    def outside_sessions(self, symbol: str, resolution: str, first: int, last: int) -> int:
        """Return how many imported bars of an intraday resolution start outside every session.

        Of the instrument's calendar, between two times, both included; blocks.
        """
        with self._moment() as (reader, holdings):
            calendar = calendar_named(holdings[symbol].instrument.calendar)
            outside, part = 0, calendar.part(first)
            while part.start <= last:
                if not part.in_session:
                    span = (max(part.start, first), min(part.end - 1, last))
                    outside += reader.execute(_COUNT, (symbol, resolution, *span)).fetchone()[0]
                part = calendar.part(part.end)
            return outside

    @contextmanager
    def _moment(self) -> Iterator[tuple[sqlite3.Connection, dict[str, Holding]]]:
        """Lend the thread's connection, in a transaction, and what is held as of it."""
        reader = self.database.reader()
        reader.execute("BEGIN")
        try:
            (version,) = reader.execute("PRAGMA data_version").fetchone()
            known: _Known | None = getattr(self._local, "known", None)
            if known is None or known.connection is not reader or known.version != version:
                known = self._local.known = _Known(reader, version, read_holdings(reader))
            yield reader, known.holdings
        finally:
            reader.execute("COMMIT")
