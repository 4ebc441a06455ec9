"""Writes the files that are imported: minutes of one symbol, or of twenty, the same each time."""

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np

START = np.datetime64("2019-01-01T00:00", "m")
SYMBOLS = 20
HEADER = ("timestamp", "symbol", "open", "high", "low", "close", "volume")

Series = tuple[str, list[str], list[list[str]]]


def write_files(folder: Path, rows: int) -> None:
    """Write `one`, `blocks` and `turns` as CSV and Parquet, `newest-first` as CSV.

    `one` is one symbol; `blocks` twenty, one behind the other; `turns` all of them each minute.
    """
    folder.mkdir(parents=True, exist_ok=True)
    one = [_rows("ONE", rows, 0)]
    many = [_rows(f"SYM{number:02}", rows // SYMBOLS, number) for number in range(SYMBOLS)]
    _write(folder / "one.csv", (row for series in one for row in series))
    _write(folder / "newest-first.csv", reversed(one[0]))
    _write(folder / "blocks.csv", (row for series in many for row in series))
    _write(folder / "turns.csv", (row for minute in zip(*many, strict=True) for row in minute))
    for name in ("one", "blocks", "turns"):
        _to_parquet(folder / f"{name}.csv", folder / f"{name}.parquet")


def _rows(symbol: str, rows: int, seed: int) -> list[tuple[str, ...]]:
    chance = np.random.default_rng(seed)
    close = np.abs(20_000 + np.cumsum(chance.integers(-5, 6, rows))) + 100
    open_ = np.concatenate((close[:1], close[:-1]))
    high = np.maximum(open_, close) + chance.integers(0, 9, rows)
    low = np.minimum(open_, close) - chance.integers(0, 9, rows)
    times = np.datetime_as_string(START + np.arange(rows)).tolist()
    columns = [
        [f"{time[:10]} {time[11:]}:00" for time in times],
        [symbol] * rows,
        *(_in_cents(prices) for prices in (open_, high, low, close)),
        [str(volume) for volume in chance.integers(0, 10**6, rows).tolist()],
    ]
    return list(zip(*columns, strict=True))


def _in_cents(prices: np.ndarray) -> list[str]:
    return [f"{price // 100}.{price % 100:02}" for price in prices.tolist()]


def _write(path: Path, rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)


def _to_parquet(source: Path, target: Path) -> None:
    """Keep the order and let prices be binary floats, as most files of this kind do."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute(
            f"COPY (SELECT timestamp, symbol, open::DOUBLE AS open, high::DOUBLE AS high,"
            f" low::DOUBLE AS low, close::DOUBLE AS close, volume FROM read_csv('{source}'))"
            f" TO '{target}' (FORMAT PARQUET)"
        )
