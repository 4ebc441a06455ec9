"""The ledger's file as its one writer sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json, to_json

from trading_api.modules.broker.engine.steps import Reply

from .account_rows import AccountRows
from .driver import writer_engine
from .machine_parts import PartChanges
from .migrations import prepare
from .statements import Statements, compiled
from .step_codec import encode_balances, encode_record, seal


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


class LedgerFile:
    """Holds the writing connection; every method is called by the writer's thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine: sa.Engine | None = None
        self._connection: sa.Connection | None = None
        self._sql: Statements | None = None

    def open(self) -> None:
        """Open or create the file and bring its tables up to date.

        Raises:
            NewerLedger: a newer product wrote it.
            SQLAlchemyError: it is no ledger, or cannot be written.
        """
        engine = self._engine = writer_engine(self.path)
        prepare(engine, self.path)
        self._connection = engine.connect()
        self._sql = compiled(engine.dialect)

    def close(self) -> None:
        """Close the connection; the last one to close moves the write-ahead log into the file."""
        if self._connection is not None:
            self._connection.close()
        if self._engine is not None:
            self._engine.dispose()
        self._connection = self._engine = None

    @property
    def connection(self) -> sa.Connection:
        if self._connection is None:
            raise RuntimeError(f"{self.path} is not open")
        return self._connection

    def find_reply(self, account_id: str, key: str) -> StoredReply | None:
        """Return what was answered to `key`; None when it is new."""
        assert self._sql is not None
        connection = self.connection
        row = connection.exec_driver_sql(self._sql.find_reply, (account_id, key)).fetchone()
        connection.rollback()
        return None if row is None else StoredReply(row[1], _reply(row[0], row[2]))

    def commit(self, commits: Sequence[AccountCommit]) -> None:
        """Write all of it or nothing.

        Raises:
            SQLAlchemyError: nothing was written.
        """
        assert self._sql is not None
        with self.connection.begin():
            for one in commits:
                if one.new is not None:
                    row = _new_account_row(one, one.new)
                    self.connection.exec_driver_sql(self._sql.add_account, row)
            self._append(self._sql, [one.rows for one in commits])
            for one in commits:
                if one.parts is not None:
                    self._move(self._sql, one, one.parts)

    def set_verified(self, account_id: str, mark: str) -> None:
        """Keep how far the account is verified."""
        with self.connection.begin():
            self.connection.exec_driver_sql(
                "UPDATE account SET verified = ? WHERE id = ?", (mark, account_id)
            )

    def _append(self, sql: Statements, rows: Sequence[AccountRows]) -> None:
        for statement, every in (
            (sql.add_step, [row for one in rows for row in one.step_rows]),
            (sql.add_update, [row for one in rows for row in one.update_rows]),
            (sql.put_order, [row for one in rows for row in one.order_rows]),
            (sql.put_position, [row for one in rows for row in one.position_rows]),
            (sql.add_execution, [row for one in rows for row in one.execution_rows]),
            (sql.add_reply, [row for one in rows for row in one.reply_rows]),
        ):
            if every:
                self.connection.exec_driver_sql(statement, every)

    def _move(self, sql: Statements, commit: AccountCommit, parts: PartChanges) -> None:
        account_id = commit.rows.account_id
        execute = self.connection.exec_driver_sql
        if parts.removed:
            execute(sql.remove_part, [(account_id, *key) for key in parts.removed])
        if parts.put:
            execute(sql.put_part, [(account_id, *row) for row in parts.put])
        execute(sql.move_account, (*_moved(commit, parts), account_id))


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
        encode_balances(last.balances),
        encode_record(last.equity),
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
