"""Accounts out of the ledger: their machines, and the places from which they read the feed."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from trading_api.modules.broker.engine.inputs import Cursor
from trading_api.modules.broker.ledger.store.readers import (
    AccountState,
    account_state,
    machine_dump,
    machine_parts,
)

from .interface import MachineFactory
from .open_account import OpenAccount


def load(
    connection: sa.Connection, account_id: str, factory: MachineFactory
) -> tuple[OpenAccount, AccountState]:
    """Return an account as of its last committed step.

    Raises:
        ValueError: the record does not make an account.
        SQLAlchemyError: the file cannot be read.
    """
    try:
        state = account_state(connection, account_id)
        parts = machine_parts(connection, account_id)
        dump = machine_dump(connection, account_id, parts)
    finally:
        connection.rollback()
    machine = factory.load(state.opening, dump)
    return OpenAccount(state.opening, machine, state.head, parts), state


def places(accounts: Iterable[OpenAccount]) -> Mapping[str, Cursor]:
    """Return for each symbol the earliest place from which one of the accounts must read."""
    earliest: dict[str, Cursor] = {}
    for account in accounts:
        for symbol, cursor in account.machine.cursors.items():
            earliest[symbol] = min(cursor, earliest.get(symbol, cursor))
    return earliest
