from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.sessions import ALWAYS_OPEN, DAY_MS, calendar_named

EXCHANGES = ("XNYS", "XLON", "XTKS", "CME-EXAMPLE")


class Session(NamedTuple):
    """One session as exchange_calendars has it: the tables come from there, these as well."""

    day: int
    stretches: list[tuple[int, int]]

    @property
    def opens(self) -> int:
        return self.stretches[0][0]

    @property
    def closes(self) -> int:
        return self.stretches[-1][1]


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 1000


def vectors(name: str) -> Iterator[Session]:
    lines = (Path(__file__).parent / "data" / f"{name}.txt").read_text().splitlines()
    for line in lines:
        day, *clocks = line.split()
        times = [moment(f"{day}T{clock}") for clock in clocks]
        first = times[0] - DAY_MS if times[0] > times[1] else times[0]
        yield Session(moment(day), list(batched_pairs([first, *times[1:]])))


def batched_pairs(times: list[int]) -> Iterator[tuple[int, int]]:
    return zip(times[::2], times[1::2], strict=True)


SESSIONS = {name: list(vectors(name)) for name in EXCHANGES}
of_exchanges = pytest.mark.parametrize("name", EXCHANGES)


@of_exchanges
def test_every_session_of_twenty_years_opens_and_closes_on_time(name: str) -> None:
    calendar = calendar_named(name)

    for day, stretches in SESSIONS[name]:
        for opens, closes in stretches:
            assert calendar.part(opens) == calendar.part(closes - 1) == (opens, closes, True)
            assert calendar.trading_day(opens) == calendar.trading_day(closes - 1) == day


@of_exchanges
def test_nothing_else_is_a_session(name: str) -> None:
    calendar = calendar_named(name)

    for one, following in pairwise(SESSIONS[name]):
        border = calendar.day_start(following.day)
        assert calendar.part(one.closes) == (one.closes, border, False)
        if border < following.opens:
            assert calendar.part(border) == (border, following.opens, False)
        for (_, closes), (opens, _) in pairwise(one.stretches):
            assert calendar.part(closes) == (closes, opens, False)
            assert calendar.trading_day(closes) == one.day


@of_exchanges
@given(data=st.data())
def test_parts_follow_each_other_without_a_gap(name: str, data: st.DataObject) -> None:
    calendar = calendar_named(name)
    time = data.draw(st.integers(moment("1989-12-01"), moment("2050-02-01")))

    part = calendar.part(time)

    assert part.start <= time < part.end
    assert calendar.part(part.end).start == part.end
    assert calendar.part(part.start - 1).end == part.start


@of_exchanges
@given(data=st.data())
def test_a_trading_day_goes_from_its_start_to_that_of_the_next(
    name: str, data: st.DataObject
) -> None:
    calendar = calendar_named(name)
    time = data.draw(st.integers(moment("1989-12-01"), moment("2050-02-01")))

    day = calendar.trading_day(time)

    assert calendar.day_start(day) <= time < calendar.day_start(day + DAY_MS)
    assert calendar.trading_day(calendar.day_start(day)) == day
    assert calendar.trading_day(calendar.day_start(day) - 1) < day


@pytest.mark.parametrize(
    ("name", "clock", "day"),
    [
        # The days before and after each switch of 2026.
        ("XNYS", "2026-03-06 14:30", "2026-03-06"),
        ("XNYS", "2026-03-09 13:30", "2026-03-09"),
        ("XNYS", "2026-10-30 13:30", "2026-10-30"),
        ("XNYS", "2026-11-02 14:30", "2026-11-02"),
        ("XLON", "2026-03-27 08:00", "2026-03-27"),
        ("XLON", "2026-03-30 07:00", "2026-03-30"),
        ("XLON", "2026-10-23 07:00", "2026-10-23"),
        ("XLON", "2026-10-26 08:00", "2026-10-26"),
        # Japan has no summer time: the same clock on the days on which the others switch.
        ("XTKS", "2026-03-06 00:00", "2026-03-06"),
        ("XTKS", "2026-03-09 03:30", "2026-03-09"),
        ("XTKS", "2026-10-30 00:00", "2026-10-30"),
        ("XTKS", "2026-11-02 03:30", "2026-11-02"),
        # 17:00 in Chicago on the evening before, and 15:30 after the break, on both sides.
        ("CME-EXAMPLE", "2026-03-05 23:00", "2026-03-06"),
        ("CME-EXAMPLE", "2026-03-06 21:30", "2026-03-06"),
        ("CME-EXAMPLE", "2026-03-08 22:00", "2026-03-09"),
        ("CME-EXAMPLE", "2026-03-09 20:30", "2026-03-09"),
        ("CME-EXAMPLE", "2026-10-29 22:00", "2026-10-30"),
        ("CME-EXAMPLE", "2026-11-01 23:00", "2026-11-02"),
        ("CME-EXAMPLE", "2026-11-02 21:30", "2026-11-02"),
    ],
)
def test_opens_follow_the_local_clock(name: str, clock: str, day: str) -> None:
    opens = moment(clock)

    part = calendar_named(name).part(opens)

    assert (part.start, part.in_session) == (opens, True)
    assert calendar_named(name).trading_day(opens) == moment(day)


