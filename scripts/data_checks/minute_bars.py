"""Minute bars computed from ticks by another's hand: DuckDB groups what people mean by a bar."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import duckdb

from trading_api.modules.datafeed.instruments import Instrument, Tick

from .series import Series
from .udf_client import Bar

MINUTES = """
    select time // 60000 * 60 as t, first(price order by line), max(price), min(price),
        last(price order by line), sum(size)
    from (
        select row_number() over () as line, *
        from read_csv(?, columns = {
            'time': 'bigint', 'price': 'decimal(18, 6)', 'size': 'decimal(18, 6)'})
    )
    group by t order by t
"""


class TickTape(Protocol):
    """Where ticks are read: the product's simulated market, for instance."""

    def tick_after(self, symbol: str, after_ms: int) -> Tick | None:
        """Return the first tick later than `after_ms`."""
        ...


def write_ticks(path: Path, tape: TickTape, instrument: Instrument, times: range) -> int:
    """Write the ticks of these Unix ms as `time`, `price`, `size`; return how many they are."""
    rows = list(_rows(tape, instrument, times))
    with path.open("w", newline="", encoding="ascii") as file:
        csv.writer(file).writerows([("time", "price", "size"), *rows])
    return len(rows)


def minutes_of(path: Path) -> Sequence[Bar]:
    """Return the minute bars of a file of ticks, ascending."""
    with duckdb.connect() as database:
        return [Bar(*row) for row in database.execute(MINUTES, [str(path)]).fetchall()]


def are_served(series: Series, path: Path) -> Iterator[str]:
    """Find minutes that the datafeed serves otherwise than the ticks of `path` make them."""
    expected = {bar.time: bar for bar in minutes_of(path)}
    served = {bar.time: bar for bar in series.bars}
    for time in sorted(expected.keys() | served.keys()):
        if expected.get(time) != served.get(time):
            yield f"{series.name} at {time}: ticks {expected.get(time)}, served {served.get(time)}"


def _rows(tape: TickTape, instrument: Instrument, times: range) -> Iterator[tuple[int, str, str]]:
    digits = len(str(instrument.price_scale)) - 1
    at = times.start - 1
    while (tick := tape.tick_after(instrument.symbol, at)) and tick.time in times:
        price, size = tick.last / instrument.price_scale, tick.last_size
        volume = size / 10**instrument.volume_precision
        yield tick.time, f"{price:.{digits}f}", f"{volume:.{instrument.volume_precision}f}"
        at = tick.time
