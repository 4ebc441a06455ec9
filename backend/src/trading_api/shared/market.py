"""What the broker needs of market data beside its ticks: which instruments there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from trading_api.models.broker import BrokerHealth
from trading_api.models.market.feeds import FeedHealth

from .price_feed import PriceFeed


class TradingHours(Protocol):
    """When an instrument trades; all times are Unix ms, UTC."""

    def is_open(self, time_ms: int) -> bool:
        """Whether orders execute at `time_ms`."""
        ...

    def day_end(self, time_ms: int) -> int:
        """Return the end of the session that holds `time_ms`, or else of the next one.

        Around the clock a session is the UTC day.
        """
        ...


@dataclass(frozen=True)
class TradedInstrument:
    """An instrument that has a live source.

    A price is an integer count of 1 / `price_scale`, in steps of `min_move`; a quantity one of
    1 / 10**`qty_precision`.
    """

    symbol: str
    description: str
    type: str
    currency: str
    price_scale: int
    min_move: int
    qty_precision: int
    hours: TradingHours


class Market(Protocol):
    """Live instruments and their ticks; thread-safe after its module's start."""

    @property
    def feed(self) -> PriceFeed:
        """The ticks; the same object each time."""
        ...

    def instrument(self, symbol: str) -> TradedInstrument | None:
        """Return the instrument of exactly this symbol; None when it has no live source."""
        ...

    def find(self, symbol: str) -> TradedInstrument | None:
        """Return the instrument that a user means (`nasdaq:aapl`); None as above."""
        ...

    def has_history_of(self, symbol: str) -> bool:
        """Whether an instrument of this name is known at all, traded or not."""
        ...

    def instruments(self) -> Sequence[TradedInstrument]:
        """Return all of them."""
        ...


@runtime_checkable
class MarketModule(Protocol):
    """A module that has a market; the factory hands it to the modules that trade on it."""

    @property
    def market(self) -> Market:
        """The market; usable from the module's `start` on."""
        ...


@runtime_checkable
class FeedModule(Protocol):
    """A module with sources of market data."""

    def feeds(self) -> Sequence[FeedHealth]:
        """Say how they fare; called in the loop, must not block."""
        ...


@runtime_checkable
class TradingModule(Protocol):
    """A module that trades on a market."""

    def trade_on(self, market: Market) -> None:
        """Take the market; called once, before `start`."""
        ...

    def health(self) -> BrokerHealth:
        """Say how the accounts fare; called in the loop, must not block."""
        ...
