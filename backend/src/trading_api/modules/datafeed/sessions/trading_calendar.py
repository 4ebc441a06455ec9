"""What a calendar of trading says about a moment, and the calendar that never closes."""

from typing import NamedTuple, Protocol

DAY_MS = 24 * 60 * 60_000


class Part(NamedTuple):
    """An undivided stretch of time, from `start` up to but not including `end`, in Unix ms.

    In session it is a session or, where that has breaks, one of its stretches. Otherwise it is a
    break, or what lies between a session and the border of its trading day.
    """

    start: int
    end: int
    in_session: bool


class TradingCalendar(Protocol):
    """Divides all of time into trading days, and each of these into parts.

    A moment is Unix ms, UTC. A trading day is named by 00:00 UTC of its date, in Unix ms; that
    name is no moment of the day itself. Nothing here blocks, but for the first use of a table.
    """

    name: str
    version: str
    """Changes when the answers do, so that what was folded by them can be folded anew."""
    timezone: str | None
    """IANA name of the zone of the sessions; None where the instrument's counts."""
    session: str
    """Today's regular session as TradingView writes it: `24x7` or `0900-1130,1230-1530`."""
    holidays: str
    """Dates without a session, `20261126,20261225`."""
    corrections: str
    """Sessions that differ, `0930-1300:20261127,20261224`; several are joined by `;`."""

    def part(self, time_ms: int) -> Part:
        """Return the part that a moment is in."""
        ...

    def trading_day(self, time_ms: int) -> int:
        """Return the trading day that a moment belongs to; never an earlier one later on."""
        ...

    def day_start(self, day_ms: int) -> int:
        """Return the first moment of the first trading day of this name or a later one."""
        ...


class AlwaysOpen:
    """`24x7`: each UTC day is a trading day and one session."""

    name = "24x7"
    version = "1"
    timezone: str | None = None
    session = "24x7"
    holidays = ""
    corrections = ""

    def part(self, time_ms: int) -> Part:
        day = self.trading_day(time_ms)
        return Part(day, day + DAY_MS, True)

    def trading_day(self, time_ms: int) -> int:
        return time_ms - time_ms % DAY_MS

    def day_start(self, day_ms: int) -> int:
        return -(-day_ms // DAY_MS) * DAY_MS


ALWAYS_OPEN = AlwaysOpen()
