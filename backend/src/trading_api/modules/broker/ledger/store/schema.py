"""The tables of the ledger as of `SCHEMA_VERSION`.

Integers that may exceed 64 bits (money) live inside the JSON texts, never in a column.
"""

from typing import Any

import sqlalchemy as sa

SCHEMA_VERSION = 1

metadata = sa.MetaData()

BARE: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}
"""A table that is its primary key's tree: rows are found and appended in one place."""
WIDE: dict[str, Any] = {"sqlite_strict": True}
"""A table with long rows, which a tree of its own holds better."""


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _integer(name: str, *, key: bool = False) -> sa.Column[int]:
    # A key of several columns never numbers itself.
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False, autoincrement=False)


def _account_key() -> sa.Column[str]:
    return sa.Column(
        "account_id", sa.Text, sa.ForeignKey("account.id"), primary_key=True, nullable=False
    )


schema_version = sa.Table("schema_version", metadata, _integer("version", key=True), **BARE)

account = sa.Table(
    "account",
    metadata,
    _text("id", key=True),
    _text("epoch"),
    _text("name"),
    _text("currency"),
    _text("profile"),
    _integer("created_ts"),
    _text("seal"),
    _text("feed"),
    _integer("step"),
    _integer("ts"),
    _integer("cursor_time"),
    _text("cursor_symbol"),
    _integer("orders_seq"),
    _integer("positions_seq"),
    _integer("executions_seq"),
    _text("chain"),
    _text("parts_digest"),
    _text("balances"),
    _text("equity"),
    _text("state_hash"),
    _text("verified"),
    **BARE,
)

step = sa.Table(
    "step",
    metadata,
    _account_key(),
    _integer("step", key=True),
    _integer("ts"),
    _text("kind"),
    _integer("version"),
    _integer("cursor_time"),
    _text("cursor_symbol"),
    _text("cause"),
    _text("body"),
    _text("state_hash"),
    _text("chain"),
    **WIDE,
)

stream_update = sa.Table(
    "stream_update",
    metadata,
    _account_key(),
    _text("route", key=True),
    _integer("seq", key=True),
    _integer("step"),
    _integer("ts"),
    _text("payload"),
    **WIDE,
)
sa.Index("stream_update_by_step", stream_update.c.account_id, stream_update.c.step)

orders = sa.Table(
    "orders",
    metadata,
    _account_key(),
    _text("id", key=True),
    _integer("final"),
    _integer("updated_step"),
    _integer("number"),
    _text("body"),
    **BARE,
)
sa.Index(
    "orders_by_step", orders.c.account_id, orders.c.final, orders.c.updated_step, orders.c.number
)

position = sa.Table(
    "position",
    metadata,
    _account_key(),
    _text("symbol", key=True),
    _integer("place"),
    _integer("open"),
    _text("body"),
    **BARE,
)

execution = sa.Table(
    "execution",
    metadata,
    _account_key(),
    _integer("number", key=True),
    _text("id"),
    _text("symbol"),
    _integer("step"),
    _text("body"),
    _text("explanation"),
    **WIDE,
)
sa.Index("execution_by_id", execution.c.account_id, execution.c.id, unique=True)
sa.Index("execution_by_step", execution.c.account_id, execution.c.step)
sa.Index("execution_by_symbol", execution.c.account_id, execution.c.symbol, execution.c.number)

machine_part = sa.Table(
    "machine_part",
    metadata,
    _account_key(),
    _text("part", key=True),
    _text("key", key=True),
    _integer("place"),
    _text("body"),
    **BARE,
)

reply = sa.Table(
    "reply",
    metadata,
    _account_key(),
    _text("key", key=True),
    _integer("step"),
    _text("command"),
    _text("body"),
    _text("seal"),
    **BARE,
)
