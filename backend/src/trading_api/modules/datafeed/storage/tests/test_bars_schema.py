import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.instruments import StoredBar
from trading_api.modules.datafeed.resolutions import RESOLUTIONS, fold
from trading_api.modules.datafeed.storage.bars_schema import SCHEMA_VERSION

# Written by the version of the product whose files had schema 1: MINUTES, every third one of two
# days, and DAYS, twelve of them.
VERSION_1 = Path(__file__).parent / "data" / "bars-version-1.sqlite3"
FAR = 2**53


@pytest.fixture
def path(tmp_path: Path) -> Path:
    shutil.copy(VERSION_1, tmp_path / "bars.sqlite3")
    return tmp_path / "bars.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(path)
    opened.open()
    yield opened
    opened.close()


def bars_in(path: Path, symbol: str) -> list[StoredBar]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT time, open, high, low, close, volume FROM bars WHERE symbol = ? ORDER BY time",
            (symbol,),
        )
        return [StoredBar(*row) for row in rows]


def test_the_file_is_one_of_version_1() -> None:
    with closing(sqlite3.connect(f"file:{VERSION_1}?mode=ro&immutable=1", uri=True)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert [len(bars_in(VERSION_1, symbol)) for symbol in ("MINUTES", "DAYS")] == [260, 12]


def test_a_file_of_version_1_keeps_its_bars_and_instruments(store: BarsStore) -> None:
    days, minutes = store.instruments()

    assert (days.symbol, days.timezone, minutes.symbol) == ("DAYS", "America/New_York", "MINUTES")
    assert {days.calendar, minutes.calendar} == {"24x7"}
    assert store.history("MINUTES", "1", FAR, 999) == bars_in(VERSION_1, "MINUTES")
    assert store.history("DAYS", "1D", FAR, 999) == bars_in(VERSION_1, "DAYS")


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_a_file_of_version_1_serves_every_resolution(store: BarsStore, resolution: str) -> None:
    folded = fold(bars_in(VERSION_1, "MINUTES"), resolution)

    assert store.history("MINUTES", resolution, FAR, 999) == folded


def test_a_file_is_brought_up_once(store: BarsStore, path: Path) -> None:
    store.close()
    before = path.read_bytes()
    store.open()
    store.close()

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_brought_up_is_left_as_it_was(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE folded_series (in_the_way TEXT)")
    with pytest.raises(Exception, match="folded_series"):
        BarsStore(path).open()

    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(instruments)")]
    assert "calendar" not in columns
