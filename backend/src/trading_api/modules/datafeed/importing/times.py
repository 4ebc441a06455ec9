"""Reads the time of a row: an epoch, ISO 8601 or one of the usual ways to write a date."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from trading_api.modules.datafeed.importing.refusal import ImportRefused
from trading_api.modules.datafeed.resolutions import DAY_MS

_EPOCH = datetime(1970, 1, 1)
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

# An epoch tells its unit by its size: each limit is the year 5138 in the finer unit.
_EPOCH_UNITS = ((10**11, 1000, 1), (10**14, 1, 1), (10**17, 1, 1000), (10**20, 1, 1_000_000))

# Times repeat in a file of several symbols; a year of minutes of one symbol need not be kept.
_REMEMBERED = 50_000

_NUMERIC_EPOCH = re.compile(r"-?(\d{9,19})(\.\d+)?")
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d{2})(\d{2}))[ T,]*(.*)", re.DOTALL
)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)[ T,]*(.*)")
_CLOCK = re.compile(
    r"(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]?(\d+))?)?\s*([AaPp][Mm])?\s*(.*)", re.DOTALL
)
_ZONE = re.compile(r"(?:UTC|GMT)?\s*([+-]\d{2}:?\d{2})?|Z")
_NAMED_MONTHS = ("%b %d, %Y", "%B %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %Y", "%d %B %Y")

Reader = Callable[[str], datetime]


class TimeReader:
    """Reads one file's times; what names no zone is in the file's."""

    def __init__(self, read: Reader, zone: tzinfo) -> None:
        self.reads_epochs = read is read_epoch
        self._zone = zone
        self._read = read
        self.instant = lru_cache(_REMEMBERED)(self._instant)
        self.day = lru_cache(_REMEMBERED)(self._day)

    def _instant(self, text: str) -> int:
        """Return Unix ms, UTC. Raises ValueError."""
        moment = self._read(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self._zone)
        return (moment - _EPOCH_UTC) // _MILLISECOND

    def _day(self, text: str) -> int:
        """Return 00:00 UTC of the trading day, in Unix ms. Raises ValueError.

        A local time says its day itself; one in UTC, an epoch too, is looked at in the file's zone.
        """
        moment = self._read(text)
        if moment.tzinfo is not None and not moment.utcoffset():
            moment = moment.astimezone(self._zone)
        elapsed = (moment.replace(tzinfo=None) - _EPOCH) // _MILLISECOND
        return elapsed - elapsed % DAY_MS


def time_zone(name: str | None) -> tzinfo:
    """Return the zone of this name, UTC without one.

    Raises:
        ImportRefused: no zone has this name.
    """
    if name is None or name.upper() in ("UTC", "ETC/UTC", "Z"):
        return UTC
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ImportRefused(
            f"expected a time zone such as UTC or America/New_York, got {name[:60]!r}."
        ) from error


def choose_reader(samples: Sequence[str], zone: tzinfo) -> TimeReader:
    """Return the reader of the way in which these samples are written.

    Raises:
        ImportRefused: none fits, or day and month cannot be told apart.
    """
    for read in (read_epoch, read_year_first, _year_last(samples), read_named_month):
        if any(_reads(read, sample) for sample in samples):
            return TimeReader(read, zone)
    raise ImportRefused(
        "expected times as an epoch (s, ms, us or ns), as YYYY-MM-DD HH:MM:SS or as a usual date,"
        f" got {samples[0][:40]!r}."
    )


def join_clock(date: str, clock: str) -> str:
    """Return the text of a date and of a time of day in a column of its own (`930`, `09:30`)."""
    if clock.isdecimal():
        clock = clock.zfill(6 if len(clock) > 4 else 4)
    return f"{date} {clock}"


def read_epoch(text: str) -> datetime:
    match = _NUMERIC_EPOCH.fullmatch(text)
    if match is None or (len(match[1]) == 14 and match[1][:2] in ("19", "20")):
        raise ValueError(f"expected an epoch, got {text[:40]!r}")
    whole, _, fraction = text.partition(".")
    number = int(whole)
    times, divisor = next(unit[1:] for unit in _EPOCH_UNITS if abs(number) < unit[0])
    milliseconds = number * times // divisor
    if fraction and times == 1000:
        milliseconds += int(fraction[:3].ljust(3, "0"))
    return _EPOCH_UTC + timedelta(milliseconds=milliseconds)


def read_year_first(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        match = _YEAR_FIRST.fullmatch(text)
    if match is None:
        raise ValueError(f"expected a date as YYYY-MM-DD, got {text[:40]!r}")
    month, day = match[2] or match[4], match[3] or match[5]
    return _with_clock(datetime(int(match[1]), int(month), int(day)), match[6])


def read_named_month(text: str) -> datetime:
    for form in _NAMED_MONTHS:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    raise ValueError(f"expected a date such as Jan 31, 2024, got {text[:40]!r}")


def _year_last(samples: Sequence[str]) -> Reader:
    """Return the reader of day/month or of month/day, whichever the samples speak for."""
    found = [match for sample in samples if (match := _YEAR_LAST.fullmatch(sample))]
    day_first, month_first = _strain(found, False), _strain(found, True)
    # Points are written between them only where the day comes first.
    if day_first == month_first and day_first[0] < len(found) and "." not in found[0][0][:3]:
        raise ImportRefused(
            "expected dates whose day and month can be told apart, got"
            f" {found[0][0][:40]!r} and the like; write them as YYYY-MM-DD."
        )
    is_month_first = month_first < day_first

    def read(text: str) -> datetime:
        match = _YEAR_LAST.fullmatch(text)
        if match is None:
            raise ValueError(f"expected a date like the others, got {text[:40]!r}")
        return _with_clock(_date_of(match, is_month_first), match[4])

    return read


def _strain(found: Sequence[re.Match[str]], month_first: bool) -> tuple[int, timedelta]:
    """Return how ill a reading fits: the dates that do not exist, and the time that they span.

    Bars are dense: the reading that spreads the same dates over months is the wrong one.
    """
    days = []
    for match in found:
        with suppress(ValueError):
            days.append(_date_of(match, month_first))
    span = max(days) - min(days) if days else timedelta(0)
    return len(found) - len(days), span


def _date_of(match: re.Match[str], month_first: bool) -> datetime:
    first, second, year = (int(match[place]) for place in (1, 2, 3))
    month, day = (first, second) if month_first else (second, first)
    return datetime(year + (2000 if len(match[3]) == 2 else 0), month, day)


def _with_clock(day: datetime, text: str) -> datetime:
    if not text:
        return day
    match = _CLOCK.fullmatch(text)
    zone = _ZONE.fullmatch(match[6]) if match else None
    if match is None or zone is None:
        raise ValueError(f"expected a time of day, got {text[:40]!r}")
    hour, minute, second, fraction, half = match.groups()[:5]
    hours = int(hour) if half is None else int(hour) % 12 + 12 * (half.upper() == "PM")
    moment = day.replace(
        hour=hours,
        minute=int(minute),
        second=int(second or 0),
        microsecond=int((fraction or "0")[:6].ljust(6, "0")),
    )
    if not match[6]:
        return moment
    offset = datetime.strptime(zone[1].replace(":", ""), "%z").tzinfo if zone[1] else UTC
    return moment.replace(tzinfo=offset)


def _reads(read: Reader, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True
