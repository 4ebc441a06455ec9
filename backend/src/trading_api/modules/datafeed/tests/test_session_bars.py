from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.resolutions import (
    MINUTE_MS,
    RESOLUTIONS,
    bucket,
    bucket_start,
    can_fold,
    extend,
    first_moment,
    fold,
    grid_of,
)
from trading_api.modules.datafeed.sessions import CALENDARS, TradingCalendar, calendar_named

calendars = st.sampled_from(CALENDARS).map(calendar_named)
resolutions = st.sampled_from(RESOLUTIONS)


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 1000


def clock(time_ms: int) -> str:
    return f"{datetime.fromtimestamp(time_ms / 1000, UTC):%H:%M}"


# 2026 with both switches, early closes and holidays.
moments = st.integers(moment("2026-01-01"), moment("2027-01-01"))


def minutes(start: str, end: str) -> list[StoredBar]:
    times = range(moment(start), moment(end), MINUTE_MS)
    return [StoredBar(time, 10, 12, 9, 11, 1) for time in times]


def starts(name: str, resolution: str, opens: str, closes: str) -> list[str]:
    bars = fold(minutes(opens, closes), resolution, calendar_named(name))
    return [clock(bar.time) for bar in bars]


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        ("2026-03-06", "14:30", "21:00"),
        ("2026-03-09", "13:30", "20:00"),
        ("2026-10-30", "13:30", "20:00"),
        ("2026-11-02", "14:30", "21:00"),
    ],
)
def test_hours_of_new_york_begin_at_0930_on_both_sides_of_a_switch(
    day: str, opens: str, closes: str
) -> None:
    bars = fold(minutes(f"{day}T{opens}", f"{day}T{closes}"), "60", calendar_named("XNYS"))

    hour = int(opens[:2])
    assert [clock(bar.time) for bar in bars] == [f"{hour + n}:30" for n in range(7)]
    assert [bar.volume for bar in bars] == [60] * 6 + [30]


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        ("2026-03-27", "08:00", "16:30"),
        ("2026-03-30", "07:00", "15:30"),
        ("2026-10-23", "07:00", "15:30"),
        ("2026-10-26", "08:00", "16:30"),
    ],
)
def test_hours_of_london_begin_at_0800_on_both_sides_of_a_switch(
    day: str, opens: str, closes: str
) -> None:
    bars = fold(minutes(f"{day}T{opens}", f"{day}T{closes}"), "240", calendar_named("XLON"))

    hour = int(opens[:2])
    assert [clock(bar.time) for bar in bars] == [f"{hour + n:02}:00" for n in (0, 4, 8)]
    assert [bar.volume for bar in bars] == [240, 240, 30]


@pytest.mark.parametrize("day", ["2026-03-06", "2026-03-09", "2026-10-30", "2026-11-02"])
def test_hours_of_tokyo_begin_anew_after_lunch(day: str) -> None:
    bars = fold(minutes(f"{day}T00:00", f"{day}T06:30"), "60", calendar_named("XTKS"))

    assert [(clock(bar.time), bar.volume) for bar in bars] == [
        ("00:00", 60),
        ("01:00", 60),
        ("02:00", 30),
        ("02:30", 30),
        ("03:00", 30),
        ("03:30", 60),
        ("04:30", 60),
        ("05:30", 60),
    ]


@pytest.mark.parametrize(
    ("opens", "closes", "hour"),
    [
        ("2026-03-05T23:00", "2026-03-06T22:00", 23),
        ("2026-03-08T22:00", "2026-03-09T21:00", 22),
        ("2026-10-29T22:00", "2026-10-30T21:00", 22),
        ("2026-11-01T23:00", "2026-11-02T22:00", 23),
    ],
)
def test_a_session_over_midnight_is_one_day_with_a_break(
    opens: str, closes: str, hour: int
) -> None:
    calendar = calendar_named("CME-EXAMPLE")
    session = minutes(opens, closes)

    (day,) = fold(session, "1D", calendar)
    hours = fold(session, "240", calendar)

    assert (day.time, day.volume) == (moment(closes[:10]), 23 * 60)
    assert [clock(bar.time) for bar in hours[:2]] == [f"{hour}:00", f"{(hour + 4) % 24:02}:00"]
    assert [bar.volume for bar in hours[-3:]] == [135, 15, 30]


