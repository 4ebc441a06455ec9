"""Steps as they lie in the file, each with its updates and executions, page by page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from trading_api.modules.broker.ledger.store import schema
from trading_api.modules.broker.ledger.store.account_rows import StreamUpdate

STEPS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StoredStep:
    """One row of `step`; updates ascend by route and number, execution rows by number."""

    row: sa.Row[Any]
    updates: list[StreamUpdate]
    executions: list[Any]


def stored_steps(connection: sa.Connection, account_id: str, after: int) -> Iterator[StoredStep]:
    """Yield the steps after `after`, ascending; what belongs to no step is not seen."""
    s = schema.step
    query = sa.select(s).where(s.c.account_id == account_id).order_by(s.c.step)
    while True:
        rows = connection.execute(query.where(s.c.step > after).limit(STEPS_AT_ONCE)).all()
        if not rows:
            return
        span = (account_id, after, rows[-1].step)
        updates, executions = _updates(connection, span), _executions(connection, span)
        for row in rows:
            yield StoredStep(row, updates.get(row.step, []), executions.get(row.step, []))
        after = rows[-1].step


Span = tuple[str, int, int]
"""Account, and its steps after the first number up to the second."""


def _updates(connection: sa.Connection, span: Span) -> dict[int, list[StreamUpdate]]:
    account_id, after, last = span
    u = schema.stream_update.c
    query = (
        sa.select(u.route, u.seq, u.step, u.ts, u.payload)
        .where(u.account_id == account_id, u.step > after, u.step <= last)
        .order_by(u.step, u.route, u.seq)
    )
    found: dict[int, list[StreamUpdate]] = {}
    for row in connection.execute(query):
        found.setdefault(row.step, []).append(StreamUpdate(*row))
    return found


def _executions(connection: sa.Connection, span: Span) -> dict[int, list[Any]]:
    account_id, after, last = span
    e = schema.execution.c
    query = (
        sa.select(e.step, e.number, e.id, e.symbol, e.body, e.explanation)
        .where(e.account_id == account_id, e.step > after, e.step <= last)
        .order_by(e.number)
    )
    found: dict[int, list[Any]] = {}
    for row in connection.execute(query):
        found.setdefault(row.step, []).append(row)
    return found
