"""The trades of one symbol as they come in: judged, stamped, the newest held."""

from collections import deque
from collections.abc import AsyncGenerator, Sequence
from typing import Any, NamedTuple, Protocol

from trading_api.modules.datafeed.border import Fault, RefusedData
from trading_api.modules.datafeed.providers.base import Served
from trading_api.modules.datafeed.providers.trade_source import Trade, TradeSource
from trading_api.modules.datafeed.symbol_feeds import FeedListener, SymbolFeed
from trading_api.shared.clock import Clock
from trading_api.shared.ws.producers import Producers

from .trade_checks import TradeIds, TradeRate, trade_fault

# What a newcomer sees, and what one who was away may get after all.
RECENT_TRADES = 100


class HeardTrade(NamedTuple):
    """A trade and when it was received, Unix ms by our own clock."""

    trade: Trade
    received: int


class TradeListener(FeedListener, Protocol):
    """Who hears the trades of a symbol."""

    def traded(self, heard: HeardTrade) -> None: ...


class TradeFeed(SymbolFeed[Trade, TradeListener]):
    """Begins with what the source has of the past."""

    def __init__(
        self, served: Served, producers: Producers, refused: RefusedData, clock: Clock
    ) -> None:
        super().__init__(f"trades {served.symbol}", served, producers, clock)
        self.recent: deque[HeardTrade] = deque(maxlen=RECENT_TRADES)
        self._refused = refused
        self._ids = TradeIds()
        self._rate = TradeRate(clock.monotonic_s())
        for trade in self._past():
            self._hear(trade)

    @property
    def _source(self) -> TradeSource:
        source = self.served.provider
        assert isinstance(source, TradeSource)
        return source

    def open(self) -> AsyncGenerator[Trade, None]:
        """Begin with what was traded since the feed was made, or while its source was dead."""
        known = [heard.trade for heard in self.recent]
        for trade in self._past():
            if trade not in known:
                self.take(trade)
        return self._source.trades(self.served.symbol)

    def take(self, item: object) -> None:
        heard = self._hear(item)
        if heard is not None:
            for listener in self.listeners():
                listener.traded(heard)

    def _past(self) -> Sequence[Trade]:
        try:
            return self._source.recent_trades(self.served.symbol, RECENT_TRADES)
        except Exception as failure:
            self._refuse(Fault("trades_failed", f"{type(failure).__name__}: {failure}"))
            return ()

    def _refuse(self, fault: Fault) -> None:
        self._refused.add(self.served.provider.name, self.served.symbol, fault)

    def _hear(self, trade: Any) -> HeardTrade | None:
        fault = (
            self._rate.spend(self._clock.monotonic_s())
            or trade_fault(trade, self.served.provider.now_ms())
            or self._ids.add(trade)
        )
        if fault is not None:
            self._refuse(fault)
            return None
        heard = HeardTrade(trade, self._clock.now_ms())
        self.recent.append(heard)
        return heard