@pytest.mark.parametrize("switch", ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"])
def test_around_the_clock_a_switch_is_a_day_like_any_other(switch: str) -> None:
    hours = starts("24x7", "60", f"{switch}T00:00", f"{switch}T23:59")

    assert hours == [f"{hour:02}:00" for hour in range(24)]


@pytest.mark.parametrize("day", ["2026-11-27", "2026-12-24"])
def test_an_early_close_cuts_the_last_bar(day: str) -> None:
    bars = fold(minutes(f"{day}T14:30", f"{day}T18:00"), "60", calendar_named("XNYS"))

    assert [(clock(bar.time), bar.volume) for bar in bars][-2:] == [("16:30", 60), ("17:30", 30)]


def test_bars_before_the_open_and_after_the_close_are_bars_of_their_own() -> None:
    day = "2026-11-24"
    assert starts("XNYS", "60", f"{day}T13:10", f"{day}T15:00") == ["13:00", "14:00", "14:30"]
    assert starts("XNYS", "60", f"{day}T20:10", f"{day}T22:10") == [
        "19:30",
        "20:30",
        "21:00",
        "22:00",
    ]


@pytest.mark.parametrize(
    ("resolution", "time"),
    [("1D", "2026-03-09"), ("1W", "2026-03-09"), ("1M", "2026-03-01")],
)
def test_a_day_a_week_and_a_month_are_named_by_their_date(resolution: str, time: str) -> None:
    calendar = calendar_named("XNYS")

    assert bucket_start(moment("2026-03-09T13:30"), resolution, calendar) == moment(time)
    assert bucket_start(moment("2026-03-10T03:59"), resolution, calendar) == moment(time)


@pytest.mark.parametrize("calendar", CALENDARS)
@pytest.mark.parametrize(
    ("time", "week", "month"),
    [
        ("2026-02-27T06:00", "2026-02-23", "2026-02-01"),
        ("2026-03-02T06:00", "2026-03-02", "2026-03-01"),
        ("2026-12-30T06:00", "2026-12-28", "2026-12-01"),
        ("2024-02-29T06:00", "2024-02-26", "2024-02-01"),
    ],
)
def test_weeks_begin_on_monday_and_months_on_their_first(
    calendar: str, time: str, week: str, month: str
) -> None:
    named = calendar_named(calendar)
    assert bucket_start(moment(time), "1W", named) == moment(week)
    assert bucket_start(moment(time), "1M", named) == moment(month)


@given(moments, resolutions, calendars)
def test_a_bucket_holds_its_moments_and_the_next_one_follows(
    time: int, resolution: str, calendar: TradingCalendar
) -> None:
    covered = bucket(time, resolution, calendar)

    assert covered.start <= time < covered.end
    assert bucket(covered.start, resolution, calendar) == covered
    assert bucket(covered.end - 1, resolution, calendar) == covered
    assert bucket(covered.end, resolution, calendar).time > covered.time


@given(moments, resolutions, calendars)
def test_the_first_moment_divides_earlier_bars_from_the_others(
    time: int, resolution: str, calendar: TradingCalendar
) -> None:
    first = first_moment(time, resolution, calendar)

    assert bucket(first, resolution, calendar).time >= time
    assert bucket(first - 1, resolution, calendar).time < time


@given(st.lists(moments, min_size=1, max_size=99, unique=True), resolutions, resolutions, calendars)
def test_whatever_is_folded_loses_nothing(
    times: list[int], base: str, resolution: str, calendar: TradingCalendar
) -> None:
    bars = [StoredBar(time, 10, 12, 9, 11, 1) for time in sorted(times)]
    finer = fold(bars, base, calendar)

    if can_fold(base, resolution):
        coarser = fold(finer, resolution, grid_of(base, calendar))
        assert coarser == fold(bars, resolution, calendar)
        assert sum(bar.volume for bar in coarser) == len(times)
        assert all(one.time < other.time for one, other in pairwise(coarser))


@given(st.lists(moments, min_size=1, max_size=99, unique=True), resolutions, calendars)
def test_ticks_make_the_bars_that_their_minutes_fold_to(
    times: list[int], resolution: str, calendar: TradingCalendar
) -> None:
    bars: dict[int, StoredBar] = {}
    bar = None
    for time in sorted(times):
        bar = extend(bar, Tick(time, 9, 11, 10, 1, 1, 3), resolution, calendar)
        bars[bar.time] = bar

    single = [StoredBar(time, 10, 10, 10, 10, 3) for time in sorted(times)]
    assert list(bars.values()) == fold(single, resolution, calendar)


def test_no_question_is_too_late_for_a_date() -> None:
    for resolution in RESOLUTIONS:
        assert first_moment(2**53, resolution) > moment("9999-01-01")
