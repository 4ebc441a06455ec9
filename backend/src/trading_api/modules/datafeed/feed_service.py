"""A stream that is fed by one feed a symbol, whatever its topics call the symbol."""

import asyncio
from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

from trading_api.shared.ws.router_interface import TopicUpdate, WsRouteService
from trading_api.shared.ws.topics import split_topic

from .catalog import Catalog
from .instruments import Instrument
from .streams import InstrumentTopics
from .symbol_feeds import SymbolFeed, SymbolFeeds

Feed = TypeVar("Feed", bound=SymbolFeed[Any, Any])


class FeedTopics(InstrumentTopics, ABC, Generic[Feed]):
    """The topics of one symbol's feed."""

    def __init__(self, instrument: Instrument, feeds: SymbolFeeds[Feed]) -> None:
        super().__init__(instrument)
        self.feed = feeds.join(instrument.symbol, self)


Topics = TypeVar("Topics", bound=FeedTopics[Any])


class FeedService(WsRouteService, ABC, Generic[Feed, Topics]):
    """Feeds topics whose request has a `symbol`."""

    def __init__(self, catalog: Catalog, feeds: SymbolFeeds[Feed]) -> None:
        self.feeds = feeds
        self._catalog = catalog
        self._by_symbol: dict[str, Topics] = {}
        self._by_topic: dict[str, Topics] = {}

    @abstractmethod
    def topics_of(self, instrument: Instrument) -> Topics:
        """Return new topics of an instrument's feed."""

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        """Feed a topic.

        Raises:
            Refusal: `unknown_symbol`, `no_live_source` or `unsupported_feature`.
        """
        _, params = split_topic(topic)
        instrument = await asyncio.to_thread(self._catalog.find_live, params["symbol"])
        topics = self._by_symbol.get(instrument.symbol)
        if topics is None:
            topics = self._by_symbol[instrument.symbol] = self.topics_of(instrument)
        self._by_topic[topic] = topics
        topics.add(topic, topic_update)

    def remove_topic(self, topic: str) -> None:
        """Stop feeding a topic; the feed is left with its last one."""
        topics = self._by_topic.pop(topic, None)
        if topics is None:
            return
        topics.remove(topic)
        if not topics.is_heard:
            del self._by_symbol[topics.instrument.symbol]
            self.feeds.leave(topics.instrument.symbol, topics)

    def of_topic(self, topic: str) -> Topics:
        return self._by_topic[topic]
