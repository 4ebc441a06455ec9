"""The writer's statements, compiled once: the hot path pays for SQLite, not for building SQL."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as upsert

from . import schema


@dataclass(frozen=True)
class Statements:
    """SQL texts whose parameters are a row's columns in the table's order."""

    add_step: str
    add_update: str
    add_execution: str
    add_reply: str
    add_account: str
    put_order: str
    put_position: str
    put_part: str
    remove_part: str
    move_account: str
    find_reply: str


MOVING = (
    "feed",
    "step",
    "ts",
    "cursor_time",
    "cursor_symbol",
    "orders_seq",
    "positions_seq",
    "executions_seq",
    "chain",
    "parts_digest",
    "balances",
    "equity",
    "state_hash",
)
"""What a commit changes of an account, in the order of `move_account`'s parameters; last its id."""


def compiled(dialect: sa.Dialect) -> Statements:
    """Return the statements as the dialect writes them."""

    def text(statement: sa.ClauseElement) -> str:
        return str(statement.compile(dialect=dialect))

    account, part, reply = schema.account, schema.machine_part, schema.reply
    moved: dict[str, sa.BindParameter[Any]] = {name: sa.bindparam(f"new_{name}") for name in MOVING}
    return Statements(
        add_step=text(sa.insert(schema.step)),
        add_update=text(sa.insert(schema.stream_update)),
        add_execution=text(sa.insert(schema.execution)),
        add_reply=text(sa.insert(reply)),
        add_account=text(sa.insert(account)),
        put_order=text(_put(schema.orders, ())),
        # The place is that of its first step.
        put_position=text(_put(schema.position, ("place",))),
        put_part=text(_put(part, ())),
        remove_part=text(
            sa.delete(part).where(
                part.c.account_id == sa.bindparam("account"),
                part.c.part == sa.bindparam("of_part"),
                part.c.key == sa.bindparam("of_key"),
            )
        ),
        move_account=text(
            sa.update(account).values(moved).where(account.c.id == sa.bindparam("of_id"))
        ),
        find_reply=text(
            sa.select(reply.c.step, reply.c.command, reply.c.body).where(
                reply.c.account_id == sa.bindparam("account"), reply.c.key == sa.bindparam("of_key")
            )
        ),
    )


def _put(table: sa.Table, kept: tuple[str, ...]) -> sa.ClauseElement:
    statement = upsert(table)
    keys = [column.name for column in table.primary_key]
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in keys and column.name not in kept
    }
    return statement.on_conflict_do_update(index_elements=keys, set_=changed)
