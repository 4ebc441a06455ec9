"""The calendar of an exchange, looked up in arrays of the moments at which anything changes."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from .session_table import SessionTable
from .trading_calendar import ALWAYS_OPEN, DAY_MS, Part

_EPOCH = date(1970, 1, 1)


class ExchangeCalendar:
    """One session a trading day, with its date.

    A trading day lasts from the midnight, of the exchange, after the session before to the
    midnight after its own: what trades on a Saturday belongs to Monday. Before the first and after
    the last year of the table it is as for `24x7`.
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
        self._days = array("q", (_name_of(day) for day, _ in table.sessions()))
        # Three moments a trading day: where it starts, opens and closes; the last is its end.
        self._borders = array("q", _borders(table))
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
        return Part(self._borders[at - 1], self._borders[at], at % 3 == 2)

    def trading_day(self, time_ms: int) -> int:
        """Return the trading day that a moment belongs to."""
        at = bisect_right(self._borders, time_ms)
        if not 0 < at < len(self._borders):
            return ALWAYS_OPEN.trading_day(time_ms)
        return self._days[(at - 1) // 3]

    def day_start(self, day_ms: int) -> int:
        """Return the first moment of the first trading day of this name or a later one."""
        at = bisect_left(self._days, day_ms)
        if at == len(self._days):
            return max(self._borders[-1], ALWAYS_OPEN.day_start(day_ms))
        start = self._borders[3 * at]
        return start if at else min(start, ALWAYS_OPEN.day_start(day_ms))


def _borders(table: SessionTable) -> Iterable[int]:
    zone = ZoneInfo(table.timezone)
    yield _moment(table.first_day, time(), zone)
    for day, (opens, closes) in table.sessions():
        yield _moment(day, opens, zone)
        yield _moment(day, closes, zone)
        yield _moment(day + timedelta(days=1), time(), zone)


def _moment(day: date, clock: time, zone: ZoneInfo) -> int:
    return int(datetime.combine(day, clock, zone).timestamp()) * 1000


def _name_of(day: date) -> int:
    return (day - _EPOCH).days * DAY_MS
