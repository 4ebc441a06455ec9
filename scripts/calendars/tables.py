"""Writes the session tables of the datafeed and the vectors that its tests compare them with.

Run by `make calendars`, in an environment of its own that has exchange_calendars: the product
itself reads the tables alone.
"""

import json
from collections import defaultdict
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import exchange_calendars

ROOT = Path(__file__).resolve().parents[2]
SESSIONS = ROOT / "backend/src/trading_api/modules/datafeed/sessions"
NAMES = ("XNYS", "XLON")
FIRST, LAST = date(1990, 1, 1), date(2049, 12, 31)
# The tests need not look at every year, and the vectors stay small.
VECTORS = range(2012, 2032)


def main() -> None:
    for name in NAMES:
        calendar = exchange_calendars.get_calendar(
            name, start=FIRST.isoformat(), end=LAST.isoformat()
        )
        _refuse_what_a_table_cannot_say(name, calendar)
        table = SESSIONS / "data" / f"{name}.json"
        table.write_text(json.dumps(_table(calendar), indent=1) + "\n")
        vectors = SESSIONS / "tests/data" / f"{name}.txt"
        vectors.write_text("\n".join(_vectors(calendar)) + "\n")
        print(f"wrote {table.relative_to(ROOT)} and {vectors.relative_to(ROOT)}")


def _refuse_what_a_table_cannot_say(name: str, calendar: Any) -> None:
    local_days = calendar.opens.dt.tz_convert(calendar.tz).dt.date
    if calendar.has_break or any(local_days != calendar.sessions.date):
        raise SystemExit(f"{name}: expected one session a day, opened on its own date")
    if any(day.weekday() > 4 for day in calendar.sessions.date):
        raise SystemExit(f"{name}: expected sessions from Monday to Friday alone")


def _table(calendar: Any) -> dict[str, object]:
    """Return the regular session and what differs from it, by date."""
    hours = {
        day: f"{opened:%H%M}-{closed:%H%M}"
        for day, opened, closed in zip(
            calendar.sessions.date,
            calendar.opens.dt.tz_convert(calendar.tz),
            calendar.closes.dt.tz_convert(calendar.tz),
            strict=True,
        )
    }
    regular = max(set(hours.values()), key=list(hours.values()).count)
    corrections = defaultdict(list)
    for day, session in hours.items():
        if session != regular:
            corrections[session].append(f"{day:%Y%m%d}")
    return {
        "source": f"exchange_calendars {version('exchange_calendars')}, Apache License 2.0",
        "timezone": str(calendar.tz),
        "first_day": f"{FIRST:%Y%m%d}",
        "last_day": f"{LAST:%Y%m%d}",
        "session": regular,
        "holidays": [f"{day:%Y%m%d}" for day in _weekdays() if day not in hours],
        "corrections": dict(sorted(corrections.items())),
    }


def _weekdays() -> list[date]:
    days = (FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
    return [day for day in days if day.weekday() < 5]


def _vectors(calendar: Any) -> list[str]:
    """Return a line a session: its date, and its open and close in UTC."""
    return [
        f"{day:%Y-%m-%d} {opened:%H:%M} {closed:%H:%M}"
        for day, opened, closed in zip(
            calendar.sessions.date, calendar.opens, calendar.closes, strict=True
        )
        if day.year in VECTORS
    ]


if __name__ == "__main__":
    main()
