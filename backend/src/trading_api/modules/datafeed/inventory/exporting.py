"""Writes a stored series as CSV that an import or a replay reads again, to the last digit."""

import csv
import gzip
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO

from trading_api.modules.datafeed.inventory.stored_series import StoredSeries

BAR_HEADER = ("time", "open", "high", "low", "close", "volume")
TICK_HEADER = ("time", "bid", "ask", "last", "bid_size", "ask_size", "last_size", "received")
TOLD_EVERY_ROWS = 50_000

Row = tuple[str, ...]


def export_bars(series: StoredSeries, start: int, end: int) -> Iterator[Row]:
    """Yield the header and a row a bar; times are ISO 8601, UTC."""
    price, size = _scaled(series.price_scale), _scaled(10**series.volume_precision)
    yield BAR_HEADER
    for time, *prices, volume in series.bars(start, end):
        yield (_moment(time), *map(price, prices), size(volume))


def export_ticks(series: StoredSeries, start: int, end: int) -> Iterator[Row]:
    """Yield the header and a row a tick; times are ISO 8601, UTC."""
    price, size = _scaled(series.price_scale), _scaled(10**series.volume_precision)
    yield TICK_HEADER
    for tick, received in series.ticks(start, end):
        prices = map(price, (tick.bid, tick.ask, tick.last))
        sizes = map(size, (tick.bid_size, tick.ask_size, tick.last_size))
        yield (_moment(tick.time), *prices, *sizes, _moment(received))


def write_rows(path: Path, rows: Iterable[Row], told: Callable[[int], None]) -> int:
    """Write a new file, compressed when its name ends in `.gz`; return the rows but the header.

    `told` hears from time to time how many were written. What fails leaves no file.

    Raises:
        FileExistsError: there is one of this name, which is left alone.
    """
    count = -1
    with _new_text(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        for count, row in enumerate(rows):
            writer.writerow(row)
            if count % TOLD_EVERY_ROWS == 0:
                told(count)
    return count


@contextmanager
def _new_text(path: Path) -> Iterator[IO[str]]:
    path.touch(exist_ok=False)
    open_text: Callable[..., IO[str]] = gzip.open if path.suffix == ".gz" else open
    try:
        with open_text(path, "wt", encoding="utf-8", newline="") as file:
            yield file
    except BaseException:
        path.unlink()
        raise


def _scaled(scale: int) -> Callable[[int], str]:
    """Return what writes an integer count of 1 / `scale` as a decimal."""
    return lambda count: format(Decimal(count) / scale, "f")


def _moment(time_ms: int) -> str:
    moment = datetime.fromtimestamp(time_ms // 1000, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{time_ms % 1000:03}Z"
