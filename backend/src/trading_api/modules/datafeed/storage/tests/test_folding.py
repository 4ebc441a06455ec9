from bisect import bisect_left
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.instruments import StoredBar
from trading_api.modules.datafeed.resolutions import MINUTE_MS, bucket_start, can_fold, fold
from trading_api.modules.datafeed.sessions import CALENDARS, calendar_named
from trading_api.modules.datafeed.storage.folding import KEPT, FoldedColumns, fold_columns

# Two weeks around a switch of clocks in New York, and two around one in London.
SPRING, AUTUMN = 1_772_668_800_000, 1_792_368_000_000

minutes = st.sampled_from([SPRING, AUTUMN]).flatmap(
    lambda start: st.integers(0, 14 * 1440).map(lambda n: start + n * MINUTE_MS)
)
values = st.tuples(*[st.integers(1, 999)] * 4, st.integers(0, 10**12))


@st.composite
def some_bars(draw: st.DrawFn) -> list[StoredBar]:
    runs = draw(st.lists(st.tuples(minutes, st.integers(1, 90)), min_size=1, max_size=8))
    times = sorted({start + n * MINUTE_MS for start, length in runs for n in range(length)})
    rows = draw(st.lists(values, min_size=1, max_size=9))
    return [StoredBar(time, *rows[at % len(rows)]) for at, time in enumerate(times)]


def columns(bars: list[StoredBar]) -> np.ndarray:
    return np.array(bars, np.int64).T


@pytest.mark.parametrize("calendar", CALENDARS)
@given(bars=some_bars(), cuts=st.lists(minutes, max_size=4))
@settings(deadline=None, max_examples=80)
def test_columns_in_pieces_fold_as_bars_one_by_one(
    calendar: str, bars: list[StoredBar], cuts: list[int]
) -> None:
    named = calendar_named(calendar)
    folded = FoldedColumns("1", named)
    places = [0, *(bisect_left(bars, (cut,)) for cut in sorted(cuts)), len(bars)]
    for start, end in pairwise(places):
        if start < end:
            folded.add(columns(bars[start:end]))

    found = {name: list(map(tuple, rows.T.tolist())) for name, rows in folded.bars(named).items()}

    assert found == {name: list(map(tuple, fold(bars, name, named))) for name in KEPT}


@pytest.mark.parametrize("resolution", ["5", "15", "30", "60", "240", "1D"])
def test_an_import_is_folded_to_what_is_coarser(resolution: str) -> None:
    always = calendar_named("24x7")
    folded = FoldedColumns(resolution, always)
    folded.add(columns([StoredBar(bucket_start(SPRING, resolution), 2, 3, 1, 2, 9)]))

    coarser = {name for name in KEPT if name != resolution and can_fold(resolution, name)}
    assert set(folded.bars(always)) == coarser


@pytest.mark.parametrize("volume", [2**62, -(2**62) - 1])
def test_sums_that_may_be_beyond_64_bits_are_left_to_the_store(volume: int) -> None:
    bars = [StoredBar(SPRING + n * MINUTE_MS, 2, 3, 1, 2, volume) for n in range(2)]

    assert fold_columns(columns(bars), "15", calendar_named("24x7")) is None


def test_another_calendar_is_left_to_the_store() -> None:
    folded = FoldedColumns("1", calendar_named("24x7"))
    folded.add(columns([StoredBar(SPRING, 2, 3, 1, 2, 9)]))

    assert folded.bars(calendar_named("XNYS")) == {}
