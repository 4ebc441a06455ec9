"""The datafeed: decides what a request means; history, quotes and streams do the work."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from trading_api.models.market import (
    BarsSubscriptionRequest,
    QuoteData,
    QuoteDataSubscriptionRequest,
    QuoteError,
)
from trading_api.shared.charts import BarsPage
from trading_api.shared.clock import Clock, SystemClock
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.producers import Producers
from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteService
from trading_api.shared.ws.topics import split_topic

from .bars_store import BarsStore
from .border import RefusedData, SoundProvider, SourceReaders
from .catalog import Catalog
from .depth.depth_feed import DepthFeed
from .depth.service import DepthService
from .freshness.service import FreshnessService
from .history import BarHistory
from .instruments import Instrument
from .providers.base import Provider, served_by, unsupported
from .providers.simulated import SimulatedProvider
from .reading import Readings
from .received.reception import Reception
from .streams import Read, Stream
from .symbol_feeds import SymbolFeeds
from .tick_sources import HeardTick, TickSources
from .trades.late_trades import BarCorrections
from .trades.service import TradesService
from .trades.trade_feed import TradeFeed
from .wire import page_json

DEFAULT_SEED = 20261123
Page = TypeVar("Page")


class StreamKey(NamedTuple):
    """What makes two topics one stream: the route, the name that is published, the resolution."""

    route: str
    name: str
    resolution: str = ""


class DatafeedService(WsRouteService):
    """Serves the bars and quotes of a provider and of imported files."""

    def __init__(
        self,
        provider: Provider | None = None,
        store: BarsStore | None = None,
        clock: Clock | None = None,
        reception: Reception | None = None,
    ) -> None:
        self.provider = provider or SimulatedProvider(seed=DEFAULT_SEED)
        self.store = store
        self.producers = Producers()
        self.refused = RefusedData()
        self._sound = SoundProvider(self.provider, self.refused)
        self.catalog = Catalog(self._sound, store)
        self._clock = clock or SystemClock()
        self._keeper = reception.keeper(self._sound, self._clock) if reception else None
        self.sources = TickSources(
            self._sound, self.producers, self._clock, self.refused, self._keeper
        )
        received = reception.bars if reception else None
        self._history = BarHistory(self.catalog, self._sound, store, received)
        self._readings = Readings(self._sound, self._history, self.newest_tick)
        trade_feeds = SymbolFeeds(self._trade_feed)
        self.trades = TradesService(self.catalog, trade_feeds)
        self.depth = DepthService(self.catalog, SymbolFeeds(self._depth_feed))
        self.freshness = FreshnessService(self._sound, self.catalog, self.sources, self._clock)
        self._readers = SourceReaders(self._sound)
        self._corrections = BarCorrections(trade_feeds, self._history, self._readers)
        self._streams: dict[StreamKey, Stream] = {}
        self._keys: dict[str, StreamKey] = {}

    def newest_tick(self, symbol: str) -> HeardTick | None:
        """Return the newest tick of an instrument's symbol, and when it was received."""
        return self.sources.newest(symbol)

    async def start(self) -> None:
        """Open the provider and the store."""
        await self._sound.start()
        if self.store is not None:
            self.store.open()
        if self._keeper is not None:
            self._keeper.start()

    async def stop(self) -> None:
        """Stop what runs and release what is open."""
        await self.freshness.stop()
        await self.producers.stop()
        if self._keeper is not None:
            await self._keeper.stop()
        self._corrections.stop()
        self._readers.stop()
        await self._sound.stop()
        if self.store is not None:
            self.store.close()

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        """Feed a topic of the routes `bars` and `quotes`."""
        key, instrument = await asyncio.to_thread(self._identify, topic)
        if key not in self._streams:
            read = await self._readers.beginning(instrument, lambda: self._read_of(key, instrument))
            self._add_stream(key, Stream(instrument, read))
        self._keys[topic] = key
        self._streams[key].add(topic, topic_update)

    def remove_topic(self, topic: str) -> None:
        """Stop feeding a topic; its stream ends with its last topic."""
        key = self._keys.pop(topic, None)
        if key is None:
            return
        stream = self._streams[key]
        stream.remove(topic)
        if not stream.is_heard:
            del self._streams[key]
            self._corrections.leave(stream)
            if stream.instrument.live:
                self.sources.leave(stream.instrument.symbol, stream)
                self.freshness.leave(stream.instrument)

    def snapshot(self, topic: str) -> Sequence[BaseModel]:
        """Return the newest bar or the quote as of now; empty before the first tick."""
        value = self._streams[self._keys[topic]].read()
        return [] if value is None else [value]

    def silence_bound_s(self, topic: str) -> float | None:
        """Return what the symbol has been learned to keep; None while its silence says nothing."""
        return self.freshness.silence_bound_s(self._streams[self._keys[topic]].instrument.symbol)

    async def get_bars(
        self, symbol: str, resolution: str, *, start: int, end: int, count_back: int | None
    ) -> bytes:
        """Return a page of bars as the JSON of a `GetBarsResponse`; see `BarHistory.page`."""
        return await self._read_page(
            symbol,
            lambda: page_json(
                self._history.page(symbol, resolution, start=start, end=end, count_back=count_back)
            ),
        )

    async def get_page(
        self, symbol: str, resolution: str, *, start: int, end: int, count_back: int | None
    ) -> BarsPage:
        """Return a page of bars; see `BarHistory.page`."""
        return await self._read_page(
            symbol,
            lambda: self._history.page(
                symbol, resolution, start=start, end=end, count_back=count_back
            ),
        )

    async def _read_page(self, symbol: str, read: Callable[[], Page]) -> Page:
        instrument = await asyncio.to_thread(self.catalog.find, symbol)
        return await self._readers.page(instrument, read)

    async def get_quotes(self, symbols: Sequence[str]) -> list[QuoteData]:
        """Return the quotes in the order asked; an unknown symbol gets an error entry."""
        return [await self._quote(symbol) for symbol in symbols]

    async def _quote(self, symbol: str) -> QuoteData:
        try:
            instrument = await asyncio.to_thread(self.catalog.find, symbol)
        except Refusal as refusal:
            return QuoteData(s="error", n=symbol, v=QuoteError(error=refusal.message))
        read = await self._readers.beginning(
            instrument, lambda: self._readings.quotes(instrument, symbol)
        )
        value = read()
        if value is None:
            error = QuoteError(error=f"{symbol} has not traded yet")
            return QuoteData(s="error", n=symbol, v=error)
        return value

    def _identify(self, topic: str) -> tuple[StreamKey, Instrument]:
        route, params = split_topic(topic)
        if route == "bars":
            request = BarsSubscriptionRequest.model_validate(params)
            instrument = self.catalog.find(request.symbol)
            resolution = self.catalog.resolution_of(instrument, request.resolution)
            return StreamKey(route, instrument.symbol, resolution), instrument
        symbol = QuoteDataSubscriptionRequest.model_validate(params).symbol
        return StreamKey(route, symbol), self.catalog.find(symbol)

    def _read_of(self, key: StreamKey, instrument: Instrument) -> Read:
        if key.route == "bars":
            return self._readings.bars(instrument, key.resolution)
        return self._readings.quotes(instrument, key.name)

    def _add_stream(self, key: StreamKey, stream: Stream) -> None:
        """Add a stream unless another request was faster while this one read history."""
        if key in self._streams:
            return
        self._streams[key] = stream
        if stream.instrument.live:
            self.sources.join(stream.instrument.symbol, stream)
            self.freshness.listen(stream.instrument)
        if key.route == "bars":
            self._corrections.join(stream, key.resolution)

    def _trade_feed(self, symbol: str) -> TradeFeed:
        served = served_by(self._sound, symbol)
        if not served.provider.capabilities.trades:
            raise unsupported(symbol, "trades", served.provider)
        return TradeFeed(served, self.producers, self.refused, self._clock)

    def _depth_feed(self, symbol: str) -> DepthFeed:
        served = served_by(self._sound, symbol)
        if not served.provider.capabilities.depth:
            raise unsupported(symbol, "order books", served.provider)
        return DepthFeed(served, self.producers, self.refused, self._clock)
