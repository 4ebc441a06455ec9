"""What a provider offers that knows each trade: time and sales."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

Side = Literal["buy", "sell"]


@dataclass(frozen=True, slots=True)
class Trade:
    """One trade; price and size are scaled as its instrument says.

    `time` is when it was made, Unix ms, UTC. `side` is the one that took; None where nobody says.
    """

    id: str
    time: int
    price: int
    size: int
    side: Side | None


@runtime_checkable
class TradeSource(Protocol):
    """A provider with `Capabilities.trades`; called in the loop, must not block."""

    def recent_trades(self, symbol: str, count: int) -> Sequence[Trade]:
        """Return the newest `count` trades in the order in which they became known."""
        ...

    def trades(self, symbol: str) -> AsyncGenerator[Trade, None]:
        """Yield each trade that follows `recent_trades` as it becomes known.

        One that becomes known late has the time at which it was made: `history` and `forming`
        count it when it is yielded.

        Raises:
            ProviderEnded: no trade will ever follow.
        """
        ...
