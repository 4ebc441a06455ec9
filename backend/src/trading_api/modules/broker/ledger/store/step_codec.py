"""Steps as rows and back; a row of an older version goes through its upcasters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

from pydantic_core import from_json

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

from .record_texts import (
    adjustment_text,
    balance_text,
    equity_text,
    execution_text,
    order_text,
    position_text,
)

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
    orders = [order_text(one) for one in step.orders]
    executions = [execution_text(one) for one in step.executions]
    positions = [position_text(one) for one in step.positions]
    adjustments = ",".join([adjustment_text(one) for one in step.adjustments])
    balances, equity = balances_text(step.balances), equity_text(step.equity)
    body = (
        f'{{"orders":[{",".join(orders)}],"executions":[{",".join(executions)}],'
        f'"positions":[{",".join(positions)}],"balances":{balances},'
        f'"adjustments":[{adjustments}],"equity":{equity}}}'
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


def balances_text(balances: Iterable[Balance]) -> str:
    return f"[{','.join([balance_text(one) for one in balances])}]"


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
