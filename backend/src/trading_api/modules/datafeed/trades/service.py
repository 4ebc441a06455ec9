"""The stream `trades`: each trade of a symbol, and the newest ones for who comes anew."""

from collections.abc import Sequence

from trading_api.models.market import Trade
from trading_api.modules.datafeed.feed_service import FeedService, FeedTopics
from trading_api.modules.datafeed.instruments import Instrument

from .trade_feed import HeardTrade, TradeFeed


class TradeTopics(FeedTopics[TradeFeed]):
    """The topics of one symbol's trades."""

    def traded(self, heard: HeardTrade) -> None:
        self.publish(wire_trade(heard, self.instrument))

    def recent(self) -> list[Trade]:
        return [wire_trade(heard, self.instrument) for heard in self.feed.recent]


class TradesService(FeedService[TradeFeed, TradeTopics]):
    """Feeds topics from the tapes of the providers that have one."""

    def topics_of(self, instrument: Instrument) -> TradeTopics:
        return TradeTopics(instrument, self.feeds)

    def snapshot(self, topic: str) -> Sequence[Trade]:
        """Return the newest trades in the order in which they became known."""
        return self.of_topic(topic).recent()


def wire_trade(heard: HeardTrade, instrument: Instrument) -> Trade:
    """Return a trade as it is sent."""
    trade = heard.trade
    return Trade(
        id=trade.id,
        time=trade.time,
        received=heard.received,
        price=trade.price / instrument.price_scale,
        size=trade.size / 10**instrument.volume_precision,
        side=trade.side,
    )
