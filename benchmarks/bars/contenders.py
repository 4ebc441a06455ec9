"""Who answers a page: the product, and what anybody would write with a database and JSON."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

SCALE = 100
_NEWEST_FIRST = """
SELECT time, open, high, low, close, volume FROM bars
WHERE symbol = ? AND resolution = ? AND time < ? ORDER BY time DESC LIMIT ?
"""


class Page(NamedTuple):
    """So many of the newest bars before a time, in Unix ms."""

    symbol: str
    resolution: str
    before: int
    bars: int


Answer = Callable[[Page], bytes]


def product(path: Path) -> Answer:
    """What the REST route does in its worker thread: repository call and JSON."""
    from trading_api.modules.datafeed.bars_store import BarsStore
    from trading_api.modules.datafeed.catalog import Catalog
    from trading_api.modules.datafeed.history import BarHistory
    from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
    from trading_api.modules.datafeed.wire import page_json

    store, provider = BarsStore(path), SimulatedProvider(seed=1)
    store.open()
    history = BarHistory(Catalog(provider, store), provider, store)

    def answer(page: Page) -> bytes:
        bars = history.page(
            page.symbol, page.resolution, start=0, end=page.before, count_back=page.bars
        )
        return page_json(bars)

    return answer


def bare_sqlite(path: Path) -> Answer:
    """One SELECT of the standard library's SQLite, and its JSON."""
    connection = sqlite3.connect(path)

    def answer(page: Page) -> bytes:
        return _json(connection.execute(_NEWEST_FIRST, page).fetchall())

    return answer


def sqlite_rows(path: Path) -> Answer:
    """The same SELECT without any JSON: what nobody who reads rows can go below."""
    connection = sqlite3.connect(path)

    def answer(page: Page) -> bytes:
        connection.execute(_NEWEST_FIRST, page).fetchall()
        return b""

    return answer


def duckdb(path: Path) -> Answer:
    """DuckDB with the same rows in a file of its own, sorted as they are asked for, and JSON."""
    import duckdb

    own = path.with_suffix(".duckdb")
    # One thread is quicker for such pages than two.
    connection = duckdb.connect(str(own), config={"threads": 1})
    if not connection.execute("SHOW TABLES").fetchall():
        _copy(sqlite3.connect(path), connection)

    def answer(page: Page) -> bytes:
        return _json(connection.execute(_NEWEST_FIRST, page).fetchall())

    return answer


CONTENDERS: dict[str, Callable[[Path], Answer]] = {
    "product": product,
    "bare SQLite + json": bare_sqlite,
    "DuckDB + json": duckdb,
    "SQLite rows, no JSON": sqlite_rows,
}


def _json(rows: Sequence[tuple[int, ...]]) -> bytes:
    bars = [
        {
            "time": time,
            "open": open_ / SCALE,
            "high": high / SCALE,
            "low": low / SCALE,
            "close": close / SCALE,
            "volume": float(volume),
        }
        for time, open_, high, low, close, volume in reversed(rows)
    ]
    return json.dumps({"bars": bars, "no_data": not bars, "next_time": None}).encode()


def _copy(source: sqlite3.Connection, target: Any) -> None:
    import numpy as np

    target.execute(
        "CREATE TABLE bars (symbol VARCHAR, resolution VARCHAR, time BIGINT, open BIGINT,"
        " high BIGINT, low BIGINT, close BIGINT, volume BIGINT)"
    )
    names = ("time", "open", "high", "low", "close", "volume")
    for (symbol,) in source.execute("SELECT symbol FROM instruments ORDER BY symbol").fetchall():
        select = "SELECT time, open, high, low, close, volume FROM bars WHERE symbol = ?"
        table = np.array(source.execute(f"{select} ORDER BY time", (symbol,)).fetchall())
        rows = {name: table[:, at].copy() for at, name in enumerate(names)}
        target.register("rows", rows)
        target.execute("INSERT INTO bars SELECT ?, '1', * FROM rows", (symbol,))
        target.unregister("rows")
