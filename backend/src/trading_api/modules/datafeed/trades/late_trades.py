"""Late trades: bars that were closed are read anew and published as corrections."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from trading_api.models.market import Bar
from trading_api.modules.datafeed.border import SourceReaders
from trading_api.modules.datafeed.history import BarHistory
from trading_api.modules.datafeed.providers.base import ProviderEnded
from trading_api.modules.datafeed.resolutions import bucket
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.modules.datafeed.streams import Stream
from trading_api.modules.datafeed.symbol_feeds import SymbolFeeds
from trading_api.shared.errors import Refusal

from .trade_feed import HeardTrade, TradeFeed

# Corrections that wait to be read; beyond, the oldest are left to the next reading of history.
MOST_DUE = 256

ReadBars = Callable[[int], Awaitable[Sequence[Bar]]]


class LateTrades:
    """Listens to the tape beside a stream of bars."""

    def __init__(self, stream: Stream, resolution: str, read_bars: ReadBars) -> None:
        """`read_bars` returns the newest bar before a time (Unix ms), as REST would now."""
        self._stream = stream
        self._resolution = resolution
        self._read_bars = read_bars
        self._calendar = calendar_named(stream.instrument.calendar)
        self._due: dict[int, int] = {}
        """The ends of the bars to read, by their times."""
        self._reading: asyncio.Task[None] | None = None

    def traded(self, heard: HeardTrade) -> None:
        """Correct the bar of a trade unless it still forms: then the next tick tells."""
        covered = bucket(heard.trade.time, self._resolution, self._calendar)
        newest = self._stream.read()
        if not isinstance(newest, Bar) or covered.time >= newest.time:
            return
        self._due[covered.time] = covered.end
        if len(self._due) > MOST_DUE:
            del self._due[min(self._due)]
        if self._reading is None or self._reading.done():
            self._reading = asyncio.get_running_loop().create_task(self._correct())

    def interrupted(self, error: Exception) -> None:
        """Bars go on without their tape; what was late meanwhile is in history."""

    def ended(self, end: ProviderEnded) -> None:
        """Nothing is late any more."""

    def stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    async def _correct(self) -> None:
        while self._due:
            time = next(iter(self._due))
            end = self._due.pop(time)
            # A reading that failed was counted at the border; the next reader of history is told.
            with suppress(Refusal):
                self._publish(time, await self._read_bars(end))

    def _publish(self, time: int, bars: Sequence[Bar]) -> None:
        for bar in bars:
            if bar.time == time:
                self._stream.publish(bar.model_copy(update={"correction": True}))


class BarCorrections:
    """Which streams of bars listen to their tape: those of instruments that are corrected."""

    def __init__(
        self, feeds: SymbolFeeds[TradeFeed], history: BarHistory, readers: SourceReaders
    ) -> None:
        self._feeds = feeds
        self._history = history
        self._readers = readers
        self._by_stream: dict[Stream, LateTrades] = {}

    def join(self, stream: Stream, resolution: str) -> None:
        """Correct the closed bars of a stream from now on, where that can be."""
        instrument = stream.instrument
        if not (instrument.live and instrument.corrected):
            return

        async def read(before: int) -> Sequence[Bar]:
            return await self._readers.page(
                instrument, lambda: self._history.newest(instrument, resolution, before, 1)
            )

        late = LateTrades(stream, resolution, read)
        # A source without a tape tells of no late trade.
        with suppress(Refusal):
            self._feeds.join(instrument.symbol, late)
            self._by_stream[stream] = late

    def leave(self, stream: Stream) -> None:
        """Correct nothing any more."""
        late = self._by_stream.pop(stream, None)
        if late is not None:
            late.stop()
            self._feeds.leave(stream.instrument.symbol, late)

    def stop(self) -> None:
        """End what is being read."""
        for late in self._by_stream.values():
            late.stop()
