"""What one commit writes for one account, collected step by step."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic_core import to_json

from trading_api.modules.broker.engine.inputs import Cursor
from trading_api.modules.broker.engine.steps import Reply, Step

from .step_codec import FIRST_CHAIN, STEP_VERSION, StepTexts, chained, encode_step, seal

COUNTED = ("orders", "positions", "executions")
"""Lossless routes that count their own updates; `account` has the step's number."""


class RouteUpdate(NamedTuple):
    """A payload for a lossless route, encoded once."""

    route: str
    payload: str


POSITIONS_A_COMMIT = 1_000_000
"""More than one commit can have: the place of a position in the order of their first steps."""

Encode = Callable[[Step], Sequence[RouteUpdate]]
"""Makes the payloads of a step, before it is committed; `account` once, the others any number."""


class StreamUpdate(NamedTuple):
    """A numbered update of a lossless route; `ts` is the step's."""

    route: str
    seq: int
    step: int
    ts: int
    payload: str


START = Cursor(0, "")


@dataclass(frozen=True, slots=True)
class Head:
    """Where the record of an account stands."""

    step: int = 0
    ts: int = 0
    cursor: Cursor = START
    chain: str = FIRST_CHAIN
    orders: int = 0
    positions: int = 0
    executions: int = 0

    def seq(self, route: str) -> int:
        """Return the number of the route's last update."""
        return self.step if route == "account" else int(getattr(self, route))


class AccountRows:
    """The rows of an account's steps in one batch; `head` moves with them."""

    def __init__(self, account_id: str, head: Head) -> None:
        self.account_id = account_id
        self.steps: list[Step] = []
        self.updates: list[StreamUpdate] = []
        self.step_rows: list[tuple[Any, ...]] = []
        self.execution_rows: list[tuple[Any, ...]] = []
        self.reply_rows: list[tuple[Any, ...]] = []
        self._before = head
        self._step = head.step
        self._chain = head.chain
        self._seqs = {route: head.seq(route) for route in (*COUNTED, "account")}
        self._orders: dict[str, tuple[Any, ...]] = {}
        self._positions: dict[str, tuple[Any, ...]] = {}
        self._cause: dict[str, Any] | None = None
        self._cause_text = ""

    @property
    def head(self) -> Head:
        """Where the record will stand once the rows are written."""
        if not self.steps:
            return self._before
        last = self.steps[-1]
        counted = (self._seqs[route] for route in COUNTED)
        return Head(last.number, last.ts, last.cursor, self._chain, *counted)

    def add(self, step: Step, encoded: Sequence[RouteUpdate]) -> None:
        """Append a step with its updates; after an error the rows are of no use.

        Raises:
            ValueError: it does not follow the account's last one.
        """
        if step.number != self._step + 1 or step.account_id != self.account_id:
            expected = f"step {self._step + 1} of {self.account_id}"
            raise ValueError(f"expected {expected}, got {step.number} of {step.account_id}")
        updates = self._number(step, encoded)
        texts = encode_step(step)
        explained = [to_json(one).decode() for one in step.explanations]
        covered = chained_texts((), updates, explained)
        row = _step_row(step, self._chain, (self.cause_of(step), texts.body), covered)
        self.step_rows.append(row)
        self.execution_rows += _execution_rows(step, texts.executions, explained)
        self.steps.append(step)
        self.updates += updates
        self._take_records(step, texts)
        self._step, self._chain = step.number, row[-1]

    def cause_of(self, step: Step) -> str:
        """Return the step's cause as JSON; the steps of one input share theirs."""
        if step.cause is not self._cause:
            self._cause, self._cause_text = step.cause, to_json(step.cause).decode()
        return self._cause_text

    def _number(self, step: Step, encoded: Sequence[RouteUpdate]) -> list[StreamUpdate]:
        seqs, number, ts = self._seqs, step.number, step.ts
        numbered = []
        for route, payload in encoded:
            seqs[route] = seq = seqs[route] + 1
            numbered.append(StreamUpdate(route, seq, number, ts, payload))
        if seqs["account"] != number:
            raise ValueError(f"expected one `account` update of step {number}")
        return numbered

    def _take_records(self, step: Step, texts: StepTexts) -> None:
        """Keep the newest row of each order and position."""
        account_id = self.account_id
        for order, text in zip(step.orders, texts.orders, strict=True):
            columns = (int(order.is_final), order.updated_step, order.number)
            self._orders[order.id] = (account_id, order.id, *columns, text)
        for position, text in zip(step.positions, texts.positions, strict=True):
            row = self._positions.get(position.symbol)
            first = len(self._positions) if row is None else row[2] % POSITIONS_A_COMMIT
            place = ((self._before.step + 1) * POSITIONS_A_COMMIT + first, int(position.qty != 0))
            self._positions[position.symbol] = (account_id, position.symbol, *place, text)

    @property
    def order_rows(self) -> Iterable[tuple[Any, ...]]:
        return self._orders.values()

    @property
    def position_rows(self) -> Iterable[tuple[Any, ...]]:
        return self._positions.values()

    @property
    def update_rows(self) -> Iterator[tuple[Any, ...]]:
        for update in self.updates:
            yield (self.account_id, *update)


def reply_row(account_id: str, key: str, command: str, reply: Reply) -> tuple[Any, ...]:
    """Return the row that answers a repeated `key`; `command` is what defined the first."""
    body = {"order_id": reply.order_id, "details": reply.details}
    row = (account_id, key, reply.step, command, to_json(body).decode())
    return (*row, seal(*row))


def chained_texts(
    row: Sequence[Any], updates: Iterable[StreamUpdate], explained: Iterable[str]
) -> list[str]:
    """Return what the hash of a step covers: its row, its updates, its executions' explanations.

    The row is that of the table up to the hash; updates count by route and number.
    """
    texts = [str(value) for value in row]
    for route, seq, _, _, payload in sorted(updates):
        texts += (route, str(seq), payload)
    texts += explained
    return texts


def _step_row(
    step: Step, chain: str, texts: tuple[str, str], covered: Iterable[str]
) -> tuple[Any, ...]:
    row = (
        step.account_id,
        step.number,
        step.ts,
        step.kind,
        STEP_VERSION,
        step.cursor.time,
        step.cursor.symbol,
        *texts,
        step.state_hash,
    )
    return (*row, chained(chain, [*map(str, row), *covered]))


def _execution_rows(
    step: Step, texts: Sequence[str], explained: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    if len(explained) != len(step.executions):
        found = f"{len(explained)} for {len(step.executions)}"
        raise ValueError(f"expected an explanation of each execution, got {found}")
    for execution, text, why in zip(step.executions, texts, explained, strict=True):
        place = (execution.number, execution.id, execution.symbol, execution.step)
        yield (step.account_id, *place, text, why)
