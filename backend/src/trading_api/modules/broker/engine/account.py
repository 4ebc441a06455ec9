"""The state of one account, and the indexes that follow from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from .inputs import Cursor, RiskLimits
from .listing import Listing
from .matching.book import Book, is_listed
from .matching.market import Market
from .profile import AccountProfile
from .records import Balance, Order, Position
from .state.state_hash import FIRST_CHAIN, StateHash
from .state.timer_queue import TimerQueue
from .terms import Terms

Mode = Literal["ACTIVE", "REDUCING", "HALTED"]
START = Cursor(0, "")


@dataclass(slots=True)
class Counters:
    """What ids derive from, and the chain over all executions."""

    step: int = 0
    orders: int = 0
    executions: int = 0
    chain: str = FIRST_CHAIN


@dataclass(slots=True)
class Cash:
    """Running sums of the account's currency, over its whole life, in `MONEY_SCALE`."""

    cash: int = 0
    transfers: int = 0
    realized: int = 0
    fees: int = 0
    reserved: int = 0
    adjustments: int = 0
    realized_before_reset: int = 0
    """Realized less fees as of the last reset: what is shown counts from there."""


@dataclass(slots=True)
class Day:
    """The account's UTC day: when it ends, and its equity at the start."""

    end: int = 0
    equity: int = 0


@dataclass(slots=True)
class OrderRate:
    """Orders accepted in one second of the account's time."""

    second: int = 0
    count: int = 0


@dataclass(slots=True)
class Account:
    """Everything that decides what the next input does.

    Orders here are those that are not final. `pairs`, `groups`, `books`, `by_symbol`, `watched`
    and `timers` are indexes: they follow from the orders and the positions.
    """

    profile: AccountProfile
    terms: Callable[[str], Terms | None]
    limits: RiskLimits
    ts: int = 0
    cursor: Cursor = START
    mode: Mode = "ACTIVE"
    counters: Counters = field(default_factory=Counters)
    cash: Cash = field(default_factory=Cash)
    day: Day = field(default_factory=Day)
    rate: OrderRate = field(default_factory=OrderRate)
    leverage: dict[str, int] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    positions: dict[str, Position] = field(default_factory=dict)
    markets: dict[str, Market] = field(default_factory=dict)
    finished_groups: dict[str, None] = field(default_factory=dict)
    """The newest one-cancels-other groups that had a fill: nothing joins them any more."""
    books: dict[str, Book] = field(default_factory=dict)
    by_symbol: dict[str, dict[str, None]] = field(default_factory=dict)
    pairs: dict[str, dict[str, None]] = field(default_factory=dict)
    groups: dict[str, dict[str, None]] = field(default_factory=dict)
    timers: TimerQueue = field(default_factory=TimerQueue)
    hash: StateHash = field(default_factory=StateHash)
    open_symbols: frozenset[str] | None = None
    listings: dict[str, Listing] = field(default_factory=dict)

    def listing(self, symbol: str) -> Listing | None:
        """Return the instrument, looked up once; None where nobody knows it."""
        known = self.listings.get(symbol)
        if known is None:
            terms = self.terms(symbol)
            if terms is None:
                return None
            known = self.listings[symbol] = Listing.of(terms)
        return known

    def listed(self, symbol: str) -> Listing:
        """Return the instrument of something that the account already has."""
        known = self.listings.get(symbol) or self.listing(symbol)
        if known is None:
            raise LookupError(f"account {self.profile.id} holds {symbol}, which nobody lists")
        return known

    def market(self, symbol: str) -> Market:
        found = self.markets.get(symbol)
        if found is None:
            found = self.markets[symbol] = Market()
        return found

    def position(self, symbol: str) -> Position:
        return self.positions.get(symbol) or Position(symbol)

    def leverage_of(self, symbol: str) -> int:
        return self.leverage.get(symbol, self.profile.leverage)

    @property
    def symbols(self) -> frozenset[str]:
        """Symbols with an order that is not final or a position that is not flat."""
        if self.open_symbols is None:
            held = (symbol for symbol, position in self.positions.items() if position.qty)
            self.open_symbols = frozenset(self.by_symbol).union(held)
        return self.open_symbols

    @property
    def balance(self) -> Balance:
        c = self.cash
        return Balance(
            self.profile.currency,
            c.cash,
            c.transfers,
            c.realized,
            c.fees,
            c.reserved,
            c.adjustments,
        )

    def put_order(self, order: Order) -> None:
        """Make `order` the current one of its id, or drop it when it is final."""
        old = self.orders.get(order.id)
        if old is not None:
            self._unlist(old)
        elif not order.is_final:
            self._index(order)
        if order.is_final:
            if old is not None:
                del self.orders[order.id]
                self._forget(old)
            return
        self.orders[order.id] = order
        self.cash.reserved += order.reserved
        if is_listed(order):
            book = self.books.get(order.symbol)
            if book is None:
                book = self.books[order.symbol] = Book()
            book.add(order)

    def put_position(self, position: Position) -> None:
        old = self.positions.get(position.symbol)
        if (old is not None and old.qty != 0) != (position.qty != 0):
            self.open_symbols = None
        self.positions[position.symbol] = position

    def _unlist(self, old: Order) -> None:
        self.cash.reserved -= old.reserved
        if is_listed(old):
            self.books[old.symbol].remove(old)

    def _index(self, order: Order) -> None:
        of_symbol = self.by_symbol.get(order.symbol)
        if of_symbol is None:
            of_symbol = self.by_symbol[order.symbol] = {}
            self.open_symbols = None
        of_symbol[order.id] = None
        if order.is_child and order.bracket_id is not None:
            self.pairs.setdefault(order.bracket_id, {})[order.id] = None
        if order.oco_group is not None:
            self.groups.setdefault(order.oco_group, {})[order.id] = None
        if order.expires_ts is not None:
            self.timers.add(order.expires_ts, order.number, order.id)

    def _forget(self, order: Order) -> None:
        of_symbol = self.by_symbol[order.symbol]
        del of_symbol[order.id]
        if not of_symbol:
            del self.by_symbol[order.symbol]
            self.open_symbols = None
        if order.is_child and order.bracket_id is not None:
            _drop(self.pairs, order.bracket_id, order.id)
        if order.oco_group is not None:
            _drop(self.groups, order.oco_group, order.id)
        if order.expires_ts is not None:
            self.timers.remove(order.expires_ts, order.number, order.id)


def _drop(index: dict[str, dict[str, None]], key: str, order_id: str) -> None:
    members = index[key]
    del members[order_id]
    if not members:
        del index[key]
