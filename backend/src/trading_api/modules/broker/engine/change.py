"""One step under construction: every change of an account goes through it."""

from collections.abc import Mapping
from typing import Any

from trading_api.models.broker.ledger import StepKind

from .account import Account
from .accounting.equity import equity_of
from .inputs import Cursor
from .records import Adjustment, Execution, Order, Position
from .state.canonical import (
    balance_text,
    equity_text,
    execution_text,
    executions_text,
    order_text,
    position_text,
)
from .state.state_hash import chained
from .steps import Step

_PLACES = {name: place for place, name in enumerate(Order._fields)}


class Change:
    """Changes the account as it is told, and says at the end what changed."""

    __slots__ = (
        "_adjustments",
        "_execution_texts",
        "_executions",
        "_explanations",
        "_orders",
        "_positions",
        "account",
        "cause",
        "cursor",
        "number",
        "ts",
    )

    def __init__(self, account: Account, cause: dict[str, Any], cursor: Cursor) -> None:
        self.account = account
        self.cause = cause
        self.cursor = cursor
        self.ts = account.ts
        self.number = account.counters.step + 1
        self._orders: dict[str, Order] = {}
        self._positions: dict[str, Position] = {}
        self._executions: list[Execution] = []
        self._execution_texts: list[str] = []
        self._explanations: list[dict[str, Any]] = []
        self._adjustments: list[Adjustment] = []

    def put_order(self, order: Order) -> Order:
        self.account.put_order(order)
        self._orders[order.id] = order
        return order

    def update_order(self, order: Order, changes: Mapping[str, Any]) -> Order:
        """Replace fields of an order, and say that this step did."""
        values = list(order)
        values[_PLACES["updated_step"]] = self.number
        values[_PLACES["updated_ts"]] = self.ts
        for name, value in changes.items():
            values[_PLACES[name]] = value
        return self.put_order(Order._make(values))

    def put_position(self, position: Position) -> None:
        self.account.put_position(position)
        self._positions[position.symbol] = position

    def show_position(self, symbol: str) -> None:
        """Report a position that did not change itself, for what protects it did."""
        self._positions.setdefault(symbol, self.account.position(symbol))

    def execute(self, execution: Execution, explanation: dict[str, Any]) -> None:
        """Record an execution; its chain is computed here."""
        account = self.account
        text = execution_text(execution, account.listed(execution.symbol))
        chain = chained(account.counters.chain, text)
        account.counters.chain = chain
        self._executions.append(Execution(*execution[:-1], chain))
        self._execution_texts.append(text)
        self._explanations.append(explanation)

    def adjust(self, adjustment: Adjustment) -> None:
        self._adjustments.append(adjustment)

    def finish(self, kind: StepKind) -> Step:
        """Close the step: hash what changed and count it."""
        account = self.account
        account.counters.step = self.number
        account.cursor = max(account.cursor, self.cursor)
        balance = account.balance
        equity = equity_of(account)
        state_hash, update = self._hashed(kind, balance_text(balance), equity_text(equity))
        return Step(
            account.profile.id,
            self.number,
            self.ts,
            kind,
            self.cause,
            self.cursor,
            tuple(self._orders.values()),
            tuple(self._executions),
            tuple(self._positions.values()),
            (balance,),
            equity,
            state_hash,
            update,
            tuple(self._explanations),
            tuple(self._adjustments),
        )

    def _hashed(self, kind: StepKind, balance: str, equity: str) -> tuple[str, str]:
        """Return the state hash after the step, and the step's update."""
        orders, positions = ",".join(self._order_texts()), ",".join(self._position_texts())
        self._hash_money(balance)
        state_hash = self.account.hash.hex
        executions = ",".join(self._execution_texts)
        return state_hash, (
            f'{{"balances":[{balance}],"equity":{equity},"executions":[{executions}],'
            f'"kind":"{kind}","orders":[{orders}],"positions":[{positions}],'
            f'"stateHash":"{state_hash}","step":{self.number},"ts":{self.ts}}}'
        )

    def _hash_money(self, balance: str) -> None:
        account = self.account
        account.hash.put("balance", account.profile.currency, balance)
        if self._executions or self.number == 1:
            counters = account.counters
            tail = executions_text(counters.executions, counters.chain)
            account.hash.put("executions", "", tail)

    def _order_texts(self) -> list[str]:
        account = self.account
        texts = []
        for order in self._orders.values():
            text = order_text(order, account.listed(order.symbol))
            texts.append(text)
            if order.is_final:
                account.hash.remove("order", order.id)
            else:
                account.hash.put("order", order.id, text)
        return texts

    def _position_texts(self) -> list[str]:
        account = self.account
        texts = []
        for position in self._positions.values():
            text = position_text(position, account.listed(position.symbol))
            texts.append(text)
            if position.qty == 0:
                account.hash.remove("position", position.symbol)
            else:
                account.hash.put("position", position.symbol, text)
        return texts
