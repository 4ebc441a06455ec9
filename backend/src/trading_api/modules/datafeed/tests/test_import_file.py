from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import ImportProgress, ImportRefused, import_file
from trading_api.modules.datafeed.instruments import StoredBar

FAR = 2**53
HEADER = "date,open,high,low,close,volume"
# 2024-01-02T00:00:00Z
TUESDAY = 1_704_153_600_000
DAY = 86_400_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


def written(path: Path, *rows: str, header: str = HEADER) -> Path:
    path.write_text("\n".join((header, *rows)))
    return path


def test_import_again_changes_nothing(store: BarsStore, tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", "2024-01-02,1.5,2,1,2,7", "2024-01-03,2,2,1,1,8")
    first = import_file(path, store, symbol="X")
    bars, instruments = store.history("X", "1D", FAR, 9), store.instruments()
    again = import_file(path, store, symbol="X")
    assert (first.bars, first.new, first.changed) == (2, 2, 0)
    assert (again.bars, again.new, again.changed) == (2, 0, 0)
    assert (store.history("X", "1D", FAR, 9), store.instruments()) == (bars, instruments)


def test_later_file_adds_and_corrects(store: BarsStore, tmp_path: Path) -> None:
    import_file(written(tmp_path / "f.csv", "2024-01-02,1,2,1,2,7"), store, symbol="X")
    later = written(tmp_path / "g.csv", "2024-01-02,1,3,1,2,9", "2024-01-03,2,2,1,1,8")
    report = import_file(later, store, symbol="X")
    assert (report.bars, report.new, report.changed) == (2, 1, 1)
    assert store.history("X", "1D", FAR, 9)[0] == StoredBar(TUESDAY, 1, 3, 1, 2, 9)


def test_later_file_corrects_a_long_series_and_fills_its_gaps(
    store: BarsStore, tmp_path: Path
) -> None:
    minutes = [TUESDAY + n * 60_000 for n in range(50_000)]
    rows = [f"{time},1,9,1,2,{n}" for n, time in enumerate(minutes)]
    some = [row for n, row in enumerate(rows) if n % 4 < 2]
    header = HEADER.replace("date", "time")
    import_file(written(tmp_path / "f.csv", *some, header=header), store, symbol="X")
    corrected = [row.replace(",1,9,1,2,", ",1,9,1,3,") for row in rows]
    report = import_file(written(tmp_path / "g.csv", *corrected, header=header), store, symbol="X")
    assert (report.bars, report.new, report.changed) == (50_000, 25_000, 25_000)
    held = store.history("X", "1", FAR, 99_999)
    assert [(bar.time, bar.close) for bar in held] == [(time, 3) for time in minutes]


def test_many_series_that_take_turns_are_each_whole(store: BarsStore, tmp_path: Path) -> None:
    names = [f"S{n:03}" for n in range(300)]
    rows = [
        f"{TUESDAY + day * DAY},{name},{number + 1},{number + 1},{number + 1},{number + 1},{day}"
        for day in range(40)
        for number, name in enumerate(names)
    ]
    path = written(tmp_path / "f.csv", *rows, header=HEADER.replace("date", "time,symbol"))
    report = import_file(path, store)
    assert [one.bars for one in report.series] == [40] * 300
    assert [bar.volume for bar in store.history("S123", "1D", FAR, 99)] == list(range(40))
    assert {bar.close for bar in store.history("S123", "1D", FAR, 99)} == {124}


def test_same_rows_twice_and_any_order_are_one_bar_each(store: BarsStore, tmp_path: Path) -> None:
    rows = ("2024-01-04,3,3,3,3,1", "2024-01-02,1,1,1,1,1", "2024-01-03,2,2,2,2,1")
    report = import_file(written(tmp_path / "f.csv", *rows, *rows), store, symbol="X")
    assert (report.bars, report.new) == (3, 3)
    assert [bar.open for bar in store.history("X", "1D", FAR, 9)] == [1, 2, 3]


def test_more_decimals_rescale_what_is_stored(store: BarsStore, tmp_path: Path) -> None:
    import_file(written(tmp_path / "f.csv", "2024-01-02,1.5,2.5,1.5,2.5,7"), store, symbol="X")
    finer = written(tmp_path / "g.csv", "2024-01-03,1.2345,2,1,2,8.25")
    import_file(finer, store, symbol="X")
    (instrument,) = store.instruments()
    assert (instrument.price_scale, instrument.volume_precision) == (10_000, 2)
    assert store.history("X", "1D", FAR, 9) == [
        StoredBar(TUESDAY, 15_000, 25_000, 15_000, 25_000, 700),
        StoredBar(TUESDAY + DAY, 12_345, 20_000, 10_000, 20_000, 825),
    ]


def test_fewer_decimals_are_stored_in_the_finer_scale(store: BarsStore, tmp_path: Path) -> None:
    import_file(written(tmp_path / "f.csv", "2024-01-02,1.2345,2,1,2,8.25"), store, symbol="X")
    import_file(written(tmp_path / "g.csv", "2024-01-03,1.5,2.5,1.5,2.5,7"), store, symbol="X")
    assert store.price_scale("X") == 10_000
    assert store.history("X", "1D", FAR, 1) == [
        StoredBar(TUESDAY + DAY, 15_000, 25_000, 15_000, 25_000, 700)
    ]


def test_rescaling_beyond_64_bits_is_refused_and_undone(store: BarsStore, tmp_path: Path) -> None:
    large = "123456789012345"
    row = f"2024-01-02,{large},{large},{large},{large},1"
    import_file(written(tmp_path / "f.csv", row), store, symbol="X")
    before = store.history("X", "1D", FAR, 9)
    finer = written(tmp_path / "g.csv", "2024-01-03,1.123456789,2,1,2,1")
    with pytest.raises(ImportRefused, match="18 digits"):
        import_file(finer, store, symbol="X")
    assert (store.history("X", "1D", FAR, 9), store.price_scale("X")) == (before, 1)


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(1, 10**6)), min_size=1, max_size=8, unique=True
    )
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_imports_of_any_decimals_lose_no_digit(
    tmp_path_factory: pytest.TempPathFactory, prices: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("digits")
    opened = BarsStore(folder / "bars.sqlite3")
    opened.open()
    for day, (decimals, digits) in enumerate(prices):
        price = f"{digits // 10**decimals}.{digits % 10**decimals:0{decimals or 1}d}"
        row = f"{(TUESDAY + day * DAY) // 1000},{price},{price},{price},{price},1"
        import_file(written(folder / "f.csv", row), opened, symbol="X", resolution="1D")
    scale = opened.price_scale("X") or 0
    stored = [bar.open for bar in opened.history("X", "1D", FAR, 99)]
    opened.close()
    assert stored == [digits * scale // 10**decimals for decimals, digits in prices]
    assert all(digits * scale % 10**decimals == 0 for decimals, digits in prices)


@pytest.mark.parametrize(
    ("prices", "scale"),
    [
        (("132", "133"), 1),
        (("132.50", "133.00"), 100),
        (("1.10000", "1.10100"), 100_000),
        (("94123.45000000", "94123.50000000"), 100),
        (("0.00001234", "0.00002000"), 100_000_000),
        (("27.847500", "28.000000"), 10_000),
        (("1e-05", "2.5e-05"), 1_000_000),
    ],
)
def test_scale_is_that_of_the_decimals(
    prices: tuple[str, str], scale: int, store: BarsStore, tmp_path: Path
) -> None:
    rows = [f"2024-01-0{day},{p},{p},{p},{p},1" for day, p in enumerate(prices, 2)]
    import_file(written(tmp_path / "f.csv", *rows), store, symbol="X")
    assert store.price_scale("X") == scale


def test_printed_binary_fractions_are_rounded_and_said(store: BarsStore, tmp_path: Path) -> None:
    row = "2024-01-02,132.42999267578125,133.4600067138672,131.1000061035156,132.69,1"
    report = import_file(written(tmp_path / "f.csv", row), store, symbol="X")
    (bar,) = store.history("X", "1D", FAR, 1)
    assert (store.price_scale("X"), bar.open) == (100_000, 13_242_999)
    assert report.notes == (
        "X: prices have 14 decimals, as printed binary fractions do; rounded to 5",
    )


def test_symbol_column_imports_all_or_the_one_that_is_named(
    store: BarsStore, tmp_path: Path
) -> None:
    rows = [f"{name},2024-01-02,{p},{p},{p},{p},1" for name, p in (("B", 2.25), ("A", 1), ("C", 3))]
    path = written(tmp_path / "f.csv", *rows, header="ticker," + HEADER)
    assert import_file(path, store, symbol="B").bars == 1
    assert [one.symbol for one in store.instruments()] == ["B"]
    assert import_file(path, store).new == 2
    scales = {one.symbol: one.price_scale for one in store.instruments()}
    assert scales == {"A": 1, "B": 100, "C": 1}


@pytest.mark.parametrize(
    ("symbol", "kind", "currency"),
    [
        ("AAPL", "stock", "USD"),
        ("^GSPC", "index", "USD"),
        ("BTC/USD", "crypto", "USD"),
        ("BTC-EUR", "crypto", "EUR"),
        ("ETHUSDT", "crypto", "USDT"),
        ("EURUSD", "forex", "USD"),
        ("USDJPY=X", "forex", "JPY"),
        ("BRK-B", "stock", "USD"),
    ],
)
def test_unknown_symbol_is_described_from_its_name(
    symbol: str, kind: str, currency: str, store: BarsStore, tmp_path: Path
) -> None:
    import_file(written(tmp_path / "f.csv", "2024-01-02,1,1,1,1,1"), store, symbol=symbol)
    (one,) = store.instruments()
    assert (one.symbol, one.type, one.currency) == (symbol, kind, currency)
    assert (one.exchange, one.timezone, one.session, one.live) == ("FILE", "Etc/UTC", "24x7", False)


@pytest.mark.parametrize(
    ("minutes", "resolution"),
    [(1, "1"), (5, "5"), (15, "15"), (30, "30"), (60, "60"), (240, "240"), (1440, "1D")],
)
def test_resolution_is_told_by_the_distance_of_bars(
    minutes: int, resolution: str, store: BarsStore, tmp_path: Path
) -> None:
    rows = [f"{TUESDAY + n * minutes * 60_000},1,1,1,1,1" for n in (0, 9, 11, 12, 40)]
    report = import_file(written(tmp_path / "f.csv", *rows), store, symbol="X")
    assert report.series[0].resolution == resolution


def test_daily_bars_over_a_clock_change_are_daily(store: BarsStore, tmp_path: Path) -> None:
    rows = (
        "2024-03-08 14:30Z,1,1,1,1,1",
        "2024-03-11 13:30Z,1,1,1,1,1",
        "2024-03-12 13:30Z,1,1,1,1,1",
    )
    report = import_file(written(tmp_path / "f.csv", *rows), store, symbol="X")
    assert report.series[0].resolution == "1D"
    assert [bar.time % DAY for bar in store.history("X", "1D", FAR, 9)] == [0, 0, 0]


def test_progress_counts_the_rows_step_by_step(store: BarsStore, tmp_path: Path) -> None:
    rows = [f"{TUESDAY + n * 60_000},1,1,1,1,1" for n in range(25_000)]
    seen: list[ImportProgress] = []
    import_file(written(tmp_path / "f.csv", *rows), store, symbol="X", progress=seen.append)
    steps = {one.step: [two.rows for two in seen if two.step == one.step] for one in seen}
    assert list(steps) == ["survey", "read", "store"]
    assert [rows == sorted(rows) and rows[-1] == 25_000 for rows in steps.values()] == [True] * 3
    assert {one.total_rows for one in seen if one.step != "survey"} == {25_000}
    assert {one.share for one in seen if one.rows == 25_000} == {1.0}


def test_import_beside_a_reader_is_seen_whole(store: BarsStore, tmp_path: Path) -> None:
    seen: list[int] = []
    rows = [f"{TUESDAY + n * 60_000},1,1,1,1,1" for n in range(12_000)]

    def look(_: ImportProgress) -> None:
        seen.append(len(store.history("X", "1", FAR, 99_999)))

    import_file(written(tmp_path / "f.csv", *rows), store, symbol="X", progress=look)
    assert set(seen) == {0, 12_000}


def test_import_that_is_interrupted_leaves_nothing(store: BarsStore, tmp_path: Path) -> None:
    def interrupt(progress: ImportProgress) -> None:
        if progress.step == "store":
            raise KeyboardInterrupt

    path = written(tmp_path / "f.csv", "2024-01-02,1,1,1,1,1")
    with pytest.raises(KeyboardInterrupt):
        import_file(path, store, symbol="X", progress=interrupt)
    assert store.instruments() == []
    assert import_file(path, store, symbol="X").new == 1


def test_store_that_cannot_be_written_is_said(store: BarsStore, tmp_path: Path) -> None:
    path = written(tmp_path / "f.csv", "2024-01-02,1,1,1,1,1")
    with store.database.writer() as connection:
        connection.execute("DROP TABLE bars")
    with pytest.raises(ImportRefused, match="no such table: bars; nothing was taken"):
        import_file(path, store, symbol="X")
