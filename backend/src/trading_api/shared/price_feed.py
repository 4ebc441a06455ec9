"""What the broker needs of market data: ticks in one order, which can be read again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from .errors import Refusal


class Cursor(NamedTuple):
    """A place in the feed's order: by time, and at one time by symbol.

    Every tick up to and with it has been offered to the account.
    """

    time: int
    symbol: str


END_OF_MS = "\U0010ffff"
"""Sorts after every symbol: a command's cursor says that all ticks of its time were offered."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One event of a market; None where it does not quote, does not trade or tells no size.

    `gap` marks a first price after time without trading: nothing traded between it and the one
    before, so what it jumped over executes at this price.
    """

    symbol: str
    time: int
    received: int
    bid: int | None
    ask: int | None
    last: int | None
    bid_size: int | None
    ask_size: int | None
    last_size: int | None
    gap: bool = False

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.time, self.symbol)


class PriceFeed(Protocol):
    """Ticks of the symbols that somebody reads, merged in the order of their cursors.

    One thread, which is not the loop's, calls everything here; all but `rewind`, `forget` and
    `take` are for any thread. Those and `newest` may block for as long as reading takes. Who
    feeds it wakes that thread when there is something to take.
    """

    @property
    def name(self) -> str:
        """Names the content: of two feeds with one name, a cursor means the same tick."""
        ...

    @property
    def rewindable(self) -> bool:
        """Whether `rewind` reaches any place of the past, in this process and in the next."""
        ...

    def now_ms(self) -> int:
        """Return the feed's time, Unix ms, UTC: the wall clock, or the replay's."""
        ...

    def begin(self) -> None:
        """Let the feed's time begin, where it waits for somebody: there is an order."""
        ...

    def resume(self, time_ms: int) -> None:
        """Go on from this time, where the feed's is before and can: accounts lived until then."""
        ...

    def standstill(self) -> str:
        """Say in a sentence why the feed's time does not go on; empty when it does."""
        ...

    def refusal(self, symbol: str) -> Refusal | None:
        """Return why nothing should execute at the price of `symbol` just now; else None.

        It follows from the wall's clock, so it is asked before a command and is in no record.
        """
        ...

    def newest(self, symbol: str, until_ms: int) -> Tick | None:
        """Return the newest tick of `symbol` with `time <= until_ms`; None without any."""
        ...

    def rewind(self, places: Mapping[str, Cursor]) -> None:
        """Read each symbol from its place on, the tick at it included; the others go on.

        A symbol that was not read is read from now on. A feed that is not rewindable begins with
        what it hears next.
        """
        ...

    def forget(self, symbols: Collection[str]) -> None:
        """Stop reading these symbols."""
        ...

    def take(self, until_ms: int, limit: int) -> Sequence[Tick]:
        """Return the oldest ticks with `time <= until_ms` not yet taken, `limit` at most.

        Fewer than `limit` means that none is left: no tick of that time follows any more.
        """
        ...
