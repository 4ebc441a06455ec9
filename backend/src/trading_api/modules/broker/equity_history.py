"""What an account was worth in the past, as its steps have recorded it."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from trading_api.models.broker import EquityPoint

from .engine.state.decimals import money
from .ledger.store.schema import step
from .ledger.store.step_codec import decode_records

FIRST_STEP = 1


@dataclass(frozen=True, slots=True)
class Span:
    """A time to be cut into `points` parts of one length; Unix ms, `end` not in it.

    None is the first and the last step.
    """

    start: int | None
    end: int | None
    points: int


def equity_history(connection: sa.Connection, account_id: str, span: Span) -> list[EquityPoint]:
    """Return the last step of each part that has one, ascending.

    Before them stands what the span began with: the last step before it, else the account's first.
    """
    s = step.c
    of_account = sa.select(sa.func.max(s.step)).where(s.account_id == account_id)
    start, end = _limits(connection, account_id, span)
    before = connection.execute(of_account.where(s.ts < start)).scalar() or FIRST_STEP
    part_ms = max(1, -(-(end - start) // span.points))
    in_span = of_account.where(s.ts >= start, s.ts < end)
    lasts = connection.execute(in_span.group_by((s.ts - start) // part_ms)).scalars()
    return list(_points(connection, account_id, {before, *lasts}))


def _limits(connection: sa.Connection, account_id: str, span: Span) -> tuple[int, int]:
    ts = step.c.ts
    query = sa.select(sa.func.min(ts), sa.func.max(ts)).where(step.c.account_id == account_id)
    first, last = connection.execute(query).one()
    start = first if span.start is None else span.start
    return start, last + 1 if span.end is None else span.end


def _points(connection: sa.Connection, account_id: str, numbers: set[int]) -> Iterator[EquityPoint]:
    s = step.c
    query = sa.select(s.step, s.ts, s.body, s.version).where(s.account_id == account_id)
    for row in connection.execute(query.where(s.step.in_(numbers)).order_by(s.step)):
        equity = decode_records(row.body, row.version).equity
        yield EquityPoint(
            step=row.step,
            ts=row.ts,
            equity=money(equity.equity),
            balance=money(equity.balance),
            unrealized=money(equity.unrealized),
            realized=money(equity.realized),
            marginUsed=money(equity.margin_used),
            available=money(equity.available),
        )
