"""What a provider offers that shows its order book."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import NamedTuple, Protocol, runtime_checkable


class Level(NamedTuple):
    """What is offered at one price, both scaled as the instrument says."""

    price: int
    size: int


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book as shown: on each side the best price first, every size above 0."""

    version: int
    time: int
    bids: tuple[Level, ...]
    asks: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class BookChange:
    """What differs from the book of the version before; a level of size 0 is gone."""

    version: int
    time: int
    bids: tuple[Level, ...]
    asks: tuple[Level, ...]


@runtime_checkable
class DepthSource(Protocol):
    """A provider with `Capabilities.depth`; called in the loop, must not block."""

    def book(self, symbol: str) -> Book | None:
        """Return the book as of now; None before there is one."""
        ...

    def depth(self, symbol: str) -> AsyncGenerator[Book | BookChange, None]:
        """Yield the book, then what becomes of it; a hole in the versions loses the book.

        Raises:
            ProviderEnded: nothing will ever follow.
        """
        ...


def change_between(old: Book, new: Book) -> BookChange:
    """Return what makes `new` of `old`."""
    return BookChange(
        new.version, new.time, _changed(old.bids, new.bids), _changed(old.asks, new.asks)
    )


def _changed(old: tuple[Level, ...], new: tuple[Level, ...]) -> tuple[Level, ...]:
    before, after = dict(old), dict(new)
    gone = (Level(price, 0) for price in before if price not in after)
    return (*gone, *(level for level in new if before.get(level.price) != level.size))
