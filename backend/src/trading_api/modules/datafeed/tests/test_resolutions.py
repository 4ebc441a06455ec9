import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.resolutions import (
    DAILY,
    DAY_MS,
    IMPORTABLE,
    MINUTE_MS,
    RESOLUTIONS,
    bucket_end,
    bucket_start,
    can_fold,
    canonical_resolution,
    extend,
    fold,
    foldable,
    length_ms,
)
from trading_api.shared.errors import Refusal

# 2024-01-02T10:37:00Z
TIME = 1_704_191_820_000


def tick(time: int, last: int, size: int = 1) -> Tick:
    return Tick(time, last - 1, last + 1, last, 100, 100, size)


@st.composite
def minute_bars(draw: st.DrawFn) -> list[StoredBar]:
    minutes = draw(st.lists(st.integers(0, 4_000), min_size=1, max_size=60, unique=True))
    bars = []
    for minute in sorted(minutes):
        prices = draw(st.lists(st.integers(1, 1_000), min_size=4, max_size=4))
        volume = draw(st.integers(0, 1_000))
        bars.append(
            StoredBar(minute * MINUTE_MS, prices[0], max(prices), min(prices), prices[3], volume)
        )
    return bars


def test_aliases_are_canonical() -> None:
    assert [canonical_resolution(name) for name in "DWM"] == ["1D", "1W", "1M"]
    assert [canonical_resolution(name) for name in RESOLUTIONS] == list(RESOLUTIONS)


@pytest.mark.parametrize("text", ["", "2", "1d", "1w", "2W", "1m", "60 ", "x" * 500])
def test_S4_unknown_resolution_is_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        canonical_resolution(text)
    assert refused.value.code == "unsupported_resolution"
    assert "240, 1D" in refused.value.message
    assert len(refused.value.message) < 200


def test_lengths() -> None:
    minutes = [length_ms(name) // MINUTE_MS for name in IMPORTABLE]
    assert minutes == [1, 5, 15, 30, 60, 240, 1440]
    assert [length_ms(name) // DAY_MS for name in DAILY] == [1, 7, 28]


@pytest.mark.parametrize(
    ("resolution", "clock"),
    [("1", 637), ("5", 635), ("15", 630), ("30", 630), ("60", 600), ("240", 480), ("1D", 0)],
)
def test_bucket_start_is_on_the_utc_grid(resolution: str, clock: int) -> None:
    midnight = TIME - TIME % DAY_MS
    start = midnight + clock * MINUTE_MS
    assert bucket_start(TIME + 59_999, resolution) == start
    assert bucket_start(start, resolution) == start
    assert bucket_end(TIME, resolution) == start + length_ms(resolution)


def test_foldable_lists_the_coarser_resolutions() -> None:
    assert foldable("1") == RESOLUTIONS
    assert foldable("60") == ("60", "240", *DAILY)
    assert foldable("1D") == DAILY
    assert (foldable("1W"), foldable("1M")) == (("1W",), ("1M",))


def test_fold_takes_first_open_last_close_extremes_and_sum() -> None:
    bars = [
        StoredBar(TIME, 10, 15, 9, 11, 1),
        StoredBar(TIME + MINUTE_MS, 12, 13, 5, 6, 2),
        StoredBar(TIME + 60 * MINUTE_MS, 7, 8, 7, 8, 4),
    ]
    hour = bucket_start(TIME, "60")
    assert fold(bars, "60") == [
        StoredBar(hour, 10, 15, 5, 6, 3),
        StoredBar(hour + 60 * MINUTE_MS, 7, 8, 7, 8, 4),
    ]
    assert fold([], "60") == []


@given(minute_bars(), st.sampled_from(RESOLUTIONS), st.sampled_from(RESOLUTIONS))
def test_fold_of_folds_is_the_fold(bars: list[StoredBar], one: str, other: str) -> None:
    finer, coarser = sorted((one, other), key=length_ms)
    assume(can_fold(finer, coarser))
    assert fold(fold(bars, finer), coarser) == fold(bars, coarser)


@given(
    st.lists(
        st.tuples(st.integers(0, 3 * DAY_MS), st.integers(1, 500), st.integers(0, 9)), min_size=1
    ),
    st.sampled_from(RESOLUTIONS),
)
def test_ticks_extend_to_what_their_minutes_fold_to(
    events: list[tuple[int, int, int]], resolution: str
) -> None:
    ticks = [tick(*event) for event in sorted(events, key=lambda event: event[0])]

    assert grown(ticks, resolution) == fold(grown(ticks, "1"), resolution)


def grown(ticks: list[Tick], resolution: str) -> list[StoredBar]:
    bars: dict[int, StoredBar] = {}
    bar = None
    for each in ticks:
        bar = extend(bar, each, resolution)
        bars[bar.time] = bar
    return list(bars.values())


def test_first_tick_opens_a_bar_at_its_bucket() -> None:
    start = bucket_start(TIME, "5")
    assert extend(None, tick(TIME + 7, 42, 3), "5") == StoredBar(start, 42, 42, 42, 42, 3)


def test_tick_without_a_trade_carries_the_last_price_into_a_new_bar() -> None:
    before = extend(None, tick(TIME, 42, 3), "1")
    opened = extend(before, tick(TIME + MINUTE_MS, 42, 0), "1")
    assert opened == StoredBar(TIME + MINUTE_MS, 42, 42, 42, 42, 0)


def test_tick_older_than_the_bar_is_refused() -> None:
    bar = extend(None, tick(TIME, 42), "1")
    with pytest.raises(ValueError, match="expected a tick at or after"):
        extend(bar, tick(TIME - 1, 42), "1")
