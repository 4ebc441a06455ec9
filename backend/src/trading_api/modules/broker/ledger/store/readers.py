"""What the committed record says, to any number of askers, a bounded number at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json

from trading_api.modules.broker.engine.inputs import Cursor
from trading_api.modules.broker.engine.records import Balance, Equity, Execution, Order, Position

from .account_rows import Head, StreamUpdate
from .driver import READERS, reader_engine
from .ledger_file import AccountOpening
from .machine_parts import MachineParts, PartRow
from .schema import account, execution, machine_part, orders, position, stream_update
from .step_codec import decode_equity, decode_record

PAGE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class AccountState:
    """An account as of `head.step`: what is open, its money, its place in each stream."""

    opening: AccountOpening
    epoch: str
    created_ts: int
    feed: str
    head: Head
    orders: tuple[Order, ...]
    """Those that are not final, by number."""
    positions: tuple[Position, ...]
    """Those that are not flat, in the order of their first steps."""
    balances: tuple[Balance, ...]
    equity: Equity
    state_hash: str


class LedgerReaders:
    """Reads committed state; every method blocks, and may be called from any thread.

    No more than `READERS` read at once; who comes later waits.
    """

    def __init__(self, path: Path, readers: int = READERS) -> None:
        self.path = path
        self._engine = reader_engine(path, readers)

    def close(self) -> None:
        """Close the connections that nobody uses."""
        self._engine.dispose()

    def account_ids(self) -> list[str]:
        """Return the accounts, in the order in which they were opened."""
        with self._engine.connect() as connection:
            return account_ids(connection)

    def state(self, account_id: str) -> AccountState:
        """Return an account's state and position, of one transaction.

        Raises:
            KeyError: there is no such account.
        """
        with self._engine.begin() as connection:
            return account_state(connection, account_id)

    def page(self, account_id: str, route: str, after: int, limit: int) -> list[StreamUpdate]:
        """Return the updates of a lossless route after `after`, ascending, `PAGE_LIMIT` at most."""
        u = stream_update.c
        query = (
            sa.select(u.route, u.seq, u.step, u.ts, u.payload)
            .where(u.account_id == account_id, u.route == route, u.seq > after)
            .order_by(u.seq)
            .limit(min(limit, PAGE_LIMIT))
        )
        with self._engine.connect() as connection:
            return [StreamUpdate(*row) for row in connection.execute(query)]

    def final_orders(
        self, account_id: str, before_step: int | None = None, limit: int | None = None
    ) -> list[Order]:
        """Return orders that are final, ascending by the step that made them so.

        With `limit` the newest ones before `before_step`.
        """
        o = orders.c
        query = sa.select(o.body).where(o.account_id == account_id, o.final == 1)
        if before_step is not None:
            query = query.where(o.updated_step < before_step)
        query = query.order_by(o.updated_step.desc(), o.number.desc()).limit(limit)
        with self._engine.connect() as connection:
            found = [decode_record(Order, row.body) for row in connection.execute(query)]
        return found[::-1]

    def order(self, account_id: str, order_id: str) -> Order | None:
        """Return an order, final or not; None without one."""
        o = orders.c
        query = sa.select(o.body).where(o.account_id == account_id, o.id == order_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else decode_record(Order, row.body)

    def executions(
        self,
        account_id: str,
        symbol: str | None = None,
        before: int | None = None,
        limit: int = PAGE_LIMIT,
    ) -> list[Execution]:
        """Return the newest executions with a number below `before`, ascending."""
        e = execution.c
        query = sa.select(e.body).where(e.account_id == account_id)
        if symbol is not None:
            query = query.where(e.symbol == symbol)
        if before is not None:
            query = query.where(e.number < before)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(e.number.desc()).limit(limit)).all()
        return [decode_record(Execution, row.body) for row in reversed(rows)]

    def explanation(self, account_id: str, execution_id: str) -> dict[str, Any] | None:
        """Return what an execution was computed from; None without such an execution."""
        e = execution.c
        query = sa.select(e.explanation).where(e.account_id == account_id, e.id == execution_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else from_json(row.explanation)

    def read(self, reading: Callable[[sa.Connection], Any]) -> Any:
        """Return what `reading` makes of one transaction."""
        with self._engine.begin() as connection:
            return reading(connection)


def account_ids(connection: sa.Connection) -> list[str]:
    query = sa.select(account.c.id).order_by(account.c.created_ts, account.c.id)
    return list(connection.execute(query).scalars())


def account_state(connection: sa.Connection, account_id: str) -> AccountState:
    """Return the state of an account as of the connection's transaction.

    Raises:
        KeyError: there is no such account.
    """
    row = connection.execute(sa.select(account).where(account.c.id == account_id)).one_or_none()
    if row is None:
        raise KeyError(account_id)
    o, p = orders.c, position.c
    of_orders = sa.select(o.body).where(o.account_id == account_id, o.final == 0)
    of_positions = sa.select(p.body).where(p.account_id == account_id, p.open == 1)
    return AccountState(
        opening=AccountOpening(row.id, row.name, row.currency, from_json(row.profile)),
        epoch=row.epoch,
        created_ts=row.created_ts,
        feed=row.feed,
        head=head_of(row),
        orders=_decoded(Order, connection, of_orders.order_by(o.number)),
        positions=_decoded(Position, connection, of_positions.order_by(p.place)),
        balances=tuple(Balance(**one) for one in from_json(row.balances)),
        equity=decode_equity(from_json(row.equity)),
        state_hash=row.state_hash,
    )


def machine_parts(connection: sa.Connection, account_id: str) -> MachineParts:
    """Return the rows of what no record tells."""
    m = machine_part.c
    query = sa.select(m.part, m.key, m.place, m.body).where(m.account_id == account_id)
    return MachineParts.of_rows(PartRow(*row) for row in connection.execute(query))


def machine_dump(connection: sa.Connection, account_id: str, parts: MachineParts) -> dict[str, Any]:
    """Return what `AccountMachine.dump` returned after the account's last step."""
    o, p = orders.c, position.c
    of_orders = sa.select(o.body).where(o.account_id == account_id, o.final == 0)
    of_positions = sa.select(p.body).where(p.account_id == account_id)
    return {
        **parts.dump(),
        "orders": _raw(connection, of_orders.order_by(o.number)),
        "positions": _raw(connection, of_positions.order_by(p.place)),
    }


def head_of(row: sa.Row[Any]) -> Head:
    return Head(
        row.step,
        row.ts,
        Cursor(row.cursor_time, row.cursor_symbol),
        row.chain,
        row.orders_seq,
        row.positions_seq,
        row.executions_seq,
    )


def _decoded(kind: Any, connection: sa.Connection, query: sa.Select[Any]) -> tuple[Any, ...]:
    return tuple(decode_record(kind, text) for text in connection.execute(query).scalars())


def _raw(connection: sa.Connection, query: sa.Select[Any]) -> Sequence[dict[str, Any]]:
    return [from_json(text) for text in connection.execute(query).scalars()]
