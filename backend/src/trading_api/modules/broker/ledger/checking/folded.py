"""The tables of orders and positions as the steps say that they must be."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from trading_api.modules.broker.engine.records import Order, Position
from trading_api.modules.broker.ledger.store.record_texts import order_text, position_text
from trading_api.modules.broker.ledger.store.schema import orders, position
from trading_api.modules.broker.ledger.store.step_codec import StepRecords, decode_record

from .corruption import LedgerCorrupt, Place, expect

ROWS_AT_ONCE = 500


class FoldedTables:
    """Keeps a digest of the newest record of each order and position that steps have named."""

    def __init__(self, account_id: str) -> None:
        self._account_id = account_id
        self._orders: dict[str, bytes] = {}
        self._positions: dict[str, bytes] = {}

    def take(self, records: StepRecords) -> None:
        """Fold a step in."""
        self._orders.update((one.id, _digest(one)) for one in records.orders)
        self._positions.update((one.symbol, _digest(one)) for one in records.positions)

    def compare(self, connection: sa.Connection, *, whole: bool) -> None:
        """Compare the tables with what was folded; with `whole` they hold nothing else.

        Raises:
            LedgerCorrupt: a row differs, is missing, or is of no step.
        """
        self._compare(connection, (orders, "id", _order_of), self._orders, whole)
        self._compare(connection, (position, "symbol", _position_of), self._positions, whole)

    def _compare(
        self,
        connection: sa.Connection,
        source: tuple[sa.Table, str, Callable[[Any], Order | Position]],
        folded: dict[str, bytes],
        whole: bool,
    ) -> None:
        table, key, read = source
        found = set()
        for row in self._rows(connection, table, table.c[key], None if whole else sorted(folded)):
            name = getattr(row, key)
            place = Place(self._account_id, part=f"{table.name} {name}")
            if name not in folded:
                raise LedgerCorrupt(place, "no step has it")
            expect(place, "record", folded[name].hex(), _digest_of_row(place, row, read).hex())
            found.add(name)
        missing = sorted(folded.keys() - found)
        expect(Place(self._account_id, part=table.name), "missing rows", [], missing)

    def _rows(
        self,
        connection: sa.Connection,
        table: sa.Table,
        key: sa.Column[Any],
        names: list[str] | None,
    ) -> Iterator[sa.Row[Any]]:
        """Yield the rows of these names, all rows without any."""
        query = sa.select(table).where(table.c.account_id == self._account_id)
        if names is None:
            yield from connection.execute(query.execution_options(yield_per=ROWS_AT_ONCE))
            return
        for start in range(0, len(names), ROWS_AT_ONCE):
            yield from connection.execute(query.where(key.in_(names[start : start + ROWS_AT_ONCE])))


def _order_of(row: Any) -> Order:
    order = decode_record(Order, row.body)
    columns = (row.id, row.final, row.updated_step, row.number)
    if columns != (order.id, int(order.is_final), order.updated_step, order.number):
        raise ValueError(f"its columns say {columns}")
    return order


def _position_of(row: Any) -> Position:
    found = decode_record(Position, row.body)
    if (row.symbol, row.open) != (found.symbol, int(found.qty != 0)):
        raise ValueError(f"its columns say {(row.symbol, row.open)}")
    return found


def _digest(record: Order | Position) -> bytes:
    text = order_text(record) if isinstance(record, Order) else position_text(record)
    return sha256(text.encode()).digest()


def _digest_of_row(place: Place, row: Any, read: Callable[[Any], Order | Position]) -> bytes:
    try:
        return _digest(read(row))
    except (ValueError, TypeError) as error:
        raise LedgerCorrupt(place, str(error)) from error
