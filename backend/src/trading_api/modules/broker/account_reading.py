"""Reads what is committed, off the loop: at most eight readers at once, each one transaction."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

import sqlalchemy as sa

from trading_api.shared.errors import Refusal

from .account_parts import account_parts
from .engine.engine import AccountEngine
from .engine.records import Execution, Order
from .ledger.store.account_rows import StreamUpdate
from .ledger.store.driver import READERS
from .ledger.store.readers import LedgerReaders, account_state, machine_dump, machine_parts
from .ledger.store.schema import execution, orders, reply
from .ledger.store.step_codec import decode_record
from .states import Place, RouteState, orders_state, place_of, positions_state
from .trading_days import TradingDays
from .venue import PaperEngines, Venue

T = TypeVar("T")
Read = Callable[[sa.Connection], T]


class AccountReading:
    """Answers from the ledger; `readers` returns its connections, or refuses while it is shut."""

    def __init__(self, venue: Venue, readers: Callable[[], LedgerReaders]) -> None:
        self._venue = venue
        self._readers = readers
        self._engines = PaperEngines(venue)
        self._days = TradingDays(venue.market)
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="ledger-reader")

    def close(self) -> None:
        """Take nothing more; who has asked is answered."""
        self._threads.shutdown(wait=False)

    async def place(self, account_id: str, route: str) -> Place:
        """Return where a route of an account stands."""
        return await self.read(partial(place_of, account_id=account_id, route=route))

    async def page(
        self, account_id: str, route: str, after: int, limit: int
    ) -> Sequence[StreamUpdate]:
        """Return updates after `after`, ascending without a hole; empty at the top."""
        readers = self._readers()
        return await self._run(lambda: readers.page(account_id, route, after, limit))

    async def state(self, account_id: str, route: str) -> RouteState:
        """Return what a new listener of a route needs to know, with its place."""
        return await self.read(lambda connection: self._state(connection, account_id, route))

    async def executions(
        self, account_id: str, symbol: str | None, page: tuple[int | None, int | None]
    ) -> tuple[Place, list[Execution]]:
        """Return executions ascending; `page` is (before this number, the newest so many)."""
        return await self.read(lambda connection: _executions(connection, account_id, symbol, page))

    async def final_orders(
        self, account_id: str, page: tuple[int | None, int | None]
    ) -> tuple[Place, list[Order]]:
        """Return final orders ascending; `page` is (before this step, the newest so many).

        A page ends between two steps, or the next one would begin after what it left out.
        """
        return await self.read(lambda connection: _final_orders(connection, account_id, page))

    async def order(self, account_id: str, order_id: str) -> Order | None:
        """Return an order, final or not; None without one."""
        readers = self._readers()
        return await self._run(lambda: readers.order(account_id, order_id))

    async def is_answered(self, account_id: str, key: str) -> bool:
        """Return whether a command of this key was carried out."""
        r = reply.c
        query = sa.select(r.step).where(r.account_id == account_id, r.key == key)
        return await self.read(lambda connection: connection.execute(query).first() is not None)

    async def explanation(self, account_id: str, execution_id: str) -> dict[str, Any] | None:
        """Return what an execution was computed from; None without one."""
        readers = self._readers()
        return await self._run(lambda: readers.explanation(account_id, execution_id))

    async def with_copy(
        self, account_id: str, act: Callable[[AccountEngine], T], symbol: str | None = None
    ) -> T:
        """Return what `act` makes of a copy of the account, which knows the newest prices.

        The copy is of the last committed step and is thrown away: whatever is tried on it, the
        account never learns of it. `symbol` is one whose price it needs beside those it watches.
        """

        def run(connection: sa.Connection) -> T:
            return act(self._copy(connection, account_id, symbol))

        return await self.read(run)

    async def read(self, reading: Read[T]) -> T:
        """Return what `reading` makes of one transaction.

        Raises:
            Refusal: the ledger is not open.
        """
        readers = self._readers()

        def run() -> T:
            result: T = readers.read(reading)
            return result

        return await self._run(run)

    async def _run(self, act: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, act)
        except sa.exc.SQLAlchemyError as failure:
            message = f"the record cannot be read now: {type(failure).__name__}; try again"
            raise Refusal("LEDGER_UNAVAILABLE", message) from failure

    def _state(self, connection: sa.Connection, account_id: str, route: str) -> RouteState:
        listing_of = self._venue.listing
        if route == "orders":
            days = (self._days, self._venue.market.feed.now_ms)
            return orders_state(connection, account_id, listing_of, days)
        if route == "positions":
            return positions_state(connection, account_id, listing_of)
        if route == "account":
            return account_parts(connection, account_id, listing_of)
        # REST serves the executions of the past (rule S5).
        return RouteState(place_of(connection, account_id, route), [])

    def _copy(
        self, connection: sa.Connection, account_id: str, symbol: str | None
    ) -> AccountEngine:
        state = account_state(connection, account_id)
        parts = machine_parts(connection, account_id)
        dump = machine_dump(connection, account_id, parts)
        engine = self._engines.load(state.opening, dump)
        for each in engine.symbols.union([] if symbol is None else [symbol]):
            tick = self._venue.newest(each)
            if tick is not None:
                engine.observe(tick)
        return engine


def _executions(
    connection: sa.Connection,
    account_id: str,
    symbol: str | None,
    page: tuple[int | None, int | None],
) -> tuple[Place, list[Execution]]:
    e, (before, limit) = execution.c, page
    query = sa.select(e.body).where(e.account_id == account_id)
    if symbol is not None:
        query = query.where(e.symbol == symbol)
    if before is not None:
        query = query.where(e.number < before)
    rows = connection.execute(query.order_by(e.number.desc()).limit(limit)).scalars()
    found = [decode_record(Execution, body) for body in rows]
    return place_of(connection, account_id, "executions"), found[::-1]


def _final_orders(
    connection: sa.Connection, account_id: str, page: tuple[int | None, int | None]
) -> tuple[Place, list[Order]]:
    o, (before_step, limit) = orders.c, page
    query = sa.select(o.body).where(o.account_id == account_id, o.final == 1)
    if before_step is not None:
        query = query.where(o.updated_step < before_step)
    if limit is not None:
        steps = query.with_only_columns(o.updated_step).order_by(o.updated_step.desc())
        first_step = connection.execute(steps.limit(1).offset(limit - 1)).scalar() or 0
        query = query.where(o.updated_step >= first_step)
    rows = connection.execute(query.order_by(o.updated_step, o.number)).scalars()
    found = [decode_record(Order, body) for body in rows]
    return place_of(connection, account_id, "orders"), found
