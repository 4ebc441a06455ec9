"""A late tape: now and then a print becomes known after its minute has closed."""

from dataclasses import dataclass, replace

import numpy as np

from trading_api.modules.datafeed.providers.simulated_days import MINUTES, SimulatedDays
from trading_api.modules.datafeed.providers.simulated_minutes import MinuteBars
from trading_api.modules.datafeed.providers.simulated_ticks import MINUTE_MS, MinuteTicks

# One minute of so many has a late print; it is known before the next one is made.
_EVERY_MINUTES = 3
# Milliseconds after the close of its minute.
_LEAST_DELAY_MS = 5_000
_DELAYS_MS = 25_000
# No print of the day's last minutes is late: a day that is over does not change.
_LAST_MINUTE = MINUTES - 5


@dataclass(frozen=True)
class LatePrint:
    """The tick of a minute that is known late, and when."""

    minute: int
    number: int
    known: int


def late_print(days: SimulatedDays, ticks: MinuteTicks, minute: int) -> LatePrint | None:
    """Return the late print of `minute` (since 1970), whose ticks are all there.

    It is the one that made the minute's high, or else the close: a bar that lacks it differs.
    """
    if minute % _EVERY_MINUTES != 1 or minute % MINUTES >= _LAST_MINUTE:
        return None
    index = np.array([minute], dtype=np.int64)
    delay = _LEAST_DELAY_MS + int(days.noise("late").below(_DELAYS_MS, index)[0])
    tops = np.flatnonzero(ticks.last == ticks.last.max())
    number = int(tops[0]) if len(tops) == 1 and tops[0] else len(ticks) - 1
    return LatePrint(minute, number, (minute + 1) * MINUTE_MS + delay)


def without(ticks: MinuteTicks, late: LatePrint) -> MinuteTicks:
    """Return the ticks with the quote of the late print alone: nothing traded that one knew."""
    last, last_size = ticks.last.copy(), ticks.last_size.copy()
    last[late.number] = last[late.number - 1]
    last_size[late.number] = 0
    return replace(ticks, last=last, last_size=last_size)


def with_provisional(bars: MinuteBars, punctual: MinuteTicks, minute: int) -> MinuteBars:
    """Return the day's minutes with `minute` as it is without its late print."""
    bar, row = punctual.bar(len(punctual)), minute % MINUTES
    columns = {}
    for name in ("open", "high", "low", "close", "volume"):
        columns[name] = getattr(bars, name).copy()
        columns[name][row] = getattr(bar, name)
    return replace(bars, **columns)
