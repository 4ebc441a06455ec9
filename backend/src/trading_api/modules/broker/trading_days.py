"""When the trading day of an instrument began: how long what ended stays in the list of orders."""

from bisect import bisect_left
from typing import NamedTuple

from trading_api.shared.market import Market, TradingHours

DAY_MS = 86_400_000
# Longer than any exchange stays closed.
LONGEST_MS = 14 * DAY_MS


class Day(NamedTuple):
    """From the end of the day before (included) to its own end, Unix ms, UTC."""

    start: int
    end: int


class TradingDays:
    """The current days of a market's instruments; remembers each until it has ended."""

    def __init__(self, market: Market) -> None:
        self._market = market
        self._days: dict[str, Day] = {}

    def start(self, symbol: str, now: int) -> int:
        """Return when the instrument's day of `now` began; of an unlisted one the UTC day's."""
        known = self._days.get(symbol)
        if known is not None and known.start <= now < known.end:
            return known.start
        instrument = self._market.instrument(symbol)
        day = _utc_day(now) if instrument is None else day_of(instrument.hours, now)
        self._days[symbol] = day
        return day.start

    def earliest(self, now: int) -> int:
        """Return when the first of all current days began."""
        symbols = {instrument.symbol for instrument in self._market.instruments()}
        return min([_utc_day(now).start, *(self.start(symbol, now) for symbol in symbols)])


def day_of(hours: TradingHours, now: int) -> Day:
    """Return the trading day that holds `now`, the time without trading before it included."""
    end = hours.day_end(now)
    times = range(now - LONGEST_MS, now)
    return Day(now - LONGEST_MS + bisect_left(times, end, key=hours.day_end), end)


def _utc_day(now: int) -> Day:
    start = now - now % DAY_MS
    return Day(start, start + DAY_MS)
