"""The calendar of what is imported: named, kept, changed, or around the clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import ImportRefused, import_file

FAR = 2**53
# In New York from 20:58 to 21:02 UTC on 2024-01-02 and at 01:00 UTC of the next day, still the 2nd.
ROWS = ("2024-01-02 20:58", "2024-01-02 20:59", "2024-01-02 21:00", "2024-01-03 01:00")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "f.csv"
    rows = [f"{time},1,2,1,2,5" for time in ROWS]
    path.write_text("\n".join(["time,open,high,low,close,volume", *rows]))
    return path


def days(store: BarsStore) -> list[int]:
    return [bar.volume for bar in store.history("ACME", "1D", FAR, 9)]


def test_a_calendar_that_is_named_divides_the_days(store: BarsStore, file: Path) -> None:
    report = import_file(file, store, symbol="ACME", calendar="XNYS")
    assert (report.series[0].calendar, days(store)) == ("XNYS", [20])


def test_without_one_a_new_symbol_trades_around_the_clock(store: BarsStore, file: Path) -> None:
    report = import_file(file, store, symbol="ACME")
    assert (report.series[0].calendar, days(store)) == ("24x7", [15, 5])


def test_a_known_symbol_keeps_its_calendar(store: BarsStore, file: Path) -> None:
    import_file(file, store, symbol="ACME", calendar="XNYS")
    report = import_file(file, store, symbol="ACME")
    assert (report.series[0].calendar, days(store)) == ("XNYS", [20])


def test_importing_again_with_another_calendar_changes_it(store: BarsStore, file: Path) -> None:
    import_file(file, store, symbol="ACME")
    report = import_file(file, store, symbol="ACME", calendar="XNYS")
    assert (report.new, report.changed, days(store)) == (0, 0, [20])


def test_an_unknown_calendar_is_refused(store: BarsStore, file: Path) -> None:
    with pytest.raises(ImportRefused, match=r"expected a calendar of 24x7, .* got 'MARS'"):
        import_file(file, store, symbol="ACME", calendar="MARS")
    assert store.instruments() == []
