"""An import that is killed leaves nothing, and repeated it comes to what it would have been."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file

ROWS = 50_000
# Tells each step of its progress, and goes on when it is told to.
IMPORT = """
import sys
from pathlib import Path
from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file

def tell(progress):
    print(progress.step, flush=True)
    sys.stdin.readline()

store = BarsStore(Path(sys.argv[2]))
store.open()
import_file(Path(sys.argv[1]), store, symbol="X", progress=tell)
store.close()
"""


@contextmanager
def opened(path: Path) -> Iterator[BarsStore]:
    store = BarsStore(path)
    store.open()
    yield store
    store.close()


def content(path: Path) -> list[tuple]:
    with opened(path) as store:
        tables = ("instruments", "bars", "folded_bars", "folded_series")
        execute = store.database.reader().execute
        return [row for table in tables for row in execute(f"SELECT * FROM {table}")]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An earlier file, and a later one that goes on, corrects and has more decimals."""
    folder = tmp_path_factory.mktemp("files")
    bars = """
        SELECT 1704067200 + n * 60 AS time, {price} AS open, open + 1 AS high, open - 1 AS low,
               open AS close, n AS volume FROM range({rows}) AS t(n) ORDER BY n {order}
    """
    earlier = bars.format(price="100 + (n % 90) / 10.0", rows=500, order="")
    later = bars.format(price="100 + (n % 900) / 100.0", rows=ROWS, order="{order}")
    duckdb.execute(f"COPY ({earlier}) TO '{folder / 'earlier.csv'}'")
    duckdb.execute(f"COPY ({later.format(order='')}) TO '{folder / 'later.csv'}'")
    duckdb.execute(f"COPY ({later.format(order='DESC')}) TO '{folder / 'newest-first.csv'}'")
    duckdb.execute(f"COPY ({later.format(order='')}) TO '{folder / 'later.parquet'}'")
    return folder


@pytest.fixture(scope="module")
def expected(files: Path) -> list[tuple]:
    with opened(files / "uninterrupted.sqlite3") as store:
        import_file(files / "earlier.csv", store, symbol="X")
        import_file(files / "later.csv", store, symbol="X")
    return content(files / "uninterrupted.sqlite3")


def kill_at(step: str, times: int, file: Path, store: Path, temporary: Path) -> None:
    """Kill an import with SIGKILL when it has come to a step for this many times."""
    temporary.mkdir()
    child = subprocess.Popen(
        [sys.executable, "-c", IMPORT, str(file), str(store)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "SQLITE_TMPDIR": str(temporary), "TMPDIR": str(temporary)},
    )
    with child:
        assert child.stdin is not None
        assert child.stdout is not None
        for told in child.stdout:
            times -= told.strip() == step
            if not times:
                break
            child.stdin.write("\n")
            child.stdin.flush()
        child.kill()
    assert child.returncode == -9, "it ended before it came to that step"


@pytest.mark.parametrize(
    ("name", "step", "times"),
    [
        ("later.csv", "survey", 1),
        ("later.csv", "read", 1),
        ("later.csv", "read", 2),
        ("later.csv", "store", 1),
        ("later.csv", "store", 2),
        ("newest-first.csv", "read", 2),
        ("newest-first.csv", "sort", 1),
        ("later.parquet", "read", 2),
        ("later.parquet", "store", 1),
    ],
)
def test_killed_and_repeated_nothing_is_lost(
    name: str, step: str, times: int, files: Path, expected: list[tuple], tmp_path: Path
) -> None:
    path, temporary = tmp_path / "bars.sqlite3", tmp_path / "temporary"
    with opened(path) as store:
        import_file(files / "earlier.csv", store, symbol="X")
    before = content(path)
    with opened(path) as served:
        kill_at(step, times, files / name, path, temporary)
        committed = (step, times) == ("store", 2)
        assert len(served.history("X", "1", 2**53, 2 * ROWS)) == (ROWS if committed else 500)
    assert content(path) == (expected if committed else before)
    assert list(temporary.iterdir()) == []
    with opened(path) as store:
        import_file(files / name, store, symbol="X")
    assert content(path) == expected
    assert [left.name for left in tmp_path.glob("bars.*")] == ["bars.sqlite3"]
