from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.freshness.tick_gaps import (
    BURST_MS,
    CEILING_MS,
    FACTOR,
    FLOOR_MS,
    LEAST_GAPS,
    MOST_GAPS,
    UNLEARNED_MS,
    TickGaps,
)

gaps_ms = st.integers(BURST_MS, 2_000_000)


def learned_from(gaps: list[int]) -> TickGaps:
    learned, at = TickGaps(), 0
    learned.tick(at)
    for gap in gaps:
        at += gap
        learned.tick(at)
    return learned


@given(st.lists(gaps_ms, max_size=LEAST_GAPS - 1))
def test_few_gaps_say_nothing(gaps: list[int]) -> None:
    learned = learned_from(gaps)

    assert (learned.learned, learned.bound_ms) == (False, UNLEARNED_MS)


@given(st.lists(gaps_ms, min_size=LEAST_GAPS, max_size=3 * MOST_GAPS))
def test_the_bound_is_of_the_newest_gaps(gaps: list[int]) -> None:
    newest = sorted(gaps[-MOST_GAPS:])
    usual = newest[(len(newest) - 1) * 95 // 100]

    bound = learned_from(gaps).bound_ms

    assert bound == min(max(FACTOR * usual, FLOOR_MS), CEILING_MS)
    assert bound >= min(CEILING_MS, usual)


@given(gaps_ms, st.lists(gaps_ms, max_size=6))
def test_some_outages_change_nothing(usual: int, outages: list[int]) -> None:
    gaps = [usual] * (MOST_GAPS - len(outages)) + outages

    assert learned_from(gaps).bound_ms == learned_from([usual] * MOST_GAPS).bound_ms


@given(gaps_ms, gaps_ms)
def test_a_new_rate_is_followed(before: int, since: int) -> None:
    learned = learned_from([before] * 500 + [since] * MOST_GAPS)

    assert learned.bound_ms == learned_from([since] * MOST_GAPS).bound_ms


@given(st.integers(BURST_MS, 600_000), st.integers(2, 50))
def test_of_bursts_the_silence_between_them_is_learned(silence: int, ticks: int) -> None:
    learned, at = TickGaps(), 0
    for _ in range(LEAST_GAPS + 1):
        for _ in range(ticks):
            learned.tick(at)
            at += 10
        at += silence

    assert learned.learned and learned.bound_ms >= min(FACTOR * silence, CEILING_MS)


def test_a_pause_is_no_gap() -> None:
    learned = learned_from([5_000] * 40)

    learned.pause()
    learned.tick(10**9)
    learned.tick(10**9 + 5_000)

    assert learned.bound_ms == FACTOR * 5_000
