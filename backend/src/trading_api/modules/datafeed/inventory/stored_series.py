"""One series of stored bars, whatever file it lies in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from trading_api.modules.datafeed.instruments import StoredBar
from trading_api.modules.datafeed.received.received_file import Extent
from trading_api.modules.datafeed.received.spans import Span
from trading_api.modules.datafeed.tick_sources import HeardTick


class Verified(NamedTuple):
    """What was looked at, and each thing that is wrong, in words."""

    bars: int
    refolded: int
    """Minutes that were folded once more, from the kept ticks."""
    faults: Sequence[str]


class StoredSeries(Protocol):
    """Bars of one symbol and resolution; times are Unix ms, UTC, and every method may block."""

    @property
    def name(self) -> str:
        """Who told it and of what: `imported:AAPL`, `simulated:AAPL`."""
        ...

    @property
    def resolution(self) -> str: ...

    @property
    def price_scale(self) -> int: ...

    @property
    def volume_precision(self) -> int: ...

    def extent(self) -> Extent:
        """Return how much there is."""
        ...

    def gaps(self) -> Sequence[Span]:
        """Return the trading time in which nobody listened, ascending; none of a file."""
        ...

    def bars(self, start: int, end: int) -> Iterator[StoredBar]:
        """Yield the bars with start <= time < end, ascending."""
        ...

    def ticks(self, start: int, end: int) -> Iterator[HeardTick]:
        """Yield the ticks with start <= time < end, as they came."""
        ...

    def verify(self) -> Verified:
        """Look at all of it."""
        ...


def is_possible(bar: StoredBar) -> bool:
    """Whether a market can have made this bar."""
    low, high = min(bar.open, bar.close), max(bar.open, bar.close)
    return 0 < bar.low <= low and high <= bar.high and bar.volume >= 0
