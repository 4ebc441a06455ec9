import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.instruments import StoredBar
from trading_api.modules.datafeed.resolutions import MINUTE_MS, RESOLUTIONS, fold, length_ms
from trading_api.shared.errors import ConfigurationError

FAR = 2**53
# 2024-01-01T00:00:00Z
START = 1_704_067_200_000
DAYS = 2
HOLE = range(600, 900)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "folder" / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def minutes() -> list[StoredBar]:
    bars = []
    for number in range(DAYS * 1440):
        if number not in HOLE:
            price = 10_000 + number * 37 % 500
            bars.append(
                StoredBar(
                    START + number * MINUTE_MS, price, price + 9, price - 7, price + 2, number
                )
            )
    return bars


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, minutes: list[StoredBar]) -> Iterator[BarsStore]:
    folder = tmp_path_factory.mktemp("full")
    opened = BarsStore(folder / "bars.sqlite3")
    opened.open()
    import_file(write_bars(folder / "x.csv", minutes), opened, symbol="X")
    yield opened
    opened.close()


def write_bars(path: Path, bars: list[StoredBar]) -> Path:
    rows = [
        ",".join([str(bar.time), *(f"{price / 100:.2f}" for price in bar[1:5]), str(bar.volume)])
        for bar in bars
    ]
    path.write_text("\n".join(["time,open,high,low,close,volume", *rows]))
    return path


def test_empty_store_has_nothing(store: BarsStore) -> None:
    assert store.instruments() == []
    assert store.instrument("X") is None
    assert store.price_scale("X") is None
    assert store.last_time("X", "1") is None
    assert store.history("X", "1", FAR, 300) == []
    assert store.page("X", "1", FAR, 300) == (None, [])


def test_symbol_advertises_what_its_bars_can_serve(full: BarsStore) -> None:
    (instrument,) = full.instruments()
    assert instrument.resolutions == RESOLUTIONS
    assert (instrument.symbol, instrument.live, instrument.exchange) == ("X", False, "FILE")
    assert (full.price_scale("X"), instrument.volume_precision) == (100, 0)
    assert full.instrument("X") == instrument


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_history_of_every_resolution_is_the_fold_of_the_minutes(
    full: BarsStore, minutes: list[StoredBar], resolution: str
) -> None:
    expected = fold(minutes, resolution)
    assert full.history("X", resolution, FAR, 10_000) == expected
    assert full.last_time("X", resolution) == expected[-1].time


