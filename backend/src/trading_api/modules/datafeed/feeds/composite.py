"""Several providers that look like one: services and streams do not learn of it."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace

from trading_api.modules.datafeed.border import instrument_fault
from trading_api.modules.datafeed.instruments import Instrument, StoredBar, Tick
from trading_api.modules.datafeed.providers.base import Capabilities, Provider, Served
from trading_api.modules.datafeed.providers.search_source import SearchSource
from trading_api.modules.datafeed.resolutions import RESOLUTIONS
from trading_api.shared.errors import Refusal


def compose(providers: Sequence[Provider]) -> Provider:
    """Return several providers as one; a single one is itself, so nothing of it changes."""
    return providers[0] if len(providers) == 1 else CompositeProvider(providers)


class CompositeProvider:
    """Each symbol is served by one of several providers, in that one's own time.

    A plain symbol means the first that has it; a later one of the same name is `PROVIDER:SYMBOL`.
    Both are found by that name too.
    """

    def __init__(self, providers: Sequence[Provider]) -> None:
        self.parts = tuple(providers)
        self.name = ",".join(part.name for part in providers)
        self.continues_imports = all(part.continues_imports for part in providers)
        self._served: dict[str, Served] = {}
        self._instruments: list[Instrument] = []

    @property
    def capabilities(self) -> Capabilities:
        """What any of them can do; what a symbol's own can, `served_by` says."""
        each = [part.capabilities for part in self.parts]
        return Capabilities(
            resolutions=tuple(
                name for name in RESOLUTIONS if any(name in one.resolutions for one in each)
            ),
            quotes=any(one.quotes for one in each),
            trades=any(one.trades for one in each),
            depth=any(one.depth for one in each),
            paging=all(one.paging for one in each),
            search=any(one.search for one in each),
            own_time=any(one.own_time for one in each),
            delay_ms=max(one.delay_ms for one in each),
        )

    def part_of(self, symbol: str) -> Served:
        """Return who serves a symbol.

        Raises:
            Refusal: `unknown_symbol`.
        """
        served = self._served.get(symbol)
        if served is None:
            raise Refusal("unknown_symbol", f"no feed of {self.name} has {symbol[:40]!r}")
        return served

    def instruments(self) -> Sequence[Instrument]:
        return self._instruments

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        part, name = self.part_of(symbol)
        return part.history(name, resolution, before, count)

    def forming(self, symbol: str, resolution: str) -> StoredBar | None:
        part, name = self.part_of(symbol)
        return part.forming(name, resolution)

    def last_tick(self, symbol: str) -> Tick | None:
        part, name = self.part_of(symbol)
        return part.last_tick(name)

    def ticks(self, symbol: str) -> AsyncGenerator[Tick, None]:
        part, name = self.part_of(symbol)
        return part.ticks(name)

    def search(self, text: str, limit: int) -> Sequence[str]:
        """Return what those find that search by themselves."""
        names = {(id(part), name): symbol for symbol, (part, name) in self._served.items()}
        found = [
            names.get((id(part), name))
            for part in self.parts
            if isinstance(part, SearchSource)
            for name in part.search(text, limit)
        ]
        return [symbol for symbol in found if symbol is not None]

    def now_ms(self) -> int:
        """Return the first one's time."""
        return self.parts[0].now_ms()

    async def start(self) -> None:
        """Start all of them; when one cannot, those before it are stopped again."""
        async with AsyncExitStack() as stack:
            for part in self.parts:
                await part.start()
                stack.push_async_callback(part.stop)
            self._take_instruments()
            stack.pop_all()

    async def stop(self) -> None:
        """Stop all of them, whatever one raises."""
        async with AsyncExitStack() as stack:
            for part in self.parts:
                stack.push_async_callback(part.stop)

    def _take_instruments(self) -> None:
        self._served, self._instruments = {}, []
        for part in self.parts:
            sound = (one for one in part.instruments() if instrument_fault(one) is None)
            for instrument in {one.symbol: one for one in sound}.values():
                self._add(part, instrument)

    def _add(self, part: Provider, instrument: Instrument) -> None:
        qualified = f"{part.name.upper()}:{instrument.symbol}"
        symbol = qualified if instrument.symbol in self._served else instrument.symbol
        self._served[symbol] = Served(part, instrument.symbol)
        aliases = (*instrument.aliases, qualified)
        self._instruments.append(replace(instrument, symbol=symbol, aliases=aliases))
