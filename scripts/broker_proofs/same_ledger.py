"""Compares two ledgers row by row, and tells what state one is in."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from trading_api.modules.broker.engine.records import Order
from trading_api.modules.broker.ledger.checking.verification import verify_ledger
from trading_api.modules.broker.ledger.store import schema
from trading_api.modules.broker.ledger.store.driver import reader_engine
from trading_api.modules.broker.ledger.store.step_codec import decode_record

Row = tuple[Any, ...]
NOT_COMPARED = {"account.verified"}
"""Says up to where somebody looked, not what happened."""
MOST_TOLD = 5
PARTIAL, HALF_GROUP = "an order filled in part", "a half-filled group"
PROTECTION, OPEN = "protection", "open orders"
STATES = (PARTIAL, HALF_GROUP, OPEN)
"""Every run must meet these; protection is met by a long one."""


def differences(one: Path, other: Path) -> Iterator[str]:
    """Verify both ledgers, and yield where they are not the same, each table's first rows.

    Raises:
        LedgerCorrupt: one of them contradicts itself.
    """
    first, second = _tables(one), _tables(other)
    for name, rows in first.items():
        others = second[name]
        if len(rows) != len(others):
            yield f"{name}: {len(rows)} rows and {len(others)}"
        unequal = [pair for pair in zip(rows, others, strict=False) if pair[0] != pair[1]]
        if unequal:
            yield f"{name}: {len(unequal)} rows differ"
        for left, right in unequal[:MOST_TOLD]:
            yield f"{name}: {left!r:.600} is not {right!r:.600}"


def sizes(path: Path) -> tuple[dict[str, int], Counter[str]]:
    """Return how many rows each table has, and how many steps there are of each kind."""
    tables = _tables(path)
    kind = [column.name for column in schema.step.columns].index("kind")
    kinds = Counter(str(row[kind]) for row in tables["step"])
    return {name: len(rows) for name, rows in tables.items()}, kinds


def scenes(path: Path, closing: int) -> Counter[str]:
    """Return how often a ledger holds what a restart could disturb; `closing` is a tick's time."""
    tables = _tables(path)
    body = [column.name for column in schema.orders.columns].index("body")
    orders = [decode_record(Order, row[body]) for row in tables["orders"]]
    found = Counter(str(order.reason) for order in orders if order.is_final and order.reason)
    partly = [order for order in orders if 0 < order.filled_qty < order.qty]
    found["canceled after a partial fill"] = sum(o.reason == "ORDER_CANCELED" for o in partly)
    found["expired after a partial fill"] = sum(o.reason == "ORDER_EXPIRED" for o in partly)
    names = [column.name for column in schema.step.columns]
    on_close = [row for row in tables["step"] if row[names.index("ts")] == closing]
    for kind in ("order_filled", "order_expired"):
        count = sum(row[names.index("kind")] == kind for row in on_close)
        found[f"{kind} on the closing tick"] = count
    return found


def rare_states(path: Path) -> Iterator[str]:
    """Yield the states that the ledger of a killed process was left in."""
    if not path.exists():
        return
    engine = reader_engine(path, readers=1)
    try:
        with engine.begin() as connection:
            if "orders" not in sa.inspect(connection).get_table_names():
                return
            query = sa.select(schema.orders.c.body).where(schema.orders.c.final == 0)
            texts = connection.execute(query).scalars().all()
    finally:
        engine.dispose()
    working = [decode_record(Order, text) for text in texts]
    partial = [order for order in working if order.filled_qty]
    if partial:
        yield PARTIAL
    if any(order.oco_group for order in partial):
        yield HALF_GROUP
    if any(order.is_child for order in working):
        yield PROTECTION
    if working:
        yield OPEN


def _tables(path: Path) -> dict[str, list[Row]]:
    engine = reader_engine(path, readers=1)
    try:
        with engine.begin() as connection:
            verify_ledger(connection, whole=True)
            return {table.name: _rows(connection, table) for table in schema.metadata.sorted_tables}
    finally:
        engine.dispose()


def _rows(connection: sa.Connection, table: sa.Table) -> list[Row]:
    columns = [one for one in table.columns if str(one) not in NOT_COMPARED]
    query = sa.select(*columns).order_by(*table.primary_key.columns)
    return [tuple(row) for row in connection.execute(query)]
