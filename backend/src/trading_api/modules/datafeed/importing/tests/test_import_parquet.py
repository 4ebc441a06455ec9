"""Parquet files: what their types mean, and what is refused."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import ImportProgress, ImportRefused, import_file
from trading_api.modules.datafeed.providers.replay_file import read_replay

FAR = 2**53
# 2024-01-02T09:30:00Z
MORNING = 1_704_187_800_000
BARS = "FROM range(3) AS t(n)"
PRICES = "42.5 + n AS open, 43.25 + n AS high, 41 + n AS low, 42.75 + n AS close, n AS volume"
AT = "TIMESTAMP '2024-01-02 09:30:00' + n * INTERVAL 1 MINUTE"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


def parquet(path: Path, query: str, options: str = "") -> Path:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'America/New_York'")
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT PARQUET {options})")
    return path


def dump(store: BarsStore) -> list[tuple]:
    tables = ("instruments", "bars", "folded_bars")
    return [
        row for name in tables for row in store.database.reader().execute(f"SELECT * FROM {name}")
    ]


@pytest.mark.parametrize(
    "time",
    [
        AT,
        f"({AT}) AT TIME ZONE 'UTC'",
        f"({AT})::TIMESTAMP_S",
        f"({AT})::TIMESTAMP_MS",
        f"({AT})::TIMESTAMP_NS",
        f"epoch({AT})::BIGINT",
        f"epoch({AT})",
        f"epoch_ms({AT})",
        f"epoch_us({AT})",
        f"epoch_ns({AT})",
        f"strftime({AT}, '%Y-%m-%dT%H:%M:%SZ')",
    ],
)
def test_times_of_every_type_are_read(time: str, store: BarsStore, tmp_path: Path) -> None:
    path = parquet(tmp_path / "f.parquet", f"SELECT {PRICES}, {time} AS timestamp {BARS}")
    report = import_file(path, store, symbol="X")
    assert [bar.time for bar in store.history("X", "1", FAR, 9)] == [
        MORNING + n * 60_000 for n in range(3)
    ]
    assert (report.series[0].resolution, report.new) == ("1", 3)


def test_times_without_a_zone_are_in_the_one_that_is_named(
    store: BarsStore, tmp_path: Path
) -> None:
    path = parquet(tmp_path / "f.parquet", f"SELECT {AT} AS ts, {PRICES} {BARS}")
    report = import_file(path, store, symbol="X", tz="America/New_York")
    assert report.series[0].first_time == MORNING + 5 * 3_600_000


def test_dates_are_daily_bars(store: BarsStore, tmp_path: Path) -> None:
    days = "DATE '2024-01-02' + n::INTEGER AS day"
    path = parquet(tmp_path / "f.parquet", f"SELECT {days}, {PRICES} {BARS}")
    assert import_file(path, store, symbol="X").series[0].resolution == "1D"


@pytest.mark.parametrize(
    ("kind", "scale", "opens"),
    [
        ("DOUBLE", 100, [10_010, 10_020, 10_030]),
        ("FLOAT", 100, [10_010, 10_020, 10_030]),
        ("DECIMAL(18,4)", 10_000, [1_001_000, 1_002_000, 1_003_000]),
        ("VARCHAR", 100, [10_010, 10_020, 10_030]),
    ],
)
def test_a_price_is_the_shortest_number_that_its_column_can_mean(
    kind: str, scale: int, opens: list[int], store: BarsStore, tmp_path: Path
) -> None:
    prices = ", ".join(f"(100 + n / 10.0)::{kind} AS {name}" for name in "ohlc")
    edge = f"100.25::{kind} AS o, 101::{kind} AS h, 100::{kind} AS l, 101::{kind} AS c, 5::DOUBLE"
    query = f"SELECT 1704067200 + n * 60 AS t, {prices}, 4::DOUBLE AS v FROM range(1, 4) AS t(n)"
    path = parquet(tmp_path / "f.parquet", f"{query} UNION ALL SELECT 1704067440, {edge}")
    import_file(path, store, symbol="X")
    assert store.price_scale("X") == scale
    assert [bar.open for bar in store.history("X", "1", FAR, 9)][:3] == opens


def test_the_same_bars_in_both_formats_make_the_same_store(tmp_path: Path) -> None:
    query = f"""
        SELECT {AT} AS timestamp, symbol, round(100 + sin(n) * 9, 2) AS close,
               close - 0.5 AS open, close + 1.25 AS high, close - 1 AS low, n * 0.001 AS volume
        FROM range(6000) AS t(n), unnest(['B', 'A', 'C']) AS s(symbol) ORDER BY n
    """
    parquet(tmp_path / "f.parquet", query, ", ROW_GROUP_SIZE 2048")
    duckdb.execute(f"COPY (FROM '{tmp_path / 'f.parquet'}') TO '{tmp_path / 'f.csv'}'")
    dumps = []
    for name in ("f.parquet", "f.csv"):
        store = BarsStore(tmp_path / f"{name}.sqlite3")
        store.open()
        assert import_file(tmp_path / name, store).new == 18_000
        dumps.append(dump(store))
        store.close()
    assert dumps[0] == dumps[1]


def test_corrupt_rows_are_counted_from_one(store: BarsStore, tmp_path: Path) -> None:
    close = "CASE n WHEN 1 THEN NULL WHEN 2 THEN 'NaN'::DOUBLE ELSE 42.5 END AS close"
    high = "CASE n WHEN 3 THEN 'inf'::DOUBLE ELSE 43 END AS high"
    time = f"CASE n WHEN 4 THEN NULL ELSE {AT} END AS time"
    low = "42 AS open, 41 AS low, CASE n WHEN 5 THEN NULL ELSE 'X' END AS symbol"
    query = f"SELECT {time}, {low}, {high}, {close} FROM range(7) AS t(n)"
    with pytest.raises(ImportRefused) as refused:
        import_file(parquet(tmp_path / "f.parquet", query), store)
    assert refused.value.message.splitlines()[1:] == [
        "  row 2: close: expected a finite number, got 'null'",
        "  row 3: close: expected a finite number, got 'nan'",
        "  row 4: high: expected a finite number, got 'inf'",
        "  row 5: time: expected a date as YYYY-MM-DD, got 'null'",
        "  row 6: expected a symbol of 1 to 64 letters, got ''",
        "Correct or remove these rows and try again.",
    ]


def test_contradictions_name_both_rows(store: BarsStore, tmp_path: Path) -> None:
    query = f"SELECT {AT} AS time, {PRICES} {BARS} UNION ALL SELECT {AT}, 1, 2, 1, 1, 9 {BARS}"
    with pytest.raises(ImportRefused, match="row 4: repeats the time of row 1 with other values"):
        import_file(parquet(tmp_path / "f.parquet", query), store, symbol="X")


def test_progress_follows_the_rows(store: BarsStore, tmp_path: Path) -> None:
    seen: list[ImportProgress] = []
    query = f"SELECT {AT} AS time, 1 AS o, 1 AS h, 1 AS l, 1 AS c FROM range(50000) AS t(n)"
    path = parquet(tmp_path / "f.parquet", query, ", ROW_GROUP_SIZE 10000")
    import_file(path, store, symbol="X", progress=seen.append)
    shares = [one.share for one in seen if one.step == "read"]
    assert shares == sorted(shares)
    assert (0 < shares[0] < 0.5, shares[-1]) == (True, 1.0)


@pytest.mark.parametrize("name", ["a[1].parquet", "what?.parquet", "al*l.pq", "plain"])
def test_names_of_files_and_columns_are_taken_as_they_are(
    name: str, store: BarsStore, tmp_path: Path
) -> None:
    query = f'SELECT {AT} AS "__index_level_0__", [n] AS "tags", {PRICES}, 1 AS "a""b\'" {BARS}'
    parquet(tmp_path / "f", query).rename(tmp_path / name)
    (tmp_path / "al-l.pq").write_bytes(b"another file that the name must not mean")
    assert import_file(tmp_path / name, store, symbol="X").new == 3


def test_symbols_that_could_end_a_cell_are_refused(store: BarsStore, tmp_path: Path) -> None:
    query = f"SELECT {AT} AS time, {PRICES}, 'A' || chr(31) || chr(10) AS symbol {BARS}"
    with pytest.raises(ImportRefused, match="row 1: expected a symbol of 1 to 64 letters"):
        import_file(parquet(tmp_path / "f.parquet", query), store)


@pytest.mark.parametrize("cut", [5, 300, -1])
def test_a_damaged_file_is_refused(cut: int, store: BarsStore, tmp_path: Path) -> None:
    path = parquet(tmp_path / "f.parquet", f"SELECT {AT} AS time, {PRICES} {BARS}")
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ImportRefused, match="expected a whole Parquet file"):
        import_file(path, store, symbol="X")


def test_damage_inside_is_refused_and_nothing_taken(store: BarsStore, tmp_path: Path) -> None:
    query = f"SELECT {AT} AS time, {PRICES} FROM range(100000) AS t(n)"
    path = parquet(tmp_path / "f.parquet", query, ", ROW_GROUP_SIZE 20000")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4000] = b"\xa5" * 4000
    path.write_bytes(content)
    with pytest.raises(ImportRefused):
        import_file(path, store, symbol="X")
    assert dump(store) == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT 1 AS time, 2 AS close", "expected columns of bars"),
        (f"SELECT {AT} AS time, {PRICES}, 'X' AS symbol {BARS} LIMIT 0", "expected rows below"),
        (f"SELECT {AT} AS time, {PRICES} {BARS}", "name its symbol with --symbol"),
    ],
)
def test_other_refusals_are_those_of_any_file(
    query: str, words: str, store: BarsStore, tmp_path: Path
) -> None:
    with pytest.raises(ImportRefused, match=words):
        import_file(parquet(tmp_path / "f.parquet", query), store)


def test_without_the_extra_the_error_says_what_to_install(tmp_path: Path) -> None:
    path = parquet(tmp_path / "f.parquet", f"SELECT {AT} AS time, {PRICES} {BARS}")
    program = "import sys; sys.modules['duckdb'] = None; from trading_api.cli import main; main()"
    command = [sys.executable, "-c", program, "import", str(path), "--data-dir", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "pip install 'trading-pro[data]'" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_parquet_is_replayed_too(tmp_path: Path) -> None:
    path = parquet(tmp_path / "f.parquet", f"SELECT {AT} AS time, {PRICES} {BARS}")
    (series,) = read_replay(path, "X")
    assert (series.instrument.symbol, series.instrument.price_scale) == ("X", 100)
