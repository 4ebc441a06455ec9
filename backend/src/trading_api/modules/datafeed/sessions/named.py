"""The calendars that there are, by name."""

from .trading_calendar import ALWAYS_OPEN, TradingCalendar

CALENDARS = ("24x7",)
"""Every name that `calendar_named` takes; exchanges by their MIC."""


def calendar_named(name: str) -> TradingCalendar:
    """Return a calendar, the same one each time; reads its table when it is first asked for.

    Raises:
        ValueError: there is none of this name.
    """
    if name == ALWAYS_OPEN.name:
        return ALWAYS_OPEN
    raise ValueError(f"expected a calendar of {', '.join(CALENDARS)}, got {name[:40]!r}")
