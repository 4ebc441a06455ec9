from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.models.market import Bar, GetBarsResponse
from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.catalog import Catalog
from trading_api.modules.datafeed.history import MOST_BARS, BarHistory
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.resolutions import DAY_MS, MINUTE_MS, RESOLUTIONS, bucket_end
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.testing import ManualClock

# 2026-11-23T14:30:12.345Z
NOW = 1_795_444_212_345
TODAY = NOW - NOW % DAY_MS
FAR = 2**53 - 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


class Asked:
    """The history of a simulated market at one moment, asked as REST asks it."""

    def __init__(self, store: BarsStore | None = None, now_ms: int = NOW) -> None:
        self.clock = ManualClock(now_ms)
        self.provider = SimulatedProvider(seed=7, clock=self.clock)
        self.history = BarHistory(Catalog(self.provider, store), self.provider, store)

    def page(
        self, start: int, end: int, count_back: int | None = None, *, of: str = "AAPL 1"
    ) -> GetBarsResponse:
        symbol, resolution = of.split()
        page = self.history.page(symbol, resolution, start=start, end=end, count_back=count_back)
        return GetBarsResponse.model_validate(page, strict=True)

    def times(self, start: int, end: int, count_back: int | None = None) -> list[int]:
        return [bar.time for bar in self.page(start, end, count_back).bars]


def imported(store: BarsStore, folder: Path, symbol: str, days: dict[int, float]) -> None:
    """Import flat daily bars, given by their day (of `TODAY`, counted back) and price."""
    rows = []
    for ago, price in days.items():
        day = datetime.fromtimestamp((TODAY - ago * DAY_MS) / 1000, UTC)
        rows.append(f"{day:%Y-%m-%d},{price},{price},{price},{price},1")
    path = folder / f"{symbol}.csv"
    path.write_text("\n".join(("date,open,high,low,close,volume", *rows)))
    import_file(path, store, symbol=symbol, resolution="1D")


def test_bars_start_at_from_and_end_before_to() -> None:
    start = TODAY + 600 * MINUTE_MS

    assert Asked().times(start, start + 3 * MINUTE_MS) == [
        start,
        start + MINUTE_MS,
        start + 2 * MINUTE_MS,
    ]
    assert Asked().times(start + 1, start + MINUTE_MS + 1) == [start + MINUTE_MS]


def test_D6_count_back_wins_over_from() -> None:
    end = TODAY + 600 * MINUTE_MS

    beyond_from = Asked().times(end - 2 * MINUTE_MS, end, 5)
    within_from = Asked().times(end - 9 * MINUTE_MS, end, 2)

    assert beyond_from == [end - n * MINUTE_MS for n in (5, 4, 3, 2, 1)]
    assert within_from == [end - 2 * MINUTE_MS, end - MINUTE_MS]


def test_count_back_is_short_only_at_the_left_edge() -> None:
    oldest = TODAY - 60 * DAY_MS

    page = Asked().page(0, oldest + 3 * MINUTE_MS, 10)

    assert [bar.time for bar in page.bars] == [oldest + n * MINUTE_MS for n in range(3)]
    assert len(Asked().page(0, NOW, MOST_BARS).bars) == MOST_BARS


def test_equal_times_ask_for_exactly_that_bar() -> None:
    start = TODAY + 600 * MINUTE_MS

    assert Asked().times(start, start) == [start]
    assert Asked().page(start + 1, start + 1).next_time == start


@pytest.mark.parametrize("resolution", RESOLUTIONS)
def test_a_time_in_the_future_yields_no_future_bar(resolution: str) -> None:
    bars = Asked().page(NOW - 40 * DAY_MS, FAR, of=f"AAPL {resolution}").bars
    ahead = Asked().page(NOW + DAY_MS, FAR, of=f"AAPL {resolution}")

    assert bars[-1].time <= NOW < bucket_end(bars[-1].time, resolution)
    assert ahead.no_data and ahead.next_time == bars[-1].time


@pytest.mark.parametrize("count_back", [None, 5])
def test_beyond_the_left_edge_there_is_nothing_and_nothing_older(count_back: int | None) -> None:
    page = Asked().page(0, TODAY - 61 * DAY_MS, count_back)

    assert page == GetBarsResponse(bars=[], no_data=True, next_time=None)


def test_a_hole_names_the_newest_bar_before_it(store: BarsStore, tmp_path: Path) -> None:
    imported(store, tmp_path, "GAP", {400: 10.0, 300: 11.0})

    hole = Asked(store).page(TODAY - 350 * DAY_MS, TODAY - 310 * DAY_MS, of="GAP 1D")

    assert hole == GetBarsResponse(bars=[], no_data=True, next_time=TODAY - 400 * DAY_MS)


@given(
    st.lists(st.integers(TODAY - 3 * DAY_MS, NOW + DAY_MS), min_size=2, max_size=6, unique=True),
    st.sampled_from(RESOLUTIONS),
)
@settings(deadline=None, max_examples=40)
def test_many_short_ranges_are_one_long_range(borders: list[int], resolution: str) -> None:
    asked, of = Asked(), f"BTC/USD {resolution}"
    borders.sort()

    parts = [asked.page(*pair, of=of).bars for pair in pairwise(borders)]

    assert list(chain.from_iterable(parts)) == asked.page(borders[0], borders[-1], of=of).bars


