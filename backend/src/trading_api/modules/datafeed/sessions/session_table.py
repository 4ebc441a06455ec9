"""The table of an exchange's sessions: a rule for every week, and the dates that differ."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_DAY = timedelta(days=1)


class Opening(NamedTuple):
    """One stretch of trading without a break, by the clock of the exchange (no zone inside)."""

    opens: datetime
    closes: datetime


@dataclass(frozen=True)
class SessionTable:
    """Sessions from Monday to Friday between two dates, both inclusive.

    A session is written as TradingView does: `0930-1600`, with a break `0900-1130,1230-1530`. A
    stretch that closes at an earlier clock than it opens, `1700-1515`, began the evening before.
    """

    timezone: str
    first_day: date
    last_day: date
    session: str
    """The regular one of today."""
    earlier: tuple[tuple[date, str], ...]
    """The regular ones before, ascending, each with its last date."""
    holidays: tuple[date, ...]
    corrections: dict[str, tuple[date, ...]]
    """The dates of each other session."""

    def sessions(self) -> Iterator[tuple[date, list[Opening]]]:
        """Yield each date that has a session, ascending, and the stretches of it."""
        closed = set(self.holidays)
        other = {day: text for text, days in self.corrections.items() for day in days}
        for number in range((self.last_day - self.first_day).days + 1):
            day = self.first_day + number * _DAY
            if day.weekday() < 5 and day not in closed:
                yield day, _openings(other.get(day) or self._regular(day), day)

    def _regular(self, day: date) -> str:
        return next((text for last, text in self.earlier if day <= last), self.session)


def read_table(name: str) -> SessionTable:
    """Return the table that comes with the package; blocks."""
    content = json.loads((files(__package__) / "data" / f"{name}.json").read_text("utf-8"))
    return SessionTable(
        timezone=content["timezone"],
        first_day=_day(content["first_day"]),
        last_day=_day(content["last_day"]),
        session=content["session"],
        earlier=tuple((_day(last), text) for last, text in content.get("earlier", {}).items()),
        holidays=_days(content["holidays"]),
        corrections={text: _days(days) for text, days in content["corrections"].items()},
    )


def _openings(session: str, day: date) -> list[Opening]:
    return [
        Opening(
            datetime.combine(day if opens < closes else day - _DAY, opens),
            datetime.combine(day, closes),
        )
        for opens, closes in _clocks(session)
    ]


@cache
def _clocks(session: str) -> list[tuple[time, time]]:
    stretches = (stretch.split("-") for stretch in session.split(","))
    return [(_clock(opens), _clock(closes)) for opens, closes in stretches]


def _clock(text: str) -> time:
    return time(int(text[:2]), int(text[2:]))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _days(texts: list[str]) -> tuple[date, ...]:
    return tuple(map(_day, texts))