@pytest.mark.parametrize(
    ("name", "opens", "closes"),
    [
        ("XNYS", "2026-11-27 14:30", "2026-11-27 18:00"),
        ("XNYS", "2026-12-24 14:30", "2026-12-24 18:00"),
        ("XLON", "2026-12-24 08:00", "2026-12-24 12:30"),
        ("XLON", "2026-12-31 08:00", "2026-12-31 12:30"),
        ("CME-EXAMPLE", "2026-11-25 23:00", "2026-11-26 18:00"),
        ("CME-EXAMPLE", "2026-12-23 23:00", "2026-12-24 18:00"),
    ],
)
def test_early_closes(name: str, opens: str, closes: str) -> None:
    assert calendar_named(name).part(moment(opens)) == (moment(opens), moment(closes), True)


@pytest.mark.parametrize(
    ("name", "clock", "day"),
    [
        ("XNYS", "2026-11-25 21:30", "2026-11-25"),  # after the close
        ("XNYS", "2026-11-26 04:59", "2026-11-25"),  # before midnight in New York
        ("XNYS", "2026-11-26 18:00", "2026-11-27"),  # Thanksgiving
        ("XNYS", "2026-11-28 12:00", "2026-11-30"),  # a Saturday
        ("XNYS", "2026-11-30 13:00", "2026-11-30"),  # before the open
        ("XTKS", "2026-11-24 03:00", "2026-11-24"),  # at lunch
        ("XTKS", "2026-11-20 15:00", "2026-11-24"),  # midnight before a weekend and a holiday
        ("CME-EXAMPLE", "2026-11-24 22:30", "2026-11-24"),  # between the close and the next open
        ("CME-EXAMPLE", "2026-11-24 21:20", "2026-11-24"),  # in the break
        ("CME-EXAMPLE", "2026-11-20 23:00", "2026-11-20"),  # Friday evening, nothing opens
        ("CME-EXAMPLE", "2026-11-22 12:00", "2026-11-23"),  # Sunday morning
    ],
)
def test_what_trades_without_a_session_belongs_to_the_day_or_to_the_next_one(
    name: str, clock: str, day: str
) -> None:
    assert calendar_named(name).trading_day(moment(clock)) == moment(day)


def test_a_session_of_the_past_keeps_its_hours() -> None:
    calendar = calendar_named("XTKS")

    assert calendar.part(moment("2024-11-01 05:00")).end == moment("2024-11-01 06:00")
    assert calendar.part(moment("2024-11-05 05:00")).end == moment("2024-11-05 06:30")


@pytest.mark.parametrize("year", [1970, 1989, 2050, 9999])
def test_beyond_its_table_a_calendar_never_closes(year: int) -> None:
    time = moment(f"{year}-06-15T12:00")
    for name in EXCHANGES:
        assert calendar_named(name).part(time) == ALWAYS_OPEN.part(time)
        assert calendar_named(name).trading_day(time) == ALWAYS_OPEN.trading_day(time)


def test_sessions_are_spelled_as_tradingview_does() -> None:
    calendar = calendar_named("XNYS")

    assert (calendar.session, calendar.timezone) == ("0930-1600", "America/New_York")
    assert "20261126" in calendar.holidays.split(",")
    early = dict(part.split(":") for part in calendar.corrections.split(";"))["0930-1300"]
    assert {"20261127", "20261224"} <= set(early.split(","))
    assert calendar_named("XTKS").session == "0900-1130,1230-1530"
    assert calendar_named("CME-EXAMPLE").session == "1700-1515,1530-1600"


@of_exchanges
def test_what_the_spelling_says_is_what_the_calendar_does(name: str) -> None:
    calendar = calendar_named(name)
    closed = set(calendar.holidays.split(","))
    days = {session.day for session in SESSIONS[name]}

    for day in range(min(days), max(days), DAY_MS):
        named = date.fromtimestamp(day / 1000)
        assert (day in days) == (named.weekday() < 5 and f"{named:%Y%m%d}" not in closed)


def test_an_unknown_calendar_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="24x7, XNYS, XLON, XTKS, CME-EXAMPLE, got 'XPAR'"):
        calendar_named("XPAR")
