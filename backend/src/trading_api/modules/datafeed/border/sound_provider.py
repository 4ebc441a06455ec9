"""A provider as the datafeed reads it: what cannot be does not come in."""

from collections.abc import AsyncGenerator, Sequence

from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.providers.base import (
    Capabilities,
    Provider,
    Served,
    served_by,
    sources_of,
)
from trading_api.modules.datafeed.providers.halt_source import HaltSource
from trading_api.modules.datafeed.providers.search_source import SearchSource
from trading_api.modules.datafeed.resolutions import DAILY, DAY_MS, END_OF_TIME_MS
from trading_api.shared.errors import Refusal

from .refused_data import Fault, RefusedData
from .soundness import (
    MOST_AHEAD_MS,
    bar_fault,
    instrument_fault,
    shown,
    sound_bars,
    tick_fault,
)

# A session on Friday evening may be that of Tuesday, after a holiday.
DAYS_AHEAD_MS = 7 * DAY_MS
# What a source without paging is asked for: all that it has.
WHOLE_HISTORY = 1_000_000


class SoundProvider:
    """Passes on what is sound, and counts the rest; ticks are judged by `TickSources`."""

    def __init__(self, provider: Provider, refused: RefusedData) -> None:
        self.name = provider.name
        self.continues_imports = provider.continues_imports
        self._provider = provider
        self._refused = refused
        self._instruments: list[Instrument] | None = None
        self._formed: dict[tuple[str, str], tuple[int, int]] = {}
        """The time of the newest bar that formed, and of its source then, by symbol, resolution."""

    @property
    def capabilities(self) -> Capabilities:
        return self._provider.capabilities

    def instruments(self) -> Sequence[Instrument]:
        if self._instruments is None:
            self._instruments = list(self._sound_instruments())
        return self._instruments

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        """Return bars as `Provider.history`, whatever the source returned.

        Raises:
            Refusal: `producer_failed`, the source raised.
        """
        if not self.part_of(symbol).provider.capabilities.paging:
            whole = self._bars(symbol, resolution, END_OF_TIME_MS, WHOLE_HISTORY)
            return [bar for bar in whole if bar[0] < before][-count:]
        return self._bars(symbol, resolution, before, count)

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        bar = self._provider.forming(symbol, resolution)
        if bar is None:
            return None
        now = self.part_of(symbol).provider.now_ms()
        first, as_of = self._formed.get((symbol, resolution), (0, 0))
        # A clock that was wrong and has been put back takes its bars with it.
        fault = bar_fault(bar, first if as_of <= now else 0, self._end(symbol, resolution))
        if fault is not None:
            self._refuse(symbol, fault)
            return None
        self._formed[symbol, resolution] = bar.time, now
        return bar

    def last_tick(self, symbol: str) -> Tick | None:
        tick = self._provider.last_tick(symbol)
        fault = (
            None if tick is None else tick_fault(tick, None, self.part_of(symbol).provider.now_ms())
        )
        if fault is not None:
            self._refuse(symbol, fault)
            return None
        return tick

    def search(self, text: str, limit: int) -> Sequence[str]:
        """Return what the source finds; nothing where it does not search, or raises."""
        source = self._provider
        if not isinstance(source, SearchSource):
            return []
        try:
            return list(source.search(text, limit))
        except Exception as failure:
            fault = Fault("search_failed", f"{type(failure).__name__}: {failure}")
            self._refused.add(self.name, "-", fault)
            return []

    def halt(self, symbol: str) -> str | None:
        """Return why trading is halted; None while it is not, and where the source does not say."""
        source, name = self.part_of(symbol)
        if not isinstance(source, HaltSource):
            return None
        try:
            why: object = source.halt(name)
        except Exception as failure:
            self._refuse(symbol, Fault("halt_failed", f"{type(failure).__name__}: {failure}"))
            return None
        if why is None or isinstance(why, str):
            return why
        self._refuse(symbol, Fault("wrong_type", f"expected why it is halted, got {shown(why)}"))
        return None

    def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        return self._provider.ticks(symbol)

    def now_ms(self) -> int:
        return self._provider.now_ms()

    @property
    def parts(self) -> Sequence[Provider]:
        return sources_of(self._provider)

    def part_of(self, symbol: str) -> Served:
        return served_by(self._provider, symbol)

    async def start(self) -> None:
        self._instruments = None
        self._formed = {}
        await self._provider.start()

    async def stop(self) -> None:
        await self._provider.stop()

    def _bars(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        try:
            answer = self._provider.history(symbol, resolution, before, count)
        except Refusal:
            raise
        except Exception as failure:
            said = f"{type(failure).__name__}: {failure}"
            self._refuse(symbol, Fault("history_failed", said))
            raise Refusal("producer_failed", f"the history of {symbol} failed: {said}") from failure
        bars, faults = sound_bars(answer, min(before, self._end(symbol, resolution)), count)
        for fault in faults:
            self._refuse(symbol, fault)
        return bars

    def _end(self, symbol: str, resolution: str) -> int:
        """Return the time that no bar reaches now; days are named by dates that may lie ahead."""
        ahead = DAYS_AHEAD_MS if resolution in DAILY else MOST_AHEAD_MS
        return self.part_of(symbol).provider.now_ms() + ahead

    def _sound_instruments(self) -> Sequence[Instrument]:
        for source in self.parts:
            known: set[str] = set()
            for instrument in source.instruments():
                fault = instrument_fault(instrument)
                if fault is None and instrument.symbol in known:
                    fault = Fault("duplicate", f"expected {instrument.symbol} once, got it again")
                if fault is None:
                    known.add(instrument.symbol)
                else:
                    self._refused.add(source.name, "-", fault)
        sound = (one for one in self._provider.instruments() if instrument_fault(one) is None)
        return list({one.symbol: one for one in sound}.values())

    def _refuse(self, symbol: str, fault: Fault) -> None:
        self._refused.add(self.part_of(symbol).provider.name, symbol, fault)
