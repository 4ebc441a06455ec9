"""The snapshot of the `account` route: the whole state in parts that fit into frames."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import sqlalchemy as sa

from .engine.records import Execution
from .engine.state.canonical import (
    balance_text,
    equity_text,
    executions_text,
    order_text,
    position_text,
)
from .engine.state.state_hash import FIRST_CHAIN
from .ledger.store.readers import AccountState, account_state
from .ledger.store.schema import execution
from .ledger.store.step_codec import decode_record
from .states import RouteState, state_place
from .wire import ListingOf

# An order takes at most 1.2 KB and a position 0.4, so that a part stays below 200 KiB.
ORDERS_A_PART = 120
POSITIONS_A_PART = 120


def account_parts(connection: sa.Connection, account_id: str, listing_of: ListingOf) -> RouteState:
    """Return the state of an account as updates of kind `snapshot`, one at least."""
    state = account_state(connection, account_id)
    texts = list(_parts(state, listing_of, _tail(connection, state)))
    return RouteState(state_place(state, "account"), texts)


def _parts(state: AccountState, listing_of: ListingOf, tail: str) -> Iterator[str]:
    orders = [order_text(order, listing_of(order.symbol)) for order in state.orders]
    positions = [position_text(held, listing_of(held.symbol)) for held in state.positions]
    balances = ",".join(map(balance_text, state.balances))
    parts = (_chunks(orders, ORDERS_A_PART), _chunks(positions, POSITIONS_A_PART))
    for some_orders, some_positions in zip_longest(*parts, fillvalue=""):
        yield (
            f'{{"balances":[{balances}],"equity":{equity_text(state.equity)},"executions":[],'
            f'"executionsTail":{tail},"kind":"snapshot","orders":[{some_orders}],'
            f'"positions":[{some_positions}],"stateHash":"{state.state_hash}",'
            f'"step":{state.head.step},"ts":{state.head.ts}}}'
        )


def _chunks(texts: Sequence[str], size: int) -> list[str]:
    return [",".join(texts[at : at + size]) for at in range(0, max(len(texts), 1), size)]


def _tail(connection: sa.Connection, state: AccountState) -> str:
    """Return the count of all executions, and the chain over them."""
    e = execution.c
    query = sa.select(e.body).where(e.account_id == state.opening.id).order_by(e.number.desc())
    newest = connection.execute(query.limit(1)).scalar()
    chain = FIRST_CHAIN if newest is None else decode_record(Execution, newest).chain
    return executions_text(state.head.executions, chain)
