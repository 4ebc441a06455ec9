"""What the store holds, read in one go and kept until somebody writes."""

import sqlite3
from dataclasses import dataclass, replace

from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.resolutions import RESOLUTIONS, can_fold
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.modules.datafeed.storage.bar_source import BarSource

_INSTRUMENTS = """
SELECT symbol, description, exchange, type, currency, timezone, session, price_scale, min_move,
       volume_precision, calendar
FROM instruments ORDER BY symbol
"""
_IMPORTED = "SELECT 1 FROM bars WHERE symbol = ? AND resolution = ? LIMIT 1"
_FOLDED = "SELECT symbol, resolution FROM folded_series"

_Described = tuple[str, str, str, str, str, str, str, int, int, int]


@dataclass(frozen=True)
class Holding:
    """One imported instrument and, by resolution, where its bars are read."""

    instrument: Instrument
    sources: dict[str, BarSource]


def read_holdings(connection: sqlite3.Connection) -> dict[str, Holding]:
    """Return the holdings by symbol, ascending; blocks."""
    folded: dict[str, list[str]] = {}
    for symbol, resolution in connection.execute(_FOLDED):
        folded.setdefault(symbol, []).append(resolution)
    holdings = {}
    for row in connection.execute(_INSTRUMENTS).fetchall():
        described: _Described = row[:10]
        instrument = Instrument(*described, resolutions=(), live=False, calendar=row[10])
        symbol = instrument.symbol
        holdings[symbol] = _holding(connection, instrument, folded.get(symbol, []))
    return holdings


def _holding(connection: sqlite3.Connection, instrument: Instrument, folded: list[str]) -> Holding:
    imported = [
        name
        for name in RESOLUTIONS
        if connection.execute(_IMPORTED, (instrument.symbol, name)).fetchone()
    ]
    held = dict.fromkeys(folded, "folded_bars") | dict.fromkeys(imported, "bars")
    calendar = calendar_named(instrument.calendar)
    sources = {}
    for name in RESOLUTIONS:
        fitting = [base for base in RESOLUTIONS if base in held and can_fold(base, name)]
        if fitting:
            base = fitting[-1]
            sources[name] = BarSource(instrument.symbol, name, held[base], base, calendar)
    return Holding(replace(instrument, resolutions=tuple(sources)), sources)
