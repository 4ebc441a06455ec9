"""A provider whose trades and books come when the test says; they may lie."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

from trading_api.modules.datafeed.providers.depth_source import Book
from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.modules.datafeed.testing.doubles import ScriptedMarket
from trading_api.shared.clock import Clock


class ScriptedTape(ScriptedMarket):
    """A simulated market with another tape and another book, of every symbol."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.past: Sequence[Trade] = ()
        self.whole: Book | None = None
        self.fetched = 0

    def recent_trades(self, symbol: str, count: int) -> Sequence[Trade]:
        return self.past[-count:]

    def trades(self, symbol: str) -> AsyncGenerator[Any, None]:
        return self._played()

    def book(self, symbol: str) -> Book | None:
        self.fetched += 1
        return self.whole

    def depth(self, symbol: str) -> AsyncGenerator[Any, None]:
        return self._played()
