"""What a ledger holds at the end, and what was told or heard that it does not hold."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from trading_api.models.broker import OrderStatus
from trading_api.modules.broker.engine.records import Order
from trading_api.modules.broker.ledger.checking.verification import verify_ledger
from trading_api.modules.broker.ledger.store import schema
from trading_api.modules.broker.ledger.store.driver import reader_engine
from trading_api.modules.broker.ledger.store.step_codec import decode_record

from .listeners import Heard
from .traders import Told


@dataclass(frozen=True)
class Recorded:
    """An account's orders, and the updates of each route as (number, step, payload)."""

    orders: list[Order]
    updates: dict[str, list[tuple[int, int, Any]]]
    steps: int


def recorded(path: Path, account_id: str) -> Recorded:
    """Verify the whole ledger, and return what it holds of an account.

    Raises:
        LedgerCorrupt: it contradicts itself.
    """
    engine = reader_engine(path, readers=1)
    try:
        with engine.begin() as connection:
            verify_ledger(connection, whole=True)
            return _read(connection, account_id)
    finally:
        engine.dispose()


def _read(connection: sa.Connection, account_id: str) -> Recorded:
    o, u = schema.orders.c, schema.stream_update.c
    bodies = connection.execute(sa.select(o.body).where(o.account_id == account_id)).scalars()
    updates: dict[str, list[tuple[int, int, Any]]] = {}
    query = sa.select(u.route, u.seq, u.step, u.payload).where(u.account_id == account_id)
    for route, seq, step, payload in connection.execute(query.order_by(u.route, u.seq)):
        updates.setdefault(route, []).append((seq, step, json.loads(payload)))
    of_steps = sa.select(sa.func.count()).where(schema.step.c.account_id == account_id)
    steps = connection.execute(of_steps).scalar_one()
    return Recorded([decode_record(Order, body) for body in bodies], updates, steps)


def lost_or_doubled(told: Told, ledger: Recorded) -> Iterator[str]:
    """Yield each answer that the ledger contradicts, and each order that nobody was told of."""
    by_key = {order.client_order_id: order for order in ledger.orders}
    counted = Counter(order.client_order_id for order in ledger.orders if order.client_order_id)
    yield from (f"{key}: {count} orders" for key, count in counted.items() if count > 1)
    yield from (f"{key}: never acknowledged" for key in counted.keys() - told.placed.keys())
    for key, (order_id, step) in told.placed.items():
        order = by_key.get(key)
        if order is None or order.id != order_id or not order.created_step <= step <= ledger.steps:
            yield f"{key}: told {order_id} of step {step}, recorded is {order}"
    by_id = {order.id: order for order in ledger.orders}
    for order_id in told.canceled:
        if by_id[order_id].status is not OrderStatus.CANCELED:
            yield f"{order_id}: told that it is canceled, recorded is {by_id[order_id].status!r}"
    yield from told.changed
    yield from (f"refused: {key} {text}" for key, text in told.refused.items())


def heard_otherwise(heard_by_route: Mapping[str, Heard], ledger: Recorded) -> Iterator[str]:
    """Yield what a listener found wrong itself, and each route that the ledger contradicts."""
    for route, heard in heard_by_route.items():
        yield from (f"{route}: {fault}" for fault in heard.faults)
        found = missing_and_doubled(heard, ledger.updates.get(route, []))
        if any(found):
            yield f"{route}: missing, doubled, wrong: {found}"


def missing_and_doubled(heard: Heard, stored: list[tuple[int, int, Any]]) -> tuple[int, int, int]:
    """Return how many updates a listener lacks, had twice, or had otherwise or out of turn."""
    expected = {seq: (step, payload) for seq, step, payload in stored if seq > heard.began}
    counted = Counter(seq for seq, _, _ in heard.updates)
    missing = len(expected.keys() - counted.keys())
    doubled = sum(count - 1 for count in counted.values())
    wrong = sum(expected.get(seq) != (step, payload) for seq, step, payload in heard.updates)
    order = [seq for seq, _, _ in heard.updates]
    return missing, doubled, wrong + (order != sorted(order))
