"""Writes the session tables of the datafeed and the vectors that its tests compare them with.

Run by `make calendars`, in an environment of its own that has exchange_calendars: the product
itself reads the tables alone.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import exchange_calendars
import pandas

ROOT = Path(__file__).resolve().parents[2]
SESSIONS = ROOT / "backend/src/trading_api/modules/datafeed/sessions"
LAST = date(2049, 12, 31)
# The tests need not look at every year, and the vectors stay small.
VECTORS = range(2012, 2032)
SOURCE = f"exchange_calendars {version('exchange_calendars')}, Apache License 2.0"
# What differs from the rule is listed date by date, and sent to charts.
MOST_CORRECTIONS_A_YEAR = 12


class Exchange(NamedTuple):
    """What is written for one exchange, and what exchange_calendars does not say of it."""

    name: str
    calendar: str
    first: date
    regular: str
    earlier: tuple[tuple[str, str], ...] = ()
    """Regular sessions of the past, each after its last date."""
    own_regular: str = ""
    """Hours of our own rule in place of the calendar's regular ones."""
    source: str = SOURCE


EXCHANGES = (
    Exchange("XNYS", "XNYS", date(1990, 1, 1), "0930-1600"),
    Exchange("XLON", "XLON", date(1990, 1, 1), "0800-1630"),
    Exchange(
        "XTKS",
        "XTKS",
        date(1997, 1, 1),
        "0900-1130,1230-1530",
        earlier=(("20241104", "0900-1130,1230-1500"),),
    ),
    Exchange(
        "CME-EXAMPLE",
        "CMES",
        date(1990, 1, 1),
        "1700-1700",
        own_regular="1700-1515,1530-1600",
        source=(
            "An example of futures, no exchange's calendar. Days, opens and early closes of CMES "
            f"in {SOURCE}; where that closes at 17:00, by our own rule a break from 15:15 to 15:30 "
            "and a close at 16:00, as equity futures in Chicago had until June 2021."
        ),
    ),
)


class Session(NamedTuple):
    """A trading day and the stretches of its session, each from open to close, with a zone."""

    day: date
    stretches: list[tuple[pandas.Timestamp, pandas.Timestamp]]

    def spelled(self) -> str:
        return ",".join(f"{opens:%H%M}-{closes:%H%M}" for opens, closes in self.stretches)


def main() -> None:
    for exchange in EXCHANGES:
        calendar = exchange_calendars.get_calendar(
            exchange.calendar, start=exchange.first.isoformat(), end=LAST.isoformat()
        )
        sessions = [_by_own_rule(exchange, one) for one in _sessions(calendar)]
        _refuse_what_a_table_cannot_say(exchange, sessions)
        table = SESSIONS / "data" / f"{exchange.name}.json"
        table.write_text(json.dumps(_table(exchange, calendar, sessions), indent=1) + "\n")
        vectors = SESSIONS / "tests/data" / f"{exchange.name}.txt"
        vectors.write_text("\n".join(_vectors(sessions)) + "\n")
        print(f"wrote {table.relative_to(ROOT)} and {vectors.relative_to(ROOT)}")


def _sessions(calendar: Any) -> Iterator[Session]:
    columns = (calendar.opens, calendar.break_starts, calendar.break_ends, calendar.closes)
    local = (column.dt.tz_convert(calendar.tz) for column in columns)
    for day, opens, pauses, resumes, closes in zip(calendar.sessions.date, *local, strict=True):
        if pandas.isna(pauses):
            yield Session(day, [(opens, closes)])
        else:
            yield Session(day, [(opens, pauses), (resumes, closes)])


def _by_own_rule(exchange: Exchange, session: Session) -> Session:
    if not exchange.own_regular or session.spelled() != exchange.regular:
        return session
    (first, final), *_ = session.stretches

    def at(clock: str) -> pandas.Timestamp:
        return final.replace(hour=int(clock[:2]), minute=int(clock[2:]))

    overnight, *daily = (stretch.split("-") for stretch in exchange.own_regular.split(","))
    rest = [(at(opens), at(closes)) for opens, closes in daily]
    return Session(session.day, [(first, at(overnight[1])), *rest])


def _refuse_what_a_table_cannot_say(exchange: Exchange, sessions: list[Session]) -> None:
    for day, stretches in sessions:
        first, *others = stretches
        evening = first[0].time() >= first[1].time()
        opened = day - timedelta(days=1) if evening else day
        on_its_day = [first[1], *(moment for stretch in others for moment in stretch)]
        if first[0].date() != opened or any(moment.date() != day for moment in on_its_day):
            raise SystemExit(f"{exchange.name}: expected a session of {day} on it, got {stretches}")
        if day.weekday() > 4:
            raise SystemExit(f"{exchange.name}: expected sessions from Monday to Friday alone")


def _table(exchange: Exchange, calendar: Any, sessions: list[Session]) -> dict[str, object]:
    """Return the regular session and what differs from it, by date."""
    regular = exchange.own_regular or exchange.regular
    corrections = defaultdict(list)
    for session in sessions:
        day = f"{session.day:%Y%m%d}"
        rule = next((text for last, text in exchange.earlier if day <= last), regular)
        if session.spelled() != rule:
            corrections[session.spelled()].append(day)
    if sum(map(len, corrections.values())) > MOST_CORRECTIONS_A_YEAR * 60:
        raise SystemExit(f"{exchange.name}: expected {regular} on most days, got {corrections}")
    days = {session.day for session in sessions}
    return {
        "source": exchange.source,
        "timezone": str(calendar.tz),
        "first_day": f"{exchange.first:%Y%m%d}",
        "last_day": f"{LAST:%Y%m%d}",
        "session": regular,
        **({"earlier": dict(exchange.earlier)} if exchange.earlier else {}),
        "holidays": [f"{day:%Y%m%d}" for day in _weekdays(exchange.first) if day not in days],
        "corrections": dict(sorted(corrections.items())),
    }


def _weekdays(first: date) -> list[date]:
    days = (first + timedelta(days=number) for number in range((LAST - first).days + 1))
    return [day for day in days if day.weekday() < 5]


def _vectors(sessions: list[Session]) -> list[str]:
    """Return a line a session: its date, and each open and close in UTC."""
    return [
        " ".join((f"{day:%Y-%m-%d}", *(f"{one.tz_convert('UTC'):%H:%M}" for one in moments)))
        for day, stretches in sessions
        if day.year in VECTORS
        for moments in [[moment for stretch in stretches for moment in stretch]]
    ]


if __name__ == "__main__":
    main()
