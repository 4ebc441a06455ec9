"""Verifies an account's record from its last verified mark on, or all of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic_core import from_json
from sqlalchemy.exc import DBAPIError

from trading_api.modules.broker.engine.records import Balance
from trading_api.modules.broker.ledger.store import schema
from trading_api.modules.broker.ledger.store.account_rows import COUNTED, chained_texts
from trading_api.modules.broker.ledger.store.readers import account_ids, head_of, machine_parts
from trading_api.modules.broker.ledger.store.record_texts import equity_text, execution_text
from trading_api.modules.broker.ledger.store.step_codec import (
    StepRecords,
    balances_text,
    chained,
    decode_records,
    seal,
)

from .corruption import LedgerCorrupt, Place, expect
from .folded import FoldedTables
from .mark import Mark
from .stored_steps import StoredStep, stored_steps

Progress = Callable[[str, int, int], None]
"""Told now and then: the account, steps verified, steps in all."""
TOLD_EVERY = 1_000

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Verified:
    """An account whose record is whole; `mark` is where the next verification begins."""

    account_id: str
    steps: int
    """How many were looked at."""
    mark: Mark


def verify_ledger(
    connection: sa.Connection,
    *,
    whole: bool = False,
    progress: Progress | None = None,
    known: Mapping[str, str] | None = None,
) -> list[Verified]:
    """Verify every account within the connection's transaction.

    `known` are marks, by account, that the caller has found itself: beyond the stored ones.

    Raises:
        LedgerCorrupt: the first contradiction.
    """
    marks = known or {}
    try:
        return [
            verify_account(
                connection, one, whole=whole, progress=progress, known=marks.get(one, "")
            )
            for one in account_ids(connection)
        ]
    except DBAPIError as error:
        raise LedgerCorrupt("the file itself", str(error.orig)) from error


def verify_account(
    connection: sa.Connection,
    account_id: str,
    *,
    whole: bool = False,
    progress: Progress | None = None,
    known: str = "",
) -> Verified:
    """Verify an account: hashes, counters, sums, and the tables that follow from its steps.

    Without `whole` it begins at the known mark, or else at the stored one; what steps before it
    changed last is not read.

    Raises:
        LedgerCorrupt: the first contradiction.
    """
    table = schema.account
    row = connection.execute(sa.select(table).where(table.c.id == account_id)).one()
    place = Place(account_id)
    identity = (row.id, row.epoch, row.name, row.currency, row.profile, row.created_ts)
    expect(place, "seal", row.seal, seal(*identity))
    mark = _read(place, lambda: Mark.of("" if whole else known or row.verified))
    start = mark.step
    last = None
    tables = FoldedTables(account_id)
    for stored in stored_steps(connection, account_id, mark.step):
        last = stored.row
        tables.take(_verify_step(stored, mark))
        if progress is not None and mark.step % TOLD_EVERY == 0:
            progress(account_id, mark.step, row.step)
    _verify_account(row, mark, last)
    tables.compare(connection, whole=whole)
    _verify_sums(connection, row, mark)
    expect(
        place, "digest of its parts", row.parts_digest, machine_parts(connection, account_id).digest
    )
    if whole:
        _verify_replies(connection, row)
    return Verified(account_id, mark.step - start, mark)


def _verify_step(stored: StoredStep, mark: Mark) -> StepRecords:
    """Move the mark over one step."""
    row, executions = stored.row, stored.executions
    place = Place(row.account_id, row.step)
    expect(place, "number", mark.step + 1, row.step)
    _verify_numbers(place, stored, mark)
    texts = chained_texts(tuple(row)[:-1], stored.updates, [one.explanation for one in executions])
    expect(place, "hash", chained(mark.chain, texts), row.chain)
    records = _read(place, lambda: decode_records(row.body, row.version))
    expected = [(one.number, one.id, one.symbol, execution_text(one)) for one in records.executions]
    rows = [(one.number, one.id, one.symbol, one.body) for one in executions]
    expect(place, "executions", expected, rows)
    mark.take(records)
    mark.step, mark.chain = row.step, row.chain
    return records


def _verify_numbers(place: Place, stored: StoredStep, mark: Mark) -> None:
    """Every counter goes up by one."""
    for update in stored.updates:
        if update.route == "account":
            expect(place, "number of its account update", stored.row.step, update.seq)
        else:
            number = mark.seqs[update.route] + 1
            expect(place, f"number of a {update.route} update", number, update.seq)
            mark.seqs[update.route] = update.seq
    first = mark.last_execution + 1
    numbers = list(range(first, first + len(stored.executions)))
    expect(place, "numbers of executions", numbers, [one.number for one in stored.executions])


def _verify_account(row: sa.Row[Any], mark: Mark, last: sa.Row[Any] | None) -> None:
    """Compare the account's row with its last step."""
    place = Place(row.id)
    expect(place, "step", mark.step, row.step)
    expect(place, "hash of its last step", mark.chain, row.chain)
    head = head_of(row)
    for route in COUNTED:
        expect(place, f"counter of {route}", mark.seqs[route], head.seq(route))
    if last is None:
        return
    expect(
        place,
        "time and cursor",
        (last.ts, last.cursor_time, last.cursor_symbol),
        (row.ts, row.cursor_time, row.cursor_symbol),
    )
    expect(place, "state hash", last.state_hash, row.state_hash)
    records = decode_records(last.body, last.version)
    expect(place, "balances", balances_text(records.balances), row.balances)
    expect(place, "equity", equity_text(records.equity), row.equity)


def _verify_sums(connection: sa.Connection, row: sa.Row[Any], mark: Mark) -> None:
    """Compare positions and cash with the sums over all executions."""
    place = Place(row.id)
    p = schema.position.c
    query = sa.select(p.body).where(p.account_id == row.id)
    positions = [from_json(text) for text in connection.execute(query).scalars()]
    held = {one["symbol"]: one["qty"] for one in positions if one["qty"]}
    expect(place, "positions as summed", {s: qty for s, qty in mark.held.items() if qty}, held)
    (balance,) = _read(place, lambda: [Balance(**one) for one in from_json(row.balances)])
    expect(place, "realized as summed", mark.realized, balance.realized)
    expect(place, "fees as summed", mark.fees, balance.fees)
    expect(place, "adjustments as summed", mark.adjusted, balance.adjustments)
    value = balance.transfers + mark.realized - mark.fees + mark.adjusted
    expect(place, "cash and cost", value, balance.cash + sum(one["cost"] for one in positions))


def _verify_replies(connection: sa.Connection, row: sa.Row[Any]) -> None:
    r = schema.reply
    query = sa.select(r).where(r.c.account_id == row.id)
    for reply in connection.execute(query.execution_options(yield_per=500)):
        place = Place(row.id, part=f"reply to {reply.key}")
        expect(place, "seal", seal(*tuple(reply)[:-1]), reply.seal)


def _read(place: Place, reading: Callable[[], Read]) -> Read:
    try:
        return reading()
    except (ValueError, TypeError, LookupError) as error:
        raise LedgerCorrupt(place, str(error)) from error
