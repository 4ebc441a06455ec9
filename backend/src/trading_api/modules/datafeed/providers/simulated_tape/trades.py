"""The simulated time and sales: each tick that trades is a print."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from trading_api.modules.datafeed.providers.simulated_series import SimulatedSeries
from trading_api.modules.datafeed.providers.simulated_ticks import MINUTE_MS
from trading_api.modules.datafeed.providers.trade_source import Trade


class KnownTrade(NamedTuple):
    """A trade and when it became known, Unix ms."""

    known: int
    trade: Trade

    @property
    def is_late(self) -> bool:
        return self.known > self.trade.time


class SimulatedTrades:
    """The trades of one instrument, by the minute in which they became known."""

    def __init__(self, series: SimulatedSeries) -> None:
        self._series = series
        self.of_minute = lru_cache(4)(self._of_minute)

    def recent(self, count: int, *, as_of: int) -> Sequence[Trade]:
        """Return the newest `count` that are known at `as_of`, in the order of knowing them."""
        minute = as_of // MINUTE_MS
        known = [one.trade for one in self.of_minute(minute) if one.known <= as_of]
        while len(known) < count and minute > 0:
            minute -= 1
            known[:0] = [one.trade for one in self.of_minute(minute)]
        return known[-count:]

    def _of_minute(self, minute: int) -> Sequence[KnownTrade]:
        punctual, late = self._series.prints(minute), self._series.late_print_of(minute - 1)
        known = [KnownTrade(trade.time, trade) for trade in punctual]
        if late is not None:
            known.append(KnownTrade(late.known, self._series.print_of(late)))
        return sorted(known, key=lambda one: one.known)
