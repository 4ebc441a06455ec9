"""Steps as rows and back; a row of an older version goes through its upcasters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any, TypeVar

from pydantic_core import from_json, to_json

from trading_api.models.broker import OrderStatus, OrderType, Side, StopType
from trading_api.modules.broker.engine.records import (
    Adjustment,
    Balance,
    Equity,
    Execution,
    Order,
    Position,
)
from trading_api.modules.broker.engine.steps import Step

STEP_VERSION = 1
FIRST_CHAIN = "0" * 64

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTERS: Sequence[Upcaster] = ()
"""Element n turns the body of a step of version n + 1 into one of version n + 2."""

Record = TypeVar("Record", Order, Execution, Position, Balance, Equity, Adjustment)

_ENUMS: dict[str, Callable[[int], Any]] = {
    "type": OrderType,
    "side": Side,
    "status": OrderStatus,
    "stop_type": StopType,
}
_FIELDS = {
    kind: tuple(field.name for field in fields(kind))
    for kind in (Order, Execution, Position, Balance, Equity, Adjustment)
}


@dataclass(frozen=True, slots=True)
class StepRecords:
    """What a stored step changed, as it was afterwards."""

    orders: tuple[Order, ...]
    executions: tuple[Execution, ...]
    positions: tuple[Position, ...]
    balances: tuple[Balance, ...]
    adjustments: tuple[Adjustment, ...]
    equity: Equity


def encode_records(step: Step) -> str:
    """Return the body of a step: its records in JSON, nothing of them rounded."""
    body = {
        "orders": [_members(one) for one in step.orders],
        "executions": [_members(one) for one in step.executions],
        "positions": [_members(one) for one in step.positions],
        "balances": [_members(one) for one in step.balances],
        "adjustments": [_members(one) for one in step.adjustments],
        "equity": _members(step.equity),
    }
    return to_json(body).decode()


def decode_records(
    body: str, version: int, upcasters: Sequence[Upcaster] = UPCASTERS
) -> StepRecords:
    """Return the records of a body that `version` of the product wrote.

    Raises:
        ValueError, TypeError, KeyError: it is not such a body.
    """
    raw: dict[str, Any] = from_json(body)
    for upcast in upcasters[version - 1 :]:
        raw = upcast(raw)
    return StepRecords(
        orders=_records(Order, raw["orders"]),
        executions=_records(Execution, raw["executions"]),
        positions=_records(Position, raw["positions"]),
        balances=_records(Balance, raw["balances"]),
        adjustments=_records(Adjustment, raw["adjustments"]),
        equity=decode_equity(raw["equity"]),
    )


def encode_record(record: Order | Execution | Position | Balance | Equity) -> str:
    """Return a record as JSON; what it does not have is left out."""
    return to_json(_members(record)).decode()


def encode_balances(balances: Iterable[Balance]) -> str:
    return to_json([_members(one) for one in balances]).decode()


def decode_record(kind: type[Record], text: str) -> Record:
    """Return the record of a state table's body."""
    return _record(kind, from_json(text))


def decode_equity(raw: dict[str, Any]) -> Equity:
    return Equity(**{**raw, "unmarked": tuple(raw["unmarked"])})


def chained(chain: str, texts: Iterable[str]) -> str:
    """Return the hash of everything up to and with a step; each text counts with its length."""
    digest = sha256(chain.encode())
    for text in texts:
        encoded = text.encode()
        digest.update(b"%d:" % len(encoded))
        digest.update(encoded)
    return digest.hexdigest()


def seal(*texts: object) -> str:
    """Return the hash of a row that no step covers."""
    return chained(FIRST_CHAIN, map(str, texts))


def _records(kind: type[Record], raw: Iterable[dict[str, Any]]) -> tuple[Record, ...]:
    return tuple(_record(kind, one) for one in raw)


def _record(kind: type[Record], raw: dict[str, Any]) -> Record:
    unknown = raw.keys() - set(_FIELDS[kind])
    if unknown:
        raise ValueError(f"expected a stored {kind.__name__}, got the members {sorted(unknown)}")
    for name, enum in _ENUMS.items():
        if name in raw:
            raw[name] = enum(raw[name])
    return kind(**raw)


def _members(record: Any) -> dict[str, Any]:
    return {
        name: value
        for name in _FIELDS[type(record)]
        if (value := getattr(record, name)) is not None
    }
