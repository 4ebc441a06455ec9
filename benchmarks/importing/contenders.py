"""The programs that are compared, each a process of its own: `contenders NAME FILE STORE`."""

import csv
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

# The table of the product.
SCHEMA = """
CREATE TABLE bars (
    symbol TEXT NOT NULL, resolution TEXT NOT NULL, time INTEGER NOT NULL,
    open INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL, close INTEGER NOT NULL,
    volume INTEGER NOT NULL,
    PRIMARY KEY (symbol, resolution, time)
) STRICT, WITHOUT ROWID
"""


def bare_sqlite(file: Path, store: Path) -> None:
    """Load a file whose shape is known: no checks, no survey, cents by leaving out the point."""
    with sqlite3.connect(store, isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(SCHEMA)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO bars VALUES (?, '1', ?, ?, ?, ?, ?, ?)", _rows(file))
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _rows(file: Path) -> Iterator[tuple[str | int, ...]]:
    with file.open(newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        for time, symbol, open_, high, low, close, volume in reader:
            moment = datetime.fromisoformat(time).replace(tzinfo=UTC)
            cents = [int(price.replace(".", "")) for price in (open_, high, low, close)]
            yield symbol, int(moment.timestamp()) * 1000, *cents, int(volume)


def duckdb(file: Path, store: Path) -> None:
    """Load into a table of DuckDB, whose columns are not sorted and whose key nothing checks."""
    import duckdb as engine

    read = "read_csv" if file.suffix == ".csv" else "read_parquet"
    with engine.connect(store) as connection:
        connection.execute(
            "CREATE TABLE bars AS SELECT symbol, '1' AS resolution,"
            " epoch_ms(timestamp::TIMESTAMP) AS time,"
            " (open::DECIMAL(18, 2) * 100)::BIGINT AS open,"
            " (high::DECIMAL(18, 2) * 100)::BIGINT AS high,"
            " (low::DECIMAL(18, 2) * 100)::BIGINT AS low,"
            " (close::DECIMAL(18, 2) * 100)::BIGINT AS close, volume"
            f" FROM {read}(?)",
            [str(file)],
        )


if __name__ == "__main__":
    {"bare": bare_sqlite, "duckdb": duckdb}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
