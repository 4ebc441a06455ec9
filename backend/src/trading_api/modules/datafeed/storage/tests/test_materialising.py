from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.instruments import StoredBar
from trading_api.modules.datafeed.materialising import materialise_days
from trading_api.modules.datafeed.resolutions import MINUTE_MS, RESOLUTIONS, fold
from trading_api.modules.datafeed.sessions import CALENDARS, calendar_named

FAR = 2**53
INSTRUMENT = "INSERT INTO instruments VALUES ('X', '', '', '', '', '', '', 100, 1, 0, ?)"
UPSERT = "INSERT OR REPLACE INTO bars VALUES ('X', ?, ?, ?, ?, ?, ?, ?)"


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 1000


# Four weeks around both switches of 2026 in New York and in London.
SPRING, AUTUMN = moment("2026-03-02"), moment("2026-10-19")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


def describe(store: BarsStore, calendar: str) -> None:
    with store.database.writer() as connection:
        connection.execute(INSTRUMENT, (calendar,))


def write(store: BarsStore, bars: list[StoredBar], resolution: str = "1") -> None:
    with store.database.writer() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(UPSERT, [(resolution, *bar) for bar in bars])
        times = [bar.time for bar in bars]
        materialise_days(connection, "X", resolution, min(times), max(times))
        connection.execute("COMMIT")


def change(store: BarsStore, statement: str) -> None:
    """Change what all bars depend on, then import one that is there already."""
    with store.database.writer() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(statement)
        materialise_days(connection, "X", "1", SPRING, SPRING)
        connection.execute("COMMIT")


def bars_at(times: list[int]) -> list[StoredBar]:
    prices = [100 + time // MINUTE_MS * 37 % 50 for time in sorted(times)]
    return [
        StoredBar(time, price, price + 9, price - 7, price + 2, price)
        for time, price in zip(sorted(times), prices, strict=True)
    ]


def every_three_hours(start: int, days: int = 28) -> list[StoredBar]:
    return bars_at([start + hours * 60 * MINUTE_MS + 7 for hours in range(0, 24 * days, 3)])


def is_the_fold(store: BarsStore, bars: list[StoredBar], calendar: str) -> bool:
    named = calendar_named(calendar)
    return all(
        store.history("X", resolution, FAR, 99_999) == fold(bars, resolution, named)
        for resolution in RESOLUTIONS[1:]
    )


def rows(store: BarsStore, resolution: str) -> int:
    statement = "SELECT COUNT(*) FROM folded_bars WHERE resolution = ?"
    (count,) = store.database.reader().execute(statement, (resolution,)).fetchone()
    return int(count)


@pytest.mark.parametrize("calendar", CALENDARS)
@given(
    batches=st.lists(
        st.lists(
            st.sampled_from([SPRING, AUTUMN]).flatmap(
                lambda start: st.integers(0, 28 * 1440).map(lambda n: start + n * MINUTE_MS)
            ),
            min_size=1,
            max_size=30,
        ),
        min_size=1,
        max_size=4,
    )
)
@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_in_whatever_order_bars_come_their_hours_and_days_are_the_fold(
    tmp_path_factory: pytest.TempPathFactory, calendar: str, batches: list[list[int]]
) -> None:
    store = BarsStore(tmp_path_factory.mktemp("store") / "bars.sqlite3")
    store.open()
    describe(store, calendar)
    written: dict[int, StoredBar] = {}
    for batch in batches:
        bars = [bar._replace(volume=len(written)) for bar in bars_at(sorted(set(batch)))]
        write(store, bars)
        written |= {bar.time: bar for bar in bars}
    assert is_the_fold(store, [written[time] for time in sorted(written)], calendar)
    store.close()


def test_hours_and_days_are_kept(store: BarsStore) -> None:
    describe(store, "24x7")
    write(store, every_three_hours(SPRING, 2))

    assert [rows(store, resolution) for resolution in ("15", "60", "1D")] == [16, 16, 2]


def test_a_corrected_old_bar_changes_its_hour_and_day(store: BarsStore) -> None:
    bars = every_three_hours(SPRING)
    describe(store, "XNYS")
    write(store, bars)
    bars[40] = bars[40]._replace(high=9_999)

    write(store, [bars[40]])

    assert is_the_fold(store, bars, "XNYS")


def test_another_calendar_folds_all_anew(store: BarsStore) -> None:
    bars = every_three_hours(SPRING)
    describe(store, "24x7")
    write(store, bars)

    change(store, "UPDATE instruments SET calendar = 'XNYS'")

    assert is_the_fold(store, bars, "XNYS") and not is_the_fold(store, bars, "24x7")


def test_another_scale_folds_all_anew(store: BarsStore) -> None:
    bars = every_three_hours(SPRING)
    describe(store, "24x7")
    write(store, bars)

    with store.database.writer() as connection:
        connection.execute(
            "UPDATE bars SET open = open * 10, high = high * 10, low = low * 10, close = close * 10"
        )
    change(store, "UPDATE instruments SET price_scale = 1000")

    scaled = [
        StoredBar(time, 10 * open_, 10 * high, 10 * low, 10 * close, volume)
        for time, open_, high, low, close, volume in bars
    ]
    assert is_the_fold(store, scaled, "24x7")


def test_imported_days_are_not_folded_again(store: BarsStore) -> None:
    bars = every_three_hours(SPRING)
    describe(store, "24x7")
    write(store, bars)
    days = [StoredBar(SPRING, 1, 2, 1, 2, 3)]

    write(store, days, "1D")

    assert store.history("X", "1D", FAR, 99) == days
    assert (rows(store, "60"), rows(store, "1D")) == (len(bars), 0)


def test_hours_are_folded_from_the_coarsest_import(store: BarsStore) -> None:
    describe(store, "24x7")
    write(store, every_three_hours(SPRING))
    halves = bars_at([SPRING + n * 30 * MINUTE_MS for n in range(99)])

    write(store, halves, "30")

    assert store.history("X", "60", FAR, 999) == fold(halves, "60")
    assert store.history("X", "1D", FAR, 999) == fold(halves, "1D")


@pytest.mark.parametrize("resolution", ["15", "60"])
def test_what_was_folded_may_be_imported_later(store: BarsStore, resolution: str) -> None:
    minutes = every_three_hours(SPRING)
    describe(store, "24x7")
    write(store, minutes)
    imported = [bar._replace(time=bar.time - 7, volume=1) for bar in minutes[:5]]

    write(store, imported, resolution)

    assert store.history("X", resolution, FAR, 999) == imported
    assert store.history("X", "1D", FAR, 999) == fold(imported, "1D")
    assert store.history("X", "5", FAR, 999) == fold(minutes, "5")


def test_volumes_beyond_a_column_are_summed_all_the_same(store: BarsStore) -> None:
    describe(store, "24x7")
    bars = [bar._replace(volume=6 * 10**18) for bar in every_three_hours(SPRING, 2)]
    write(store, bars[:1])

    write(store, bars[1:])

    assert is_the_fold(store, bars, "24x7")
    assert (rows(store, "60"), rows(store, "1D")) == (16, 0)


def test_what_other_rules_folded_is_folded_anew_when_the_store_opens(store: BarsStore) -> None:
    bars = every_three_hours(SPRING)
    describe(store, "XLON")
    write(store, bars)
    with store.database.writer() as connection:
        connection.execute("UPDATE folded_series SET folded_by = 'older rules'")
        connection.execute("UPDATE folded_bars SET high = 1")
    store.close()

    store.open()

    assert is_the_fold(store, bars, "XLON")
