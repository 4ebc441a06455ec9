"""Minutes of a share that trades in New York's sessions, drawn at random and written as a file."""

import csv
import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

NEW_YORK = ZoneInfo("America/New_York")
OPEN, CLOSE, EARLY_CLOSE = time(9, 30), time(16), time(13)
MINUTE = timedelta(minutes=1)
# The days of one winter that are no usual ones: None without a session.
UNUSUAL: Mapping[date, time | None] = {
    date(2025, 11, 27): None,
    date(2025, 11, 28): EARLY_CLOSE,
    date(2025, 12, 24): EARLY_CLOSE,
    date(2025, 12, 25): None,
}
# Now and then nobody trades for a minute.
QUIET = 0.01
HEAD = ("time", "open", "high", "low", "close", "volume")


def write_minutes(path: Path, first: date, last: date, seed: int) -> int:
    """Write the minutes from one day up to and including another; return how many they are."""
    rows = list(_rows(first, last, random.Random(seed)))
    with path.open("w", newline="", encoding="ascii") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return len(rows)


def _rows(first: date, last: date, draw: random.Random) -> Iterator[tuple[object, ...]]:
    cents = 10_000
    for moment in _minutes(first, last):
        path = [max(1, cents + draw.randint(-12, 12)) for _ in range(4)]
        cents = path[-1]
        if draw.random() >= QUIET:
            prices = (path[0], max(path), min(path), path[-1])
            texts = [f"{price // 100}.{price % 100:02}" for price in prices]
            yield int(moment.timestamp()), *texts, draw.randint(1, 5_000)


def _minutes(first: date, last: date) -> Iterator[datetime]:
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        close = UNUSUAL.get(day, CLOSE)
        if day.weekday() < 5 and close is not None:
            moment = datetime.combine(day, OPEN, NEW_YORK)
            while moment < datetime.combine(day, close, NEW_YORK):
                yield moment
                moment += MINUTE