@given(
    resolution=st.sampled_from(RESOLUTIONS),
    offset=st.integers(-MINUTE_MS, (DAYS * 1440 + 1) * MINUTE_MS),
    count=st.integers(0, 400),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_history_is_the_newest_bars_that_start_before(
    full: BarsStore, minutes: list[StoredBar], resolution: str, offset: int, count: int
) -> None:
    older = [bar for bar in fold(minutes, resolution) if bar.time < START + offset]
    expected = older[-count:] if count else []
    assert full.history("X", resolution, START + offset, count) == expected


@given(resolution=st.sampled_from(("1", "5", "60", "240")), count=st.integers(7, 700))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_paging_back_visits_every_bar_once(
    full: BarsStore, minutes: list[StoredBar], resolution: str, count: int
) -> None:
    visited: list[StoredBar] = []
    before = FAR
    while page := full.history("X", resolution, before, count):
        visited[:0] = page
        before = page[0].time
    assert visited == fold(minutes, resolution)


def test_bar_whose_middle_is_asked_for_is_whole(full: BarsStore) -> None:
    (bar,) = full.history("X", "60", START + 90 * MINUTE_MS, 1)
    assert bar.time == START + 60 * MINUTE_MS
    assert bar.volume == sum(range(60, 120))


def test_page_brings_the_instrument_of_the_same_moment(full: BarsStore) -> None:
    page = full.page("X", "5", FAR, 2)
    assert page.instrument == full.instrument("X")
    assert page.bars == full.history("X", "5", FAR, 2)


def test_pages_are_of_one_moment_while_somebody_writes(store: BarsStore, tmp_path: Path) -> None:
    path = tmp_path / "bars.csv"
    path.write_text("time,open,high,low,close,volume\n2024-01-02,1.5,1.5,1.5,1.5,1")
    import_file(path, store, symbol="X", resolution="1D")

    has_read = threading.Event()

    def rescale() -> None:
        has_read.wait()
        for decimals in range(2, 60):
            with store.database.writer() as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("UPDATE bars SET close = 15 * ?", (decimals,))
                connection.execute("UPDATE instruments SET price_scale = 10 * ?", (decimals,))
                connection.execute("COMMIT")

    with ThreadPoolExecutor(1) as writer:
        written = writer.submit(rescale)
        pages = [store.page("X", "1D", FAR, 1)]
        has_read.set()
        while not written.done():
            pages.append(store.page("X", "1D", FAR, 1))
        pages.append(store.page("X", "1D", FAR, 1))
        written.result()
    read = {(one.bars[0][4], one.instrument and one.instrument.price_scale) for one in pages}
    assert len(read) > 1 and all(scale and price / scale == 1.5 for price, scale in read)


def test_worker_threads_read_at_once(full: BarsStore) -> None:
    def read(number: int) -> list[StoredBar]:
        return full.history("X", RESOLUTIONS[number % 5], FAR, 50)

    expected = [read(number) for number in range(40)]
    with ThreadPoolExecutor(4) as workers:
        assert list(workers.map(read, range(40))) == expected


def test_reader_cannot_write(store: BarsStore) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        store.database.reader().execute("DELETE FROM bars")


def test_coarse_bars_serve_only_coarser_resolutions(store: BarsStore, tmp_path: Path) -> None:
    hours = [StoredBar(START + n * length_ms("60"), 100, 120, 90, 110, 5) for n in range(30)]
    import_file(write_bars(tmp_path / "hours.csv", hours), store, symbol="H")
    (instrument,) = store.instruments()
    assert instrument.resolutions == ("60", "240", "1D", "1W", "1M")
    assert store.history("H", "1D", FAR, 9) == fold(hours, "1D")
    assert store.history("H", "30", FAR, 9) == []


def test_stored_daily_bars_come_before_those_folded_from_minutes(
    store: BarsStore, minutes: list[StoredBar], tmp_path: Path
) -> None:
    daily = [StoredBar(START, 100, 200, 50, 150, 7)]
    import_file(write_bars(tmp_path / "m.csv", minutes), store, symbol="X")
    import_file(write_bars(tmp_path / "d.csv", daily), store, symbol="X", resolution="1D")
    assert store.history("X", "1D", FAR, 9) == daily
    assert store.history("X", "240", FAR, 99) == fold(minutes, "240")


def test_store_keeps_its_bars_when_it_is_opened_again(
    store: BarsStore, minutes: list[StoredBar], tmp_path: Path
) -> None:
    import_file(write_bars(tmp_path / "m.csv", minutes), store, symbol="X")
    store.close()
    store.open()
    assert store.history("X", "1", FAR, 10_000) == minutes


def test_closed_store_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="not open"):
        BarsStore(tmp_path / "bars.sqlite3").instruments()


def test_file_of_a_newer_product_is_refused(store: BarsStore) -> None:
    store.close()
    with closing(sqlite3.connect(store.database.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ConfigurationError, match="schema 99"):
        store.open()


def test_path_that_is_no_database_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "bars.sqlite3").write_text("this is not a database" * 100)
    with pytest.raises(ConfigurationError, match=r"bars\.sqlite3 cannot be opened"):
        BarsStore(tmp_path / "bars.sqlite3").open()


def test_a_thread_that_has_ended_leaves_nothing_open(store: BarsStore) -> None:
    readers = []

    def read() -> None:
        readers.append(store.database.reader())

    for _ in range(2):
        with ThreadPoolExecutor(max_workers=1) as worker:
            worker.submit(read).result()

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        readers[0].execute("SELECT 1")
