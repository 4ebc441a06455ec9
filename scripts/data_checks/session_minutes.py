"""Minutes of what trades in sessions, drawn at random and written as a file."""

import csv
import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Hours(NamedTuple):
    """When a weekday trades: from a local time, perhaps of the evening before, to others.

    `unusual` are the closes of days that have another one; None of a day without a session.
    """

    zone: ZoneInfo
    parts: tuple[tuple[time, time], ...]
    is_overnight: bool
    unusual: Mapping[date, time | None]


SHARES = Hours(
    ZoneInfo("America/New_York"),
    ((time(9, 30), time(16)),),
    is_overnight=False,
    unusual={
        date(2025, 11, 27): None,
        date(2025, 11, 28): time(13),
        date(2025, 12, 24): time(13),
        date(2025, 12, 25): None,
    },
)
FUTURES = Hours(
    ZoneInfo("America/Chicago"),
    ((time(17), time(15, 15)), (time(15, 30), time(16))),
    is_overnight=True,
    unusual={},
)
MINUTE = timedelta(minutes=1)
# Now and then nobody trades for a minute.
QUIET = 0.01
HEAD = ("time", "open", "high", "low", "close", "volume")


def write_minutes(path: Path, days: tuple[date, date], hours: Hours, seed: int) -> None:
    """Write the minutes of the days, the last included."""
    rows = _rows(_minutes(*days, hours), random.Random(seed))
    with path.open("w", newline="", encoding="ascii") as file:
        csv.writer(file).writerows([HEAD, *rows])


def _rows(minutes: Iterable[datetime], draw: random.Random) -> Iterator[tuple[object, ...]]:
    cents = 10_000
    for moment in minutes:
        path = [max(1, cents + draw.randint(-12, 12)) for _ in range(4)]
        cents = path[-1]
        if draw.random() >= QUIET:
            prices = (path[0], max(path), min(path), path[-1])
            texts = [f"{price // 100}.{price % 100:02}" for price in prices]
            yield int(moment.timestamp()), *texts, draw.randint(1, 5_000)


def _minutes(first: date, last: date, hours: Hours) -> Iterator[datetime]:
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if day.weekday() < 5 and hours.unusual.get(day, time()) is not None:
            for begin, end in hours.parts:
                evening = timedelta(days=int(hours.is_overnight and begin > end))
                moment = datetime.combine(day - evening, begin, hours.zone)
                close = datetime.combine(day, hours.unusual.get(day) or end, hours.zone)
                while moment < close:
                    yield moment
                    moment += MINUTE
