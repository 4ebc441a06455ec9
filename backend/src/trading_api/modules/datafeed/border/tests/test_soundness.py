from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.border.soundness import (
    bar_fault,
    instrument_fault,
    sound_bars,
    tick_fault,
)
from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider

NOW = 1_000_000
NAN: Any = float("nan")
TICK = Tick(time=NOW, bid=99, ask=101, last=100, bid_size=5, ask_size=5, last_size=0)
BAR = StoredBar(60_000, 100, 110, 90, 105, 7)
AAPL = SimulatedProvider(seed=1).instruments()[0]


class Mute:
    def __repr__(self) -> str:
        raise RuntimeError("no")


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        (replace(TICK, time=NOW - 1), "time_back"),
        (replace(TICK, time=NOW + 3_600_000), "time_ahead"),
        (replace(TICK, last=NAN), "wrong_type"),
        (replace(TICK, last=True), "wrong_type"),
        (replace(TICK, bid=0), "price"),
        (replace(TICK, bid=-1), "out_of_range"),
        (replace(TICK, last=10**5000), "out_of_range"),
        (replace(TICK, bid_size=-1), "out_of_range"),
        (replace(TICK, bid=102), "crossed"),
        (("MSFT", TICK), "wrong_type"),
        (Mute(), "wrong_type"),
        (None, "wrong_type"),
    ],
)
def test_a_tick_that_cannot_be_is_refused_by_reason(lie: Any, reason: str) -> None:
    fault = tick_fault(lie, TICK, NOW)

    assert fault is not None
    assert (fault.reason, len(fault.detail) < 250) == (reason, True)


def test_a_tick_of_the_same_time_may_follow() -> None:
    assert tick_fault(TICK, TICK, NOW) is tick_fault(TICK, None, NOW) is None


@pytest.mark.parametrize(
    ("lie", "reason"),
    [
        (BAR._replace(high=104), "bar_range"),
        (BAR._replace(low=101), "bar_range"),
        (BAR._replace(low=0), "price"),
        ((*BAR[:4], NAN, 7), "wrong_type"),
        (BAR._replace(volume=2**60), "out_of_range"),
        (BAR[:5], "wrong_type"),
        ("bar", "wrong_type"),
    ],
)
def test_a_bar_that_cannot_be_is_refused_by_reason(lie: Any, reason: str) -> None:
    fault = bar_fault(lie)

    assert fault is not None and fault.reason == reason


@pytest.mark.parametrize(
    "lie",
    [
        {"symbol": "A\nB"},
        {"symbol": 5},
        {"price_scale": 0},
        {"min_move": 0.5},
        {"volume_precision": 300},
        {"resolutions": None},
        {"resolutions": ("1", "7")},
        {"calendar": "MARS"},
        {"live": "yes"},
    ],
)
def test_an_instrument_that_cannot_be_is_refused(lie: dict[str, Any]) -> None:
    assert instrument_fault(AAPL) is None
    assert instrument_fault(replace(AAPL, **lie)) is not None


NUMBERS = st.one_of(st.integers(-1, 4), st.sampled_from([2**53, float("nan"), None]))
PAGES = st.lists(st.one_of(st.tuples(*[NUMBERS] * 6), st.none()), max_size=6)


@given(PAGES, st.integers(0, 5))
def test_of_any_page_only_what_can_be_remains(page: list[Any], before: int) -> None:
    bars, faults = sound_bars(page, before, 6)

    times = [bar[0] for bar in bars]
    assert len(bars) + len(faults) == len(page)
    assert times == sorted(set(times)) and all(time < before for time in times)
    assert all(bar_fault(bar) is None for bar in bars)


def test_a_sound_page_is_taken_as_it_is_up_to_the_count() -> None:
    page = [BAR, BAR._replace(time=120_000), BAR._replace(time=180_000)]

    assert sound_bars(page, 180_001, 2) == (page[1:], [])
    assert sound_bars([], 1, 2) == ([], [])
