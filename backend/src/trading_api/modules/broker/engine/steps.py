"""Steps: what one input changed, atomically; the only thing the ledger appends."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from trading_api.models.broker.ledger import StepKind

from .inputs import Cursor
from .records import Adjustment, Balance, Equity, Execution, Order, Position


class Step(NamedTuple):
    """One atomic change of an account; `number` counts from 1 without holes.

    Orders, executions and positions are those that changed, as they are afterwards.
    """

    account_id: str
    number: int
    ts: int
    kind: StepKind
    cause: dict[str, Any]
    """What was asked or seen: the command, tick or timer, in JSON's types."""
    cursor: Cursor
    orders: tuple[Order, ...]
    executions: tuple[Execution, ...]
    positions: tuple[Position, ...]
    balances: tuple[Balance, ...]
    equity: Equity
    state_hash: str
    update: str
    """The step as canonical JSON with decimal strings: what the `account` stream carries."""
    explanations: tuple[dict[str, Any], ...] = ()
    """Of each execution, what it was computed from: recomputing gives the same numbers."""
    adjustments: tuple[Adjustment, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command's caller is told once its steps are committed."""

    step: int
    order_id: str | None = None
    details: dict[str, Any] | None = None
