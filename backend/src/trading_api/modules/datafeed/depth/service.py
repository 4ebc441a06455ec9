"""The stream `depth`: the order book of a symbol, then what changes of it."""

from collections.abc import Iterable, Sequence

from trading_api.models.market import Depth, DepthLevel
from trading_api.modules.datafeed.feed_service import FeedService, FeedTopics
from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.providers.depth_source import Book, BookChange, Level
from trading_api.shared.ws.router_interface import TopicUpdate

from .depth_feed import DepthFeed, HeardBook


class DepthTopics(FeedTopics[DepthFeed]):
    """The topics of one symbol's book; each begins with the whole of it."""

    def add(self, topic: str, update: TopicUpdate) -> None:
        # Before what is wrong with the source is said: an update says that nothing is.
        if self.feed.heard is not None:
            update(wire_depth(self.feed.heard.book, None, self.feed.heard, self.instrument))
        super().add(topic, update)

    def replaced(self, heard: HeardBook) -> None:
        self.publish(wire_depth(heard.book, None, heard, self.instrument))

    def moved(self, change: BookChange, heard: HeardBook) -> None:
        self.publish(wire_depth(change, change.version - 1, heard, self.instrument))


class DepthService(FeedService[DepthFeed, DepthTopics]):
    """Feeds topics from the books of the providers that show theirs."""

    def topics_of(self, instrument: Instrument) -> DepthTopics:
        return DepthTopics(instrument, self.feeds)


def wire_depth(
    said: Book | BookChange, follows: int | None, heard: HeardBook, instrument: Instrument
) -> Depth:
    """Return a book or a change as it is sent."""

    def levels(side: Sequence[Level]) -> list[DepthLevel]:
        scale, units = instrument.price_scale, 10**instrument.volume_precision
        return [DepthLevel(price=price / scale, size=size / units) for price, size in side]

    return Depth(
        version=said.version,
        follows=follows,
        time=said.time,
        received=heard.received,
        bids=levels(said.bids),
        asks=levels(said.asks),
    )


def merge_depth(old: Depth, new: Depth) -> Depth:
    """Return what `old` and then `new` say: of a book a book, of two changes one change."""
    if new.follows is None:
        return new
    is_whole = old.follows is None
    bids = sorted(_merged(old.bids, new.bids, is_whole), key=lambda one: -one.price)
    asks = sorted(_merged(old.asks, new.asks, is_whole), key=lambda one: one.price)
    return new.model_copy(update={"follows": old.follows, "bids": bids, "asks": asks})


def _merged(
    old: Sequence[DepthLevel], new: Sequence[DepthLevel], is_whole: bool
) -> Iterable[DepthLevel]:
    by_price = {level.price: level for level in (*old, *new)}
    return (level for level in by_price.values() if level.size or not is_whole)
