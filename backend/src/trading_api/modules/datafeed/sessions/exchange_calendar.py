"""The calendar of an exchange, looked up in arrays of the moments at which anything changes."""

from array import array
from bisect import bisect_left, bisect_right
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from .session_table import SessionTable
from .trading_calendar import ALWAYS_OPEN, DAY_MS, Part

_EPOCH = date(1970, 1, 1)


class ExchangeCalendar:
    """One session a trading day, with its date; it may have breaks and begin the evening before.

    A trading day ends at the midnight, of the exchange, after its session, or at the next open
    where that is earlier; the next one begins there: what trades on a Saturday belongs to Monday.
    Before the first and after the last year of the table it is as for `24x7`.
    """

    def __init__(self, name: str, table: SessionTable) -> None:
        self.name = name
        self.timezone: str | None = table.timezone
        self.session = table.session
        self.holidays = ",".join(f"{day:%Y%m%d}" for day in table.holidays)
        self.corrections = ";".join(
            f"{session}:{','.join(f'{day:%Y%m%d}' for day in days)}"
            for session, days in table.corrections.items()
        )
        # A trading day has a name and a first moment; a part has a first moment, the number of its
        # day, and is in session or not. The last border ends the last part.
        self._days, self._day_starts = array("q"), array("q")
        self._borders, self._day_of = array("q"), array("q")
        self._in_session: list[bool] = []
        self._lay_out(table)
        self.version = sha256(self._borders.tobytes()).hexdigest()[:12]

    def part(self, time_ms: int) -> Part:
        """Return the part that a moment is in."""
        at = bisect_right(self._borders, time_ms)
        if not 0 < at < len(self._borders):
            day = ALWAYS_OPEN.part(time_ms)
            first, last = self._borders[0], self._borders[-1]
            if time_ms < first:
                return day._replace(end=min(day.end, first))
            return day._replace(start=max(day.start, last))
        return Part(self._borders[at - 1], self._borders[at], self._in_session[at - 1])

    def trading_day(self, time_ms: int) -> int:
        """Return the trading day that a moment belongs to."""
        at = bisect_right(self._borders, time_ms)
        if not 0 < at < len(self._borders):
            return ALWAYS_OPEN.trading_day(time_ms)
        return self._days[self._day_of[at - 1]]

    def day_start(self, day_ms: int) -> int:
        """Return the first moment of the first trading day of this name or a later one."""
        at = bisect_left(self._days, day_ms)
        if at == len(self._days):
            return max(self._borders[-1], ALWAYS_OPEN.day_start(day_ms))
        start = self._day_starts[at]
        return start if at else min(start, ALWAYS_OPEN.day_start(day_ms))

    def _lay_out(self, table: SessionTable) -> None:
        zone = ZoneInfo(table.timezone)
        midnight = _moment(datetime.combine(table.first_day, time()), zone)
        for number, (day, openings) in enumerate(table.sessions()):
            stretches = [(_moment(one.opens, zone), _moment(one.closes, zone)) for one in openings]
            start = min(midnight, stretches[0][0])
            self._days.append((day - _EPOCH).days * DAY_MS)
            self._day_starts.append(start)
            self._begin(start, number, in_session=False)
            for opens, closes in stretches:
                self._begin(opens, number, in_session=True)
                self._begin(closes, number, in_session=False)
            midnight = _moment(datetime.combine(day + timedelta(days=1), time()), zone)
        self._borders.append(midnight)

    def _begin(self, start: int, day: int, *, in_session: bool) -> None:
        """Begin a part; the one before, should it be empty, is none."""
        if self._borders and self._borders[-1] == start:
            for column in (self._borders, self._day_of, self._in_session):
                column.pop()
        self._borders.append(start)
        self._day_of.append(day)
        self._in_session.append(in_session)


def _moment(clock: datetime, zone: ZoneInfo) -> int:
    return int(clock.replace(tzinfo=zone).timestamp()) * 1000
