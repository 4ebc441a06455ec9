"""The books kept a second time, from the steps alone: what an auditor would do."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from trading_api.modules.broker.engine.account import Account
from trading_api.modules.broker.engine.records import Execution, Order
from trading_api.modules.broker.engine.steps import Step


class Tally:
    """Sums of everything that an account's steps said, in order from the first.

    `unit_of` returns the money of one price unit times one quantity unit of a symbol.
    """

    def __init__(self, unit_of: Callable[[str], int]) -> None:
        self._unit_of = unit_of
        self.step = 0
        self.executions = 0
        self.qty: dict[str, int] = defaultdict(int)
        self.traded = 0
        self.fees = 0
        self.filled: dict[str, int] = defaultdict(int)
        self.orders: dict[str, Order] = {}

    def add(self, step: Step) -> Iterator[str]:
        """Count a step; yield a sentence for each thing in it that cannot follow the one before."""
        self.step += 1
        if step.number != self.step:
            yield f"step {step.number} follows {self.step - 1}"
        for execution in step.executions:
            yield from self._execute(execution)
        for adjustment in step.adjustments:
            self.qty[adjustment.symbol] += adjustment.qty
        for order in step.orders:
            yield from self._change(order)

    def violations(self, account: Account) -> Iterator[str]:
        """Yield where the account differs from what its steps add up to."""
        cash = account.cash
        expected = cash.transfers - self.traded - self.fees
        if cash.cash != expected:
            yield f"cash {cash.cash} is not {expected}"
        if (account.counters.executions, account.counters.step) != (self.executions, self.step):
            yield f"counted {self.executions} executions, {self.step} steps"
        for symbol in {*self.qty, *account.positions}:
            held = account.position(symbol).qty
            if held != self.qty[symbol]:
                yield f"{symbol}: holds {held}, not {self.qty[symbol]}"
        open_orders = {key: order for key, order in self.orders.items() if not order.is_final}
        if open_orders != account.orders:
            yield f"open orders {sorted(account.orders)} are not {sorted(open_orders)}"

    def _execute(self, execution: Execution) -> Iterator[str]:
        self.executions += 1
        if execution.number != self.executions or execution.qty <= 0 or execution.price <= 0:
            yield f"execution {execution}"
        signed = execution.side * execution.qty
        self.qty[execution.symbol] += signed
        self.traded += signed * execution.price * self._unit_of(execution.symbol)
        self.fees += execution.fee
        self.filled[execution.order_id] += execution.qty
        yield from self._within_limit(execution)

    def _within_limit(self, execution: Execution) -> Iterator[str]:
        order = self.orders.get(execution.order_id)
        limit = None if order is None else order.limit_price
        if limit is not None and (limit - execution.price) * execution.side < 0:
            yield f"{execution.order_id}: filled at {execution.price} through {limit}"

    def _change(self, order: Order) -> Iterator[str]:
        before = self.orders.get(order.id)
        if before is not None and before.is_final:
            yield f"{order.id}: changed after {before.status.name}"
        if before is not None and order.filled_qty < before.filled_qty:
            yield f"{order.id}: unfilled from {before.filled_qty} to {order.filled_qty}"
        if order.filled_qty != self.filled[order.id]:
            yield f"{order.id}: {order.filled_qty} filled, {self.filled[order.id]} executed"
        self.orders[order.id] = order
