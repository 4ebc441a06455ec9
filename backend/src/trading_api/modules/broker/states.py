"""What a lossless route holds at a moment, with its place in the stream: one transaction each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from .engine.records import Order
from .ledger.store.readers import AccountState, account_state
from .ledger.store.schema import account, orders
from .ledger.store.step_codec import decode_record
from .trading_days import TradingDays
from .wire import ListingOf, order_text, position_text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a route of an account stands: `seq` is its last update, of `step` or before."""

    epoch: str
    seq: int
    step: int
    ts: int


@dataclass(frozen=True, slots=True)
class RouteState:
    """The texts of what is, and the place at which it was so."""

    place: Place
    texts: Sequence[str]


def place_of(connection: sa.Connection, account_id: str, route: str) -> Place:
    """Return where a route stands.

    Raises:
        KeyError: there is no such account.
    """
    a = account.c
    seq = a.step if route == "account" else a[f"{route}_seq"]
    query = sa.select(a.epoch, seq, a.step, a.ts).where(a.id == account_id)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise KeyError(account_id)
    return Place(*row)


def state_place(state: AccountState, route: str) -> Place:
    """Return where a route stood when `state` was read."""
    return Place(state.epoch, state.head.seq(route), state.head.step, state.head.ts)


def orders_state(
    connection: sa.Connection,
    account_id: str,
    listing_of: ListingOf,
    days: tuple[TradingDays, Callable[[], int]],
) -> RouteState:
    """Return the orders that are open or ended on their instrument's current trading day."""
    state = account_state(connection, account_id)
    trading_days, now = days
    ended = list(_ended_today(connection, account_id, trading_days, now()))
    every = sorted([*state.orders, *ended], key=lambda order: order.number)
    texts = [order_text(order, listing_of(order.symbol)) for order in every]
    return RouteState(state_place(state, "orders"), texts)


def positions_state(
    connection: sa.Connection, account_id: str, listing_of: ListingOf
) -> RouteState:
    """Return the positions that are open."""
    state = account_state(connection, account_id)
    texts = [position_text(held, listing_of(held.symbol)) for held in state.positions]
    return RouteState(state_place(state, "positions"), texts)


def _ended_today(
    connection: sa.Connection, account_id: str, days: TradingDays, now: int
) -> Iterator[Order]:
    o, earliest = orders.c, days.earliest(now)
    query = sa.select(o.body).where(o.account_id == account_id, o.final == 1)
    newest_first = query.order_by(o.updated_step.desc(), o.number.desc())
    for body in connection.execute(newest_first.execution_options(yield_per=200)).scalars():
        order = decode_record(Order, body)
        if order.updated_ts < earliest:
            return
        if order.updated_ts >= days.start(order.symbol, now):
            yield order
