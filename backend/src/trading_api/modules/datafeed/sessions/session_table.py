"""The table of an exchange's sessions: a rule for every week, and the dates that differ."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from importlib.resources import files

Hours = tuple[time, time]
"""When a session opens and when it closes, in the exchange's zone."""


@dataclass(frozen=True)
class SessionTable:
    """Sessions from Monday to Friday between two dates, both inclusive."""

    timezone: str
    first_day: date
    last_day: date
    session: str
    """The regular one, written `0930-1600`."""
    holidays: tuple[date, ...]
    corrections: dict[str, tuple[date, ...]]
    """The dates of each other session, which is written like the regular one."""

    def sessions(self) -> Iterator[tuple[date, Hours]]:
        """Yield each date that has a session, ascending, and its hours."""
        closed, regular = set(self.holidays), _hours(self.session)
        other = {day: _hours(text) for text, days in self.corrections.items() for day in days}
        for number in range((self.last_day - self.first_day).days + 1):
            day = self.first_day + timedelta(days=number)
            if day.weekday() < 5 and day not in closed:
                yield day, other.get(day, regular)


def read_table(name: str) -> SessionTable:
    """Return the table that comes with the package; blocks."""
    content = json.loads((files(__package__) / "data" / f"{name}.json").read_text("utf-8"))
    return SessionTable(
        timezone=content["timezone"],
        first_day=_day(content["first_day"]),
        last_day=_day(content["last_day"]),
        session=content["session"],
        holidays=_days(content["holidays"]),
        corrections={text: _days(days) for text, days in content["corrections"].items()},
    )


def _hours(text: str) -> Hours:
    opens, closes = (time(int(clock[:2]), int(clock[2:])) for clock in text.split("-"))
    return opens, closes


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _days(texts: list[str]) -> tuple[date, ...]:
    return tuple(map(_day, texts))
