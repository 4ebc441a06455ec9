"""Steps as rows and back; a row of an older version goes through its upcasters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from operator import attrgetter
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
_FIELDS = {kind: kind._fields for kind in (Order, Execution, Position, Balance, Equity, Adjustment)}
_ENUM_FIELDS = {
    kind: tuple(name for name in names if name in _ENUMS) for kind, names in _FIELDS.items()
}
_VALUES = {kind: attrgetter(*names) for kind, names in _FIELDS.items()}


@dataclass(frozen=True, slots=True)
class StepRecords:
    """What a stored step changed, as it was afterwards."""

    orders: tuple[Order, ...]
    executions: tuple[Execution, ...]
    positions: tuple[Position, ...]
    balances: tuple[Balance, ...]
    adjustments: tuple[Adjustment, ...]
    equity: Equity


@dataclass(frozen=True, slots=True)
class StepTexts:
    """A step's records as JSON, each encoded once: for its body, and for the tables of records."""

    orders: list[str]
    executions: list[str]
    positions: list[str]
    body: str


def encode_step(step: Step) -> StepTexts:
    """Return the records of a step in JSON, nothing of them rounded."""
    orders = [encode_record(one) for one in step.orders]
    executions = [encode_record(one) for one in step.executions]
    positions = [encode_record(one) for one in step.positions]
    body = (
        f'{{"orders":[{",".join(orders)}],"executions":[{",".join(executions)}],'
        f'"positions":[{",".join(positions)}],"balances":{encode_list(step.balances)},'
        f'"adjustments":{encode_list(step.adjustments)},"equity":{encode_record(step.equity)}}}'
    )
    return StepTexts(orders, executions, positions, body)


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


def encode_list(records: Iterable[Balance | Adjustment]) -> str:
    return to_json([_members(one) for one in records]).decode()


def decode_record(kind: type[Record], text: str) -> Record:
    """Return the record of a state table's body."""
    return _record(kind, from_json(text))


def decode_equity(raw: dict[str, Any]) -> Equity:
    return Equity(**{**raw, "unmarked": tuple(raw["unmarked"])})


def chained(chain: str, texts: Iterable[str]) -> str:
    """Return the hash of everything up to and with a step; no text holds a NUL."""
    return sha256("\0".join((chain, *texts)).encode()).hexdigest()


def seal(*texts: object) -> str:
    """Return the hash of a row that no step covers."""
    return chained(FIRST_CHAIN, map(str, texts))


def _records(kind: type[Record], raw: Iterable[dict[str, Any]]) -> tuple[Record, ...]:
    return tuple(_record(kind, one) for one in raw)


def _record(kind: type[Record], raw: dict[str, Any]) -> Record:
    unknown = raw.keys() - set(_FIELDS[kind])
    if unknown:
        raise ValueError(f"expected a stored {kind.__name__}, got the members {sorted(unknown)}")
    for name in _ENUM_FIELDS[kind]:
        if name in raw:
            raw[name] = _ENUMS[name](raw[name])
    return kind(**raw)


def _members(record: Any) -> dict[str, Any]:
    kind = type(record)
    members = dict(zip(_FIELDS[kind], _VALUES[kind](record), strict=True))
    if kind is Order:
        members = {name: value for name, value in members.items() if value is not None}
    for name in _ENUM_FIELDS[kind]:
        # The encoder takes five times as long for an enumeration as for its number.
        if name in members:
            members[name] = int(members[name])
    return members
