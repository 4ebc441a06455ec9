"""The calendars that there are, by name."""

from functools import cache

from .exchange_calendar import ExchangeCalendar
from .session_table import read_table
from .trading_calendar import ALWAYS_OPEN, TradingCalendar

CALENDARS = (ALWAYS_OPEN.name, "XNYS", "XLON", "XTKS", "CME-EXAMPLE")
"""Every name that `calendar_named` takes; exchanges by their MIC, and an example of futures."""


@cache
def calendar_named(name: str) -> TradingCalendar:
    """Return a calendar, the same one each time; the first use of an exchange's reads a file.

    Raises:
        ValueError: there is none of this name.
    """
    if name == ALWAYS_OPEN.name:
        return ALWAYS_OPEN
    if name in CALENDARS:
        return ExchangeCalendar(name, read_table(name))
    raise ValueError(f"expected a calendar of {', '.join(CALENDARS)}, got {name[:40]!r}")
