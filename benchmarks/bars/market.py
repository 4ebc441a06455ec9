"""The rows that all contenders answer from: years of minutes of twenty symbols."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.materialising import materialise_days
from trading_api.modules.datafeed.resolutions import DAY_MS, MINUTE_MS
from trading_api.modules.datafeed.sessions import calendar_named

SYMBOLS = 20
# 2026-11-20T00:00:00Z: no minute is later.
END_MS = 1_795_132_800_000
_INSTRUMENT = (
    "INSERT INTO instruments VALUES (?, ?, 'BENCH', 'stock', 'USD', ?, '24x7', 100, 1, 0, ?)"
)
_BARS = "INSERT INTO bars VALUES (?, '1', ?, ?, ?, ?, ?, ?)"


def calendar_of(number: int) -> str:
    """Return the calendar of a symbol: one trades around the clock, the next in New York."""
    return "XNYS" if number % 2 else "24x7"


def write_market(path: Path, minutes: int) -> None:
    """Write so many minutes of each symbol, and what the product keeps folded; says how long."""
    store = BarsStore(path)
    store.open()
    written_s = folded_s = 0.0
    with store.database.writer() as connection:
        for number in range(SYMBOLS):
            symbol, calendar = f"S{number:02}", calendar_of(number)
            begun = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_INSTRUMENT, (symbol, symbol, "Etc/UTC", calendar))
            connection.executemany(_BARS, _rows(symbol, _times(calendar, minutes)))
            written = time.perf_counter()
            materialise_days(connection, symbol, "1", 0, END_MS)
            connection.execute("COMMIT")
            written_s += written - begun
            folded_s += time.perf_counter() - written
            print(f"\rwrote {number + 1} of {SYMBOLS} symbols", end="", flush=True)
    store.close()
    rows = SYMBOLS * minutes
    print(f"\nwrote {rows:,} rows in {written_s:.1f} s, folded them in {folded_s:.1f} s more")


def _times(calendar: str, minutes: int) -> np.ndarray:
    """Return the newest so many minutes of trading, ascending."""
    if calendar == "24x7":
        return np.arange(END_MS - minutes * MINUTE_MS, END_MS, MINUTE_MS, dtype=np.int64)
    sessions, missing = [], minutes
    for opens, closes in _sessions_backwards(calendar):
        sessions.append(np.arange(opens, closes, MINUTE_MS, dtype=np.int64))
        missing -= len(sessions[-1])
        if missing <= 0:
            break
    return np.concatenate(sessions[::-1])[-minutes:]


def _sessions_backwards(calendar: str) -> Iterator[tuple[int, int]]:
    named = calendar_named(calendar)
    for day in range(END_MS - DAY_MS, 0, -DAY_MS):
        before = named.part(named.day_start(day))
        session = named.part(before.end)
        if session.in_session and named.trading_day(session.start) == day:
            yield session.start, session.end


def _rows(symbol: str, times: np.ndarray) -> Iterator[tuple[object, ...]]:
    """Yield rows of a price that wanders around 100.00, in hundredths."""
    noise = np.random.default_rng(int(symbol[1:]))
    closes = 10_000 + np.abs(np.cumsum(noise.integers(-5, 6, len(times))))
    opens = np.concatenate((closes[:1], closes[:-1]))
    highs = np.maximum(opens, closes) + noise.integers(0, 8, len(times))
    lows = np.minimum(opens, closes) - noise.integers(0, 8, len(times))
    volumes = noise.integers(0, 100_000, len(times))
    columns = (times, opens, highs, lows, closes, volumes)
    return zip([symbol] * len(times), *(column.tolist() for column in columns), strict=True)
