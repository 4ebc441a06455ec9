"""Days from minutes, weeks from days: by what the datafeed says of an instrument's sessions alone.

Written apart from the product's own folding, and knowing nothing of it.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from .series import Series
from .udf_client import Bar

WEEKDAYS = frozenset("23456")
DateOf = Callable[[Bar], date]


class TradingDates:
    """The trading day of a moment, from the fields `session`, `timezone` and `session_holidays`."""

    def __init__(self, symbol: dict[str, Any]) -> None:
        self._zone = ZoneInfo(symbol["timezone"])
        hours, _, days = symbol["session"].partition(":")
        self._is_always = hours == "24x7"
        self._days = frozenset(days) or WEEKDAYS
        self._holidays = frozenset(symbol["session_holidays"].split(","))
        # Of several parts the first says when a day begins: the evening before, if it is overnight.
        begin, end = ("0000", "2400") if self._is_always else hours.split(",")[0].split("-")
        self._begin = time(int(begin[:2]), int(begin[2:]))
        self._is_overnight = begin >= end

    def of(self, bar: Bar) -> date:
        """Return the trading day of an intraday bar."""
        local = datetime.fromtimestamp(bar.time, self._zone)
        day = local.date()
        if self._is_overnight and local.time() >= self._begin:
            day += timedelta(days=1)
        while not self._is_trading(day):
            day += timedelta(days=1)
        return day

    def _is_trading(self, day: date) -> bool:
        number = str(day.isoweekday() % 7 + 1)
        is_holiday = f"{day:%Y%m%d}" in self._holidays
        return self._is_always or (number in self._days and not is_holiday)


def days_are_minutes(series: Series) -> Iterator[str]:
    """Find days whose bar is not their minutes, folded; `series` is of minutes."""
    dates = TradingDates(series.symbol)
    yield from _folded(series, series.at("1D"), dates.of, lambda day: day)


def weeks_are_days(series: Series) -> Iterator[str]:
    """Find weeks whose bar is not their days, folded; `series` is of days."""
    yield from _folded(series, series.at("1W"), _utc_date, _monday)


def months_are_days(series: Series) -> Iterator[str]:
    """Find months whose bar is not their days, folded; `series` is of days."""
    yield from _folded(series, series.at("1M"), _utc_date, lambda day: day.replace(day=1))


def _folded(
    finer: Series, coarser: Series, date_of: DateOf, name_of: Callable[[date], date]
) -> Iterator[str]:
    """Compare the coarser bars with the finer, but for the first and the last, which may be cut."""
    named = groupby(finer.bars, key=lambda bar: _midnight(name_of(date_of(bar))))
    expected = [_joined(time_, list(group)) for time_, group in named][1:-1]
    if not expected:
        yield f"{finer.name} has too few bars to fold into {coarser.resolution}"
        return
    first, last = expected[0].time, expected[-1].time
    page = coarser.client.history(coarser.ticker, coarser.resolution, first, last + 1).bars
    served = {bar.time: bar for bar in page}
    for bar in expected:
        if served.pop(bar.time, None) != bar:
            yield f"{coarser.name} at {bar.time} is not its {finer.resolution} bars, folded: {bar}"
    for time_ in served:
        yield f"{coarser.name} at {time_} has no {finer.resolution} bars"


def _joined(time_: int, bars: Sequence[Bar]) -> Bar:
    return Bar(
        time_,
        bars[0].open,
        max(bar.high for bar in bars),
        min(bar.low for bar in bars),
        bars[-1].close,
        sum((bar.volume for bar in bars), bars[0].volume * 0),
    )


def _utc_date(bar: Bar) -> date:
    return datetime.fromtimestamp(bar.time, UTC).date()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(0), UTC).timestamp())