def test_same_request_twice_gives_the_same_bytes() -> None:
    pages = [Asked().page(0, NOW, 500, of="EUR/USD 5").model_dump_json() for _ in range(2)]

    assert pages[0] == pages[1]


def test_later_answers_begin_with_the_earlier_ones() -> None:
    earlier = Asked().page(TODAY, FAR).bars
    later = Asked(now_ms=NOW + 5 * MINUTE_MS).page(TODAY, FAR).bars

    assert later[: len(earlier) - 1] == earlier[:-1]
    assert (later[len(earlier) - 1].time, len(later)) == (earlier[-1].time, len(earlier) + 5)


def test_a_day_opens_and_closes_with_its_minutes() -> None:
    minutes = Asked().page(TODAY, FAR).bars

    (day,) = Asked().page(TODAY, FAR, of="AAPL 1D").bars

    assert (day.open, day.close) == (minutes[0].open, minutes[-1].close)
    assert day.high == max(bar.high for bar in minutes)
    assert day.low == min(bar.low for bar in minutes)
    assert day.volume == sum(bar.volume for bar in minutes)


def test_a_range_of_too_many_bars_is_answered_with_its_newest() -> None:
    page = Asked().page(0, NOW)

    assert len(page.bars) == MOST_BARS
    assert page.bars[-1].time == NOW - NOW % MINUTE_MS


@pytest.mark.parametrize(
    ("of", "code", "named"),
    [
        ("NIX 1", "unknown_symbol", "NIX"),
        ("AAPL 7", "unsupported_resolution", "1D"),
        ("GAP 5", "unsupported_resolution", "1D"),
    ],
)
def test_D4_what_is_not_there_is_refused_by_name(
    store: BarsStore, tmp_path: Path, of: str, code: str, named: str
) -> None:
    imported(store, tmp_path, "GAP", {400: 10.0, 399: 11.0})

    with pytest.raises(Refusal, match=named) as refused:
        Asked(store).page(0, NOW, of=of)

    assert refused.value.code == code


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refusal, match="from_time") as refused:
        Asked().page(NOW, NOW - 1)

    assert refused.value.code == "invalid_payload"


def test_D3_D8_spellings_ask_for_the_same_bars() -> None:
    pages = [Asked().page(0, NOW, 9, of=of) for of in ("AAPL 1D", "NASDAQ:AAPL D", "aapl 1D")]

    assert pages[0] == pages[1] == pages[2]


def daily(store: BarsStore, start: int = TODAY - 800 * DAY_MS) -> list[Bar]:
    return Asked(store).page(start, FAR, of="AAPL 1D").bars


def test_an_import_is_the_past_and_the_feed_goes_on_from_there(
    store: BarsStore, tmp_path: Path
) -> None:
    simulated = {bar.time: bar for bar in Asked().page(0, FAR, of="AAPL 1D").bars}
    imported(store, tmp_path, "AAPL", {750: 1.25, 12: 2.5, 10: 3.5})

    bars = daily(store)

    assert [(bar.time, bar.close) for bar in bars[:3]] == [
        (TODAY - 750 * DAY_MS, 1.25),
        (TODAY - 12 * DAY_MS, 2.5),
        (TODAY - 10 * DAY_MS, 3.5),
    ]
    assert bars[3:] == [simulated[TODAY - ago * DAY_MS] for ago in range(9, -1, -1)]


def test_an_import_up_to_today_leaves_the_live_bar_to_the_feed(
    store: BarsStore, tmp_path: Path
) -> None:
    (live,) = Asked().page(0, FAR, 1, of="AAPL 1D").bars
    imported(store, tmp_path, "AAPL", {2: 1.5, 1: 2.5, 0: 3.5, -9: 4.5})

    bars = daily(store)

    assert [bar.close for bar in bars[:-1]] == [1.5, 2.5]
    assert bars[-1] == live


def test_prices_keep_the_decimals_of_their_source(store: BarsStore, tmp_path: Path) -> None:
    (live,) = Asked().page(0, FAR, 1, of="AAPL 1D").bars
    imported(store, tmp_path, "AAPL", {2: 1.234567, 1: 0.1})

    bars = daily(store)

    assert [bar.close for bar in bars] == [1.234567, 0.1, live.close]


def test_an_import_changes_only_the_resolutions_that_it_has(
    store: BarsStore, tmp_path: Path
) -> None:
    imported(store, tmp_path, "AAPL", {2: 1.5, 1: 2.5})

    assert Asked(store).page(0, FAR, 50) == Asked().page(0, FAR, 50)


def test_an_imported_symbol_is_read_to_its_first_bar_page_by_page(
    store: BarsStore, tmp_path: Path
) -> None:
    imported(store, tmp_path, "OLD", {ago: float(ago) for ago in range(1030, 1000, -1)})
    read: list[float] = []
    end = NOW
    while (page := Asked(store).page(0, end, 7, of="OLD 1D")).bars:
        read[:0] = [bar.close for bar in page.bars]
        end = page.bars[0].time

    assert read == [float(ago) for ago in range(1030, 1000, -1)]
    assert page.next_time is None
