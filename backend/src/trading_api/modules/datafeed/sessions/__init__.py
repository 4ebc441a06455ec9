"""When instruments trade: sessions and trading days of each calendar."""

from .named import CALENDARS, calendar_named
from .schedule import Stretch, session_end, stretch
from .trading_calendar import ALWAYS_OPEN, DAY_MS, Part, TradingCalendar

__all__ = [
    "ALWAYS_OPEN",
    "CALENDARS",
    "DAY_MS",
    "Part",
    "Stretch",
    "TradingCalendar",
    "calendar_named",
    "session_end",
    "stretch",
]
