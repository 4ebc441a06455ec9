"""What follows from a calendar: until when it stays open or closed, and when a session ends."""

from typing import NamedTuple

from .trading_calendar import Part, TradingCalendar

# No exchange of a table is closed over more parts than this; one that never closes is asked no
# further.
_MOST_PARTS = 16


class Stretch(NamedTuple):
    """The time, in Unix ms, through which a calendar stays open, or closed.

    `start` of a calendar that never closes is no more than some days ago; its `end` is None.
    """

    start: int
    end: int | None
    is_open: bool


def stretch(calendar: TradingCalendar, time_ms: int) -> Stretch:
    """Return the stretch that holds a moment, across the borders of trading days."""
    part = first = last = calendar.part(time_ms)
    for _ in range(_MOST_PARTS):
        before = calendar.part(first.start - 1)
        if before.in_session != part.in_session:
            break
        first = before
    for _ in range(_MOST_PARTS):
        after = calendar.part(last.end)
        if after.in_session != part.in_session:
            return Stretch(first.start, last.end, part.in_session)
        last = after
    return Stretch(first.start, None, part.in_session)


def session_end(calendar: TradingCalendar, time_ms: int) -> int:
    """Return the end of the session that holds a moment, its breaks included, or of the next."""
    part = calendar.part(time_ms)
    day = calendar.trading_day(time_ms)
    closed: Part | None = None
    while closed is None or calendar.trading_day(part.start) == day:
        if part.in_session:
            closed, day = part, calendar.trading_day(part.start)
        part = calendar.part(part.end)
    return closed.end
