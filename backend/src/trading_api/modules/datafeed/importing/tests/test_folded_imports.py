from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing.bar_columns import BarColumns
from trading_api.modules.datafeed.importing.storing.transaction import StoreWriter
from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.resolutions import MINUTE_MS, fold
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.modules.datafeed.storage.folding import KEPT

FAR = 2**53
SPRING = 1_772_668_800_000
X = Instrument("X", "", "", "", "", "", "", 100, 1, 0, (), live=False)

minutes = st.integers(0, 5 * 1440).map(lambda n: SPRING + n * MINUTE_MS)
# Imports, each of pieces of minutes that begin at a time.
runs = st.lists(st.tuples(minutes, st.integers(1, 200)), min_size=1, max_size=4)
imports = st.lists(st.tuples(runs, st.sampled_from([1, 7, 400])), min_size=1, max_size=4)


@contextmanager
def opened(path: Path) -> Iterator[BarsStore]:
    store = BarsStore(path / "bars.sqlite3")
    store.open()
    yield store
    store.close()


def bars_of(runs: list[tuple[int, int]], number: int) -> list[StoredBar]:
    times = sorted({start + n * MINUTE_MS for start, length in runs for n in range(length)})
    return [StoredBar(t, t % 89 + 9, t % 89 + 20, t % 71 + 1, t % 83 + 9, number) for t in times]


def columns(bars: list[StoredBar]) -> BarColumns:
    same = np.zeros(len(bars), np.int64)
    return BarColumns._make([same, *np.array(bars, np.int64).T, same])


def write(store: BarsStore, bars: list[StoredBar], piece: int, calendar: str) -> None:
    with store.database.writer() as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN IMMEDIATE")
        writer = StoreWriter(connection, [X], "1", calendar)
        for start in range(0, len(bars), piece):
            writer.write(columns(bars[start : start + piece]))
            writer._flush()
        list(writer.finish())
        connection.execute("COMMIT")


@pytest.mark.parametrize("calendar", ["24x7", "XNYS"])
@given(imports=imports)
@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_each_import_what_is_kept_is_the_fold_of_all_minutes(
    tmp_path_factory: pytest.TempPathFactory, calendar: str, imports: list
) -> None:
    with opened(tmp_path_factory.mktemp("store")) as store:
        held: dict[int, StoredBar] = {}
        for number, (some, piece) in enumerate(imports):
            bars = bars_of(some, number)
            write(store, bars, piece, calendar)
            held |= {bar.time: bar for bar in bars}
            ascending = [held[time] for time in sorted(held)]
            for name in KEPT:
                folded = fold(ascending, name, calendar_named(calendar))
                assert store.history("X", name, FAR, 99_999) == folded


def test_a_bar_between_two_pieces_is_folded_with_them(tmp_path: Path) -> None:
    bars = bars_of([(SPRING, 3)], 1)
    with opened(tmp_path) as store:
        write(store, bars[1:2], 1, "24x7")
        write(store, [bars[0], bars[2]], 1, "24x7")

        assert store.history("X", "15", FAR, 9) == fold(bars, "15")


def test_another_calendar_counts_for_all_that_is_kept(tmp_path: Path) -> None:
    bars = bars_of([(SPRING + n * 1440 * MINUTE_MS, 900) for n in range(3)], 1)
    with opened(tmp_path) as store:
        write(store, bars[:900], 400, "24x7")
        write(store, bars[900:], 400, "XNYS")

        for name in KEPT:
            assert store.history("X", name, FAR, 999) == fold(bars, name, calendar_named("XNYS"))
