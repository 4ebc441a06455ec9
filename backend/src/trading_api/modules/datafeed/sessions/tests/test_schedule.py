from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.sessions import (
    CALENDARS,
    DAY_MS,
    calendar_named,
    session_end,
    stretch,
)


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 1000


of_calendars = pytest.mark.parametrize("name", CALENDARS)
moments = st.integers(moment("2024-01-01"), moment("2027-01-01"))


@pytest.mark.parametrize(
    ("name", "time", "start", "end", "is_open"),
    [
        ("XNYS", "2026-11-20T15:00", "2026-11-20T14:30", "2026-11-20T21:00", True),
        ("XNYS", "2026-11-21T12:00", "2026-11-20T21:00", "2026-11-23T14:30", False),
        ("XTKS", "2026-11-24T03:00", "2026-11-24T02:30", "2026-11-24T03:30", False),
        ("XTKS", "2026-12-31T03:00", "2026-12-30T06:30", "2027-01-04T00:00", False),
        ("CME-EXAMPLE", "2026-11-21T12:00", "2026-11-20T22:00", "2026-11-22T23:00", False),
        ("CME-EXAMPLE", "2026-11-24T00:00", "2026-11-23T23:00", "2026-11-24T21:15", True),
    ],
)
def test_a_stretch_reaches_over_the_borders_of_days(
    name: str, time: str, start: str, end: str, is_open: bool
) -> None:
    found = stretch(calendar_named(name), moment(time))

    assert found == (moment(start), moment(end), is_open)


def test_around_the_clock_nothing_ends() -> None:
    found = stretch(calendar_named("24x7"), moment("2026-11-21T12:00"))

    assert (found.end, found.is_open) == (None, True)
    assert found.start < moment("2026-11-14")


@of_calendars
@given(time=moments)
def test_a_session_ends_at_its_last_close(name: str, time: int) -> None:
    calendar = calendar_named(name)

    end = session_end(calendar, time)

    assert time < end
    assert calendar.part(end - 1).in_session
    assert session_end(calendar, end - 1) == end
    assert calendar.trading_day(end) > calendar.trading_day(end - 1) or not any(
        calendar.part(later).in_session
        for later in range(end, calendar.day_start(calendar.trading_day(end) + DAY_MS), 60_000)
    )
