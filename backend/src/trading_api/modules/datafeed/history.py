"""Bars of the past: an imported file first, then what the provider adds to it.

What the provider does not remember, though it told it, is read from what was received.
"""

from collections.abc import Sequence
from dataclasses import replace

from trading_api.models.market import Bar
from trading_api.shared.charts import BarRow, BarsPage
from trading_api.shared.errors import Refusal

from .bars_store import BarsStore
from .catalog import Catalog
from .instruments import Instrument, StoredBar
from .providers.base import Provider, served_by
from .received.reading import ReceivedBars
from .resolutions import END_OF_TIME_MS, length_ms
from .wire import wire_rows

# Bars that one answer holds at most; a longer range is read from its end, page by page.
MOST_BARS = 10_000


class BarHistory:
    """Answers for ranges of bars; every method may block, so call it in a worker thread."""

    def __init__(
        self,
        catalog: Catalog,
        provider: Provider,
        store: BarsStore | None,
        received: ReceivedBars | None = None,
    ) -> None:
        self._catalog = catalog
        self._provider = provider
        self._store = store
        self._received = received

    def newest(self, instrument: Instrument, resolution: str, before: int, count: int) -> list[Bar]:
        """Return the newest `count` bars whose time is before `before` (Unix ms), ascending."""
        return [Bar(**row) for row in self._newest(instrument, resolution, before, count)]

    def _newest(
        self, instrument: Instrument, resolution: str, before: int, count: int
    ) -> list[BarRow]:
        bars: list[BarRow] = []
        for older in (self._added, self._remembered, self._imported):
            if len(bars) < count:
                first = bars[0]["time"] if bars else before
                bars = older(instrument, resolution, first, count - len(bars)) + bars
        return bars

    def page(
        self, symbol: str, resolution: str, *, start: int, end: int, count_back: int | None
    ) -> BarsPage:
        """Return the bars with start <= time < end; `count_back` wins over `start`.

        `start` equal to `end` asks for exactly the bar of that time.

        Raises:
            Refusal: `unknown_symbol`, `unsupported_resolution` or `invalid_payload`.
        """
        instrument = self._catalog.find(symbol)
        resolution = self._catalog.resolution_of(instrument, resolution)
        if start > end:
            message = f"from_time: expected a time up to to_time ({end}), got {start}"
            raise Refusal("invalid_payload", message)
        end += start == end
        if count_back is not None:
            bars = self._newest(instrument, resolution, end, count_back)
            return {"bars": bars, "no_data": not bars, "next_time": None}
        bars = self._from(instrument, resolution, start, end)
        within = [bar for bar in bars if bar["time"] >= start]
        next_time = bars[-1]["time"] if bars and not within else None
        return {"bars": within, "no_data": not within, "next_time": next_time}

    def _from(self, instrument: Instrument, resolution: str, start: int, end: int) -> list[BarRow]:
        """Return the newest bars before `end` and, where there is one, the next before `start`."""
        fitting = min(MOST_BARS, (end - start) // length_ms(resolution) + 2)
        bars = self._newest(instrument, resolution, end, fitting)
        if len(bars) < fitting or bars[0]["time"] < start or fitting == MOST_BARS:
            return bars
        return self._newest(instrument, resolution, end, MOST_BARS)

    def _added(
        self, instrument: Instrument, resolution: str, before: int, count: int
    ) -> list[BarRow]:
        """Return the provider's bars, of an imported symbol those after the import's end."""
        if not instrument.live:
            return []
        bars = self._provider.history(instrument.symbol, resolution, before, count)
        return self._after_import(instrument, resolution, bars)

    def _remembered(
        self, instrument: Instrument, resolution: str, before: int, count: int
    ) -> list[BarRow]:
        """Return what the provider told when it was listened to, after the import's end."""
        if self._received is None or not instrument.live:
            return []
        served = served_by(self._provider, instrument.symbol)
        named = replace(instrument, symbol=served.symbol)
        bars = self._received.newest(served.provider.name, named, resolution, before, count)
        return self._after_import(instrument, resolution, bars)

    def _after_import(
        self, instrument: Instrument, resolution: str, bars: Sequence[StoredBar]
    ) -> list[BarRow]:
        """Return those of a source's bars that an import leaves to it."""
        if not bars:
            return []
        first = self._first_added(instrument, resolution)
        return wire_rows((bar for bar in bars if bar.time >= first), instrument)

    def _first_added(self, instrument: Instrument, resolution: str) -> int:
        """Return from when on the provider's bars count; its live bar does in any case."""
        if self._store is None or not self._is_continued(instrument):
            return 0
        last = self._store.last_time(instrument.symbol, resolution)
        if last is None:
            return 0
        newest = self._provider.history(instrument.symbol, resolution, END_OF_TIME_MS, 1)
        return min(last + 1, newest[-1].time) if newest else last + 1

    def _imported(
        self, instrument: Instrument, resolution: str, before: int, count: int
    ) -> list[BarRow]:
        if self._store is None or not self._is_continued(instrument):
            return []
        stored, bars = self._store.page(instrument.symbol, resolution, before, count)
        return wire_rows(bars, stored) if stored is not None else []

    def _is_continued(self, instrument: Instrument) -> bool:
        if not instrument.live:
            return True
        return served_by(self._provider, instrument.symbol).provider.continues_imports
