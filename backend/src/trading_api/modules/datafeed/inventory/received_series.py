"""What was received, as stored series."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.inventory.stored_series import Verified, is_possible
from trading_api.modules.datafeed.received.minutes import BASE, Minutes
from trading_api.modules.datafeed.received.received_file import Extent, ReceivedReader, Series
from trading_api.modules.datafeed.received.spans import Span, gaps, joined, touches
from trading_api.modules.datafeed.received.tick_blocks import BlockCorrupt, TickBlock, unpacked
from trading_api.modules.datafeed.resolutions import END_OF_TIME_MS, MINUTE_MS, bucket_start
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.modules.datafeed.tick_sources import HeardTick


@dataclass(frozen=True)
class ReceivedSeries:
    """See `StoredSeries`."""

    series: Series
    reader: ReceivedReader
    resolution = BASE

    @property
    def name(self) -> str:
        return f"{self.series.provider}:{self.series.symbol}"

    @property
    def price_scale(self) -> int:
        return self.series.price_scale

    @property
    def volume_precision(self) -> int:
        return self.series.volume_precision

    def extent(self) -> Extent:
        return self.reader.extent(self.series)

    def gaps(self) -> Sequence[Span]:
        return gaps(self.reader.heard(self.series), calendar_named(self.series.calendar))

    def bars(self, start: int, end: int) -> Iterator[StoredBar]:
        return self.reader.bars(self.series, start, end)

    def ticks(self, start: int, end: int) -> Iterator[HeardTick]:
        ticks = _once(self.reader.blocks(self.series, start, end))
        return (one for one in ticks if start <= one.tick.time < end)

    def verify(self) -> Verified:
        calendar = calendar_named(self.series.calendar)
        bars = {bar.time: bar for bar in self.bars(0, END_OF_TIME_MS)}
        faults = [
            f"{self.name}: no minute can be {bar}"
            for bar in bars.values()
            if not is_possible(bar) or bucket_start(bar.time, BASE, calendar) != bar.time
        ]
        refolded = 0
        try:
            for minute in self._refolded():
                refolded += 1
                kept = bars.get(minute.time)
                if kept != minute:
                    faults.append(f"{self.name}: expected {minute} of its ticks, kept is {kept}")
        except BlockCorrupt as corrupt:
            faults.append(f"{self.name}: {corrupt}; what follows was not looked at")
        return Verified(len(bars), refolded, faults)

    def _refolded(self) -> Iterator[StoredBar]:
        """Yield the minutes of the kept ticks, as they were folded when these came."""
        calendar = calendar_named(self.series.calendar)
        oldest = self.reader.oldest_tick(self.series)
        spans = self.reader.heard(self.series, with_ticks=True)
        shared = _shared(spans)
        for span in spans:
            minutes = Minutes(calendar, max(span.start, oldest))
            for one in self.ticks(span.start, span.end + 1):
                minutes.heard(one.tick)
            for minute in minutes.take(span.end):
                if not touches(Span(minute.time, minute.time + MINUTE_MS), shared):
                    yield minute


def _shared(spans: Sequence[Span]) -> list[Span]:
    """Return when two processes heard: each has ticks of its own, and minutes of its own."""
    both = (Span(right.start, min(left.end, right.end)) for left, right in pairwise(spans))
    return joined(span for span in both if span.start < span.end)


def _once(blocks: Iterable[TickBlock]) -> Iterator[HeardTick]:
    """Yield the ticks of blocks, ascending; of each moment that two processes heard, one's."""
    newest = 0
    at_newest: set[Tick] = set()
    for block in blocks:
        heard = [
            one for one in unpacked(block) if one.tick.time >= newest and one.tick not in at_newest
        ]
        yield from heard
        if heard:
            newest = heard[-1].tick.time
            at_newest = {one.tick for one in heard if one.tick.time == newest}
