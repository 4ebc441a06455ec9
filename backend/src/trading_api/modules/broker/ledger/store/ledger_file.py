"""The ledger's file as its one writer sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa
from pydantic_core import from_json, to_json

from trading_api.modules.broker.engine.steps import Reply

from . import schema
from .account_rows import AccountRows
from .driver import writer_engine
from .machine_parts import PartChanges
from .migrations import prepare
from .record_texts import equity_text
from .statements import Statements, compiled
from .step_codec import balances_text, seal


@dataclass(frozen=True, slots=True)
class AccountOpening:
    """What an account is made with; `profile` is the engine's, in JSON's types."""

    id: str
    name: str
    currency: str
    profile: dict[str, Any]


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account whose first step is being written."""

    opening: AccountOpening
    epoch: str
    created_ts: int


@dataclass(frozen=True, slots=True)
class AccountCommit:
    """Everything that one transaction writes for one account."""

    rows: AccountRows
    parts: PartChanges | None
    """None where no step was made: replies alone."""
    feed: str
    new: NewAccount | None = None


@dataclass(frozen=True, slots=True)
class StoredReply:
    """The answer to a key, and the command that it answered, as JSON."""

    command: str
    reply: Reply


class _Open(NamedTuple):
    engine: sa.Engine
    connection: sa.Connection
    cursor: Any
    """Of the module below SQLAlchemy: a commit writes dozens of rows, it need not be told how."""
    sql: Statements


class LedgerFile:
    """Holds the writing connection; every method is called by the writer's thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: _Open | None = None

    def open(self) -> None:
        """Open or create the file and bring its tables up to date.

        Raises:
            NewerLedger: a newer product wrote it.
            SQLAlchemyError: it is no ledger, or cannot be written.
        """
        engine = writer_engine(self.path)
        prepare(engine, self.path)
        connection = engine.connect()
        cursor = connection.connection.cursor()
        self._open = _Open(engine, connection, cursor, compiled(engine.dialect))

    def close(self) -> None:
        """Close the connection; the last one to close moves the write-ahead log into the file."""
        if self._open is not None:
            self._open.cursor.close()
            self._open.connection.close()
            self._open.engine.dispose()
            self._open = None

    @property
    def connection(self) -> sa.Connection:
        return self._opened.connection

    @property
    def _opened(self) -> _Open:
        if self._open is None:
            raise RuntimeError(f"{self.path} is not open")
        return self._open

    def find_reply(self, account_id: str, key: str) -> StoredReply | None:
        """Return what was answered to `key`; None when it is new."""
        file = self._opened
        row = file.cursor.execute(file.sql.find_reply, (account_id, key)).fetchone()
        return None if row is None else StoredReply(row[1], _reply(row[0], row[2]))

    def commit(self, commits: Sequence[AccountCommit]) -> None:
        """Write all of it or nothing.

        Raises:
            SqliteError, SQLAlchemyError: nothing was written.
        """
        sql = self._opened.sql
        with self.connection.begin():
            new = [_new_account_row(one, one.new) for one in commits if one.new is not None]
            self.write_rows(sql.add_account, new)
            self._append(sql, [one.rows for one in commits])
            for one in commits:
                if one.parts is not None:
                    self._move(sql, one, one.parts)

    def set_verified(self, account_id: str, mark: str) -> None:
        """Keep how far the account is verified."""
        table = schema.account
        with self.connection.begin():
            self.connection.execute(
                sa.update(table).where(table.c.id == account_id).values(verified=mark)
            )

    def write_rows(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement for each row, within the transaction."""
        if rows:
            self._opened.cursor.executemany(statement, rows)

    def _append(self, sql: Statements, rows: Sequence[AccountRows]) -> None:
        self.write_rows(sql.add_step, [row for one in rows for row in one.step_rows])
        self.write_rows(sql.add_update, [row for one in rows for row in one.update_rows])
        self.write_rows(sql.put_order, [row for one in rows for row in one.order_rows])
        self.write_rows(sql.put_position, [row for one in rows for row in one.position_rows])
        self.write_rows(sql.add_execution, [row for one in rows for row in one.execution_rows])
        self.write_rows(sql.add_reply, [row for one in rows for row in one.reply_rows])

    def _move(self, sql: Statements, commit: AccountCommit, parts: PartChanges) -> None:
        account_id = commit.rows.account_id
        self.write_rows(sql.remove_part, [(account_id, *key) for key in parts.removed])
        self.write_rows(sql.put_part, [(account_id, *row) for row in parts.put])
        self.write_rows(sql.move_account, [(*_moved(commit, parts), account_id)])


def _moved(commit: AccountCommit, parts: PartChanges) -> tuple[Any, ...]:
    head, last = commit.rows.head, commit.rows.steps[-1]
    return (
        commit.feed,
        head.step,
        head.ts,
        *head.cursor,
        head.orders,
        head.positions,
        head.executions,
        head.chain,
        parts.digest,
        balances_text(last.balances),
        equity_text(last.equity),
        last.state_hash,
    )


def _new_account_row(commit: AccountCommit, new: NewAccount) -> tuple[Any, ...]:
    opening = new.opening
    profile = to_json(opening.profile).decode()
    identity = (opening.id, new.epoch, opening.name, opening.currency, profile, new.created_ts)
    # The rest is set by the account's first step, in the same transaction.
    return (*identity, seal(*identity), commit.feed, 0, 0, 0, "", 0, 0, 0, "", "", "", "", "", "")


def _reply(step: int, body: str) -> Reply:
    members = from_json(body)
    return Reply(step, members["order_id"], members["details"])
