"""The order book of one symbol as it comes in: checked, and fetched anew when it is lost."""

from collections.abc import AsyncGenerator
from typing import NamedTuple, Protocol

from trading_api.modules.datafeed.border import Fault, RefusedData
from trading_api.modules.datafeed.providers.base import Served
from trading_api.modules.datafeed.providers.depth_source import Book, BookChange, DepthSource
from trading_api.modules.datafeed.symbol_feeds import FeedListener, SymbolFeed
from trading_api.shared.clock import Clock
from trading_api.shared.ws.producers import Producers

from .book_checks import book_fault, change_fault, changed

# A source that is wrong all the time is not asked for its book all the time.
FETCHES_APART_S = 1.0


class HeardBook(NamedTuple):
    """A book and when it was received, Unix ms by our own clock."""

    book: Book
    received: int


class DepthListener(FeedListener, Protocol):
    """Who hears the book of a symbol."""

    def replaced(self, heard: HeardBook) -> None:
        """The whole book is another."""
        ...

    def moved(self, change: BookChange, heard: HeardBook) -> None:
        """A change has led from the book of the version before to this one."""
        ...


class DepthFeed(SymbolFeed[Book | BookChange, DepthListener]):
    """Shows a book that is whole, or none."""

    def __init__(
        self, served: Served, producers: Producers, refused: RefusedData, clock: Clock
    ) -> None:
        super().__init__(f"depth {served.symbol}", served, producers, clock)
        self.heard: HeardBook | None = None
        self._refused = refused
        self._fetched_s = float("-inf")

    @property
    def _source(self) -> DepthSource:
        source = self.served.provider
        assert isinstance(source, DepthSource)
        return source

    def open(self) -> AsyncGenerator[Book | BookChange, None]:
        return self._source.depth(self.served.symbol)

    def take(self, item: object) -> None:
        if isinstance(item, Book):
            self._replace(item)
        elif isinstance(item, BookChange):
            self._move(item)
        else:
            self._refuse(Fault("wrong_type", f"expected a book, got {type(item).__name__}"))

    def _replace(self, book: Book) -> None:
        fault = book_fault(book, self.served.provider.now_ms())
        if fault is not None:
            self._lose(fault)
            return
        self.heard = HeardBook(book, self._clock.now_ms())
        for listener in self.listeners():
            listener.replaced(self.heard)

    def _move(self, change: BookChange) -> None:
        if self.heard is None:
            self._fetch()
            return
        book, now_ms = self.heard.book, self.served.provider.now_ms()
        if type(change.version) is int and change.version <= book.version:
            # It was on its way when the book was fetched, which has it.
            return
        fault = change_fault(change, book, now_ms)
        after = changed(book, change) if fault is None else book
        fault = fault or book_fault(after, now_ms)
        if fault is not None:
            self._lose(fault)
            return
        self.heard = HeardBook(after, self._clock.now_ms())
        for listener in self.listeners():
            listener.moved(change, self.heard)

    def _lose(self, fault: Fault) -> None:
        """Refuse what came: what followed it would be applied to a book that nobody has."""
        self._refuse(fault)
        self.heard = None
        self._fetch()

    def _fetch(self) -> None:
        """Ask for the whole book."""
        now_s = self._clock.monotonic_s()
        if now_s - self._fetched_s < FETCHES_APART_S:
            return
        self._fetched_s = now_s
        book = self._source.book(self.served.symbol)
        if book is not None:
            self._replace(book)

    def _refuse(self, fault: Fault) -> None:
        self._refused.add(self.served.provider.name, self.served.symbol, fault)
