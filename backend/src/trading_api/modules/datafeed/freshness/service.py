"""The stream `market-status`, and what others ask of freshness."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from pydantic import BaseModel

from trading_api.modules.datafeed.catalog import Catalog
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.providers.base import Provider
from trading_api.modules.datafeed.providers.halt_source import HaltSource
from trading_api.modules.datafeed.tick_sources import TickSources
from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.producers import Producer, Producers
from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteService
from trading_api.shared.ws.topics import split_topic

from .symbol_freshness import Status
from .watched_symbol import WatchedSymbol, wire_status

# How often silence, halts and sessions are looked at; bounds how late they are said.
LOOK_S = 1.0

Sleep = Callable[[float], Awaitable[None]]


class FreshnessService(WsRouteService):
    """Watches the symbols whose status, bars or quotes anybody listens to."""

    def __init__(
        self,
        provider: Provider,
        catalog: Catalog,
        sources: TickSources,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._provider = provider
        self._catalog = catalog
        self._sources = sources
        self._chores = Producers()
        self._clock = clock
        self._sleep = sleep
        # What was learned of a symbol outlives its listeners; there are as many as instruments.
        self._symbols: dict[str, WatchedSymbol] = {}
        self._by_topic: dict[str, WatchedSymbol] = {}
        self._looking: Producer | None = None

    async def stop(self) -> None:
        """Look no further; who listens has left, or is leaving."""
        await self._chores.stop()
        self._looking = None

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        """Publish how fresh a symbol is, at each change.

        Raises:
            Refusal: `unknown_symbol`, or `no_live_source`.
        """
        symbol = split_topic(topic)[1]["symbol"]
        instrument = await asyncio.to_thread(self._catalog.find_live, symbol)
        self.listen(instrument)
        watched = self._by_topic[topic] = self._symbols[instrument.symbol]
        watched.topics[topic] = topic_update

    def remove_topic(self, topic: str) -> None:
        watched = self._by_topic.pop(topic, None)
        if watched is not None:
            del watched.topics[topic]
            self.leave(watched.instrument)

    def snapshot(self, topic: str) -> Sequence[BaseModel]:
        """Return the status as of now."""
        watched = self._by_topic[topic]
        return [wire_status(watched.instrument.symbol, watched.look())]

    def listen(self, instrument: Instrument) -> None:
        """Watch a live instrument, its source included, once more; in the loop."""
        watched = self._symbols.get(instrument.symbol)
        if watched is None:
            watched = self._symbols[instrument.symbol] = self._watched(instrument)
        watched.listeners += 1
        if watched.listeners == 1:
            watched.listen()
            self._sources.join(instrument.symbol, watched)
        if self._looking is None:
            self._looking = self._chores.start("freshness", self._look_on)

    def leave(self, instrument: Instrument) -> None:
        """Watch it once less."""
        watched = self._symbols[instrument.symbol]
        watched.listeners -= 1
        if watched.listeners == 0:
            self._sources.leave(instrument.symbol, watched)
        if self._looking is not None and not self._listened():
            self._looking.cancel()
            self._looking = None

    def silence_bound_s(self, symbol: str) -> float | None:
        """Return after how much silence a stream of the symbol is stale; None: it says nothing."""
        watched = self._symbols.get(symbol)
        return watched.silence_bound_s() if watched is not None and watched.listeners else None

    def status(self, symbol: str) -> Status | None:
        """Return what was told last of a symbol; None of one that nobody listens to. Any thread."""
        watched = self._symbols.get(symbol)
        return watched.told if watched is not None and watched.listeners else None

    def refusal(self, symbol: str) -> Refusal | None:
        """Return why nothing should be traded at the newest price of a symbol. Any thread."""
        status = self.status(symbol)
        why = self._halt(symbol) if status is None else status.reason
        if status is None or status.state == "halted":
            message = f"{symbol}: expected it to trade, got: {why}"
            return None if why is None else Refusal("MARKET_HALTED", message)
        if status.state != "stale":
            return None
        silent = f"silence for more than {status.bound_ms / 1000:g} s"
        got = status.reason or silent
        return Refusal("MARKET_STALE", f"{symbol}: expected a fresh price, got: {got}")

    def _halt(self, symbol: str) -> str | None:
        """Return why a symbol that nobody listens to is halted; of its silence nothing is known."""
        return self._provider.halt(symbol) if isinstance(self._provider, HaltSource) else None

    def look(self) -> None:
        """Look at all once, and tell what has changed."""
        for watched in self._listened():
            watched.tell()

    def _listened(self) -> list[WatchedSymbol]:
        return [watched for watched in self._symbols.values() if watched.listeners]

    async def _look_on(self) -> None:
        while True:
            await self._sleep(LOOK_S)
            self.look()

    def _watched(self, instrument: Instrument) -> WatchedSymbol:
        return WatchedSymbol(instrument, self._provider, self._clock)
