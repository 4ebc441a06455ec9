from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.providers.simulated_sessions.instruments import (
    SESSION_CHARACTERS,
)
from trading_api.modules.datafeed.providers.simulated_sessions.series import SessionSeries
from trading_api.modules.datafeed.resolutions import (
    MINUTE_MS,
    RESOLUTIONS,
    bucket,
    extend,
    fold,
    grid_of,
)
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.shared.ws.testing import ManualClock


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


# In the session of both: a Tuesday, 06:00 UTC, and the afternoon of a Monday in New York.
NOW = moment("2026-11-24T15:00:12.345")
FAR = 2**53
SERIES = {one.instrument.symbol: SessionSeries(7, one) for one in SESSION_CHARACTERS}
CALENDARS = {symbol: calendar_named(one.instrument.calendar) for symbol, one in SERIES.items()}

symbols = st.sampled_from(sorted(SERIES))
# Both switches of New York are in these days, nights and weekends too.
times = st.integers(NOW - 59 * 86_400_000, NOW)


def ticks_of(symbol: str, after: int, until: int) -> list[Tick]:
    ticks = []
    while (tick := SERIES[symbol].tick_after(after)).time <= until:
        ticks.append(tick)
        after = tick.time
    return ticks


@given(symbols, times)
@settings(deadline=None, max_examples=60)
def test_no_tick_is_outside_of_a_session(symbol: str, time: int) -> None:
    calendar, series = CALENDARS[symbol], SERIES[symbol]

    before, after = series.last_tick(as_of=time), series.tick_after(time)

    assert before.time <= time < after.time
    assert calendar.part(before.time).in_session and calendar.part(after.time).in_session
    assert series.tick_after(before.time) == after
    if not calendar.part(time).in_session:
        assert series.opens(after.time) and not series.opens(before.time)


@given(symbols, times, st.sampled_from(["1", "5", "15"]))
@settings(deadline=None, max_examples=40)
def test_the_newest_bar_is_the_fold_of_its_ticks(symbol: str, now: int, resolution: str) -> None:
    calendar, series = CALENDARS[symbol], SERIES[symbol]
    newest = bucket(series.last_tick(as_of=now).time, resolution, calendar)

    bar: StoredBar | None = None
    for tick in ticks_of(symbol, newest.start - 1, min(now, newest.end - 1)):
        bar = extend(bar, tick, resolution, calendar)

    assert bar == series.forming(resolution, as_of=now)
    assert [bar] == series.history(resolution, FAR, 1, as_of=now)


@pytest.mark.parametrize("symbol", sorted(SERIES))
@pytest.mark.parametrize("now", [NOW, moment("2026-11-22T12:00"), moment("2026-11-24T03:00")])
def test_minutes_fold_to_every_resolution(symbol: str, now: int) -> None:
    calendar, series = CALENDARS[symbol], SERIES[symbol]
    minutes = series.history("1", FAR, 10_000, as_of=now)

    for resolution in RESOLUTIONS[:-2]:
        folded = fold(minutes, resolution, calendar)[1:]
        assert series.history(resolution, FAR, len(folded), as_of=now) == folded
    days = series.history("1D", FAR, 9_999, as_of=now)
    for resolution in RESOLUTIONS[-2:]:
        longer = series.history(resolution, FAR, 9, as_of=now)
        assert longer == fold(days, resolution, grid_of("1D", calendar))[-9:]


@pytest.mark.parametrize(
    ("symbol", "day", "minutes"),
    [
        ("KO", "2026-10-30", range(13 * 60 + 30, 20 * 60)),
        ("KO", "2026-11-02", range(14 * 60 + 30, 21 * 60)),
        ("7203", "2026-11-02", (*range(150), *range(210, 390))),
    ],
)
def test_a_day_has_the_minutes_of_its_session(symbol: str, day: str, minutes: range) -> None:
    following = moment(day) + 1440 * MINUTE_MS

    bars = SERIES[symbol].history("1", following, len(minutes), as_of=NOW)

    assert [(bar.time - moment(day)) // MINUTE_MS for bar in bars] == list(minutes)


@pytest.mark.parametrize(
    ("symbol", "closed"),
    [("KO", "2026-11-26"), ("KO", "2026-11-21"), ("7203", "2026-11-23"), ("7203", "2026-11-22")],
)
def test_a_day_without_a_session_has_no_bar(symbol: str, closed: str) -> None:
    now = moment("2026-11-28")

    bars = SERIES[symbol].history("1D", FAR, 20, as_of=now)

    assert moment(closed) not in [bar.time for bar in bars]
    assert bars[-1].time == moment("2026-11-27")


@given(symbols, st.sampled_from(RESOLUTIONS), st.lists(st.integers(1, 90), min_size=2, max_size=5))
@settings(deadline=None, max_examples=30)
def test_paging_back_visits_every_bar_once(symbol: str, resolution: str, counts: list[int]) -> None:
    series, paged, before = SERIES[symbol], list[StoredBar](), FAR
    for count in counts:
        paged[:0] = series.history(resolution, before, count, as_of=NOW)
        before = paged[0].time

    assert paged == series.history(resolution, FAR, sum(counts), as_of=NOW)


def test_what_is_asked_while_closed_is_as_of_the_close() -> None:
    provider = SimulatedProvider(seed=7, clock=ManualClock(moment("2026-11-28T12:00")))

    tick = provider.last_tick("KO")

    assert tick is not None and moment("2026-11-27T17:59") < tick.time < moment("2026-11-27T18:00")
    assert provider.tick_until("KO", provider.now_ms()) == tick
    opening = provider.tick_after("KO", tick.time)
    assert opening is not None and opening.time == moment("2026-11-30T14:30")
    assert provider.opens("KO", opening.time) and not provider.opens("KO", tick.time)
    assert not provider.opens("AAPL", moment("2026-11-30"))


def test_while_closed_nothing_is_printed_and_the_book_stands() -> None:
    series = SERIES["7203"]
    lunch = moment("2026-11-24T03:00")

    assert series.prints(lunch // MINUTE_MS) == []
    assert series.book(as_of=lunch) == series.book(as_of=moment("2026-11-24T02:30") - 1)
