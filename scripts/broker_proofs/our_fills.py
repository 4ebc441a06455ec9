"""Executes orders on bars in the product's engine; see `differential`."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from trading_api.models.broker import OrderType, Side
from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.inputs import Bar, Cancel, NewOrder, Submit, Tick
from trading_api.modules.broker.engine.profile import AccountProfile
from trading_api.modules.broker.engine.steps import Step
from trading_api.modules.broker.engine.terms import MONEY_SCALE, Terms

from .recorded_day import AroundTheClock

CASH = 10**9 * MONEY_SCALE
LENGTH_MS = 23_400_000
TERMS = Terms("PROOF", "USD", 100, 1, 0, 1, 1, 1_000_000, 1, AroundTheClock())
TYPES = {"market": OrderType.MARKET, "limit": OrderType.LIMIT, "stop": OrderType.STOP}


class Fill(NamedTuple):
    """End of the bar, price in cents, and the rule of the execution."""

    end: int
    price: int
    rule: str


def our_fills(
    bars: Sequence[Sequence[int]], orders: Sequence[dict[str, Any]], keeps: int
) -> dict[str, Fill]:
    """Return each order's fill; one is placed at its bar's close and taken back `keeps` later."""
    engine, _ = AccountEngine.open(
        AccountProfile("demo", "USD", CASH), {"PROOF": TERMS}.get, bars[0][0] - LENGTH_MS
    )
    desk = _Desk(engine)
    for number, (end, *prices) in enumerate(bars):
        desk.bar(end, prices)
        desk.cancel(number - keeps, end)
        for order in orders:
            if order["bar"] == number:
                desk.submit(order, end)
    return desk.fills


class _Desk:
    """One account, and what its orders are called outside."""

    def __init__(self, engine: AccountEngine) -> None:
        self.fills: dict[str, Fill] = {}
        self._engine = engine
        self._names: dict[str, str] = {}
        self._placed: dict[int, list[str]] = {}

    def bar(self, end: int, prices: Sequence[int]) -> None:
        bar = Bar("PROOF", end - LENGTH_MS, end, end, *prices)
        self._keep(self._engine.fire(end - 1), end)
        if "PROOF" in self._engine.symbols:
            self._keep(self._engine.bar(bar), end)
        else:
            close = prices[-1]
            self._engine.observe(Tick("PROOF", end, end, None, None, close, None, None, None))

    def submit(self, order: dict[str, Any], now: int) -> None:
        kind = TYPES[order["type"]]
        price = order["price"]
        limit, stop = (price, None) if kind is OrderType.LIMIT else (None, price)
        asked = NewOrder(
            "PROOF", kind, Side(order["side"]), order["qty"], "GTC", limit, stop,
            client_order_id=order["id"],
        )  # fmt: skip
        self._keep(self._engine.fire(now), now)
        steps, reply = self._engine.command(Submit(asked), now)
        assert reply.order_id is not None
        self._placed.setdefault(order["bar"], []).append(reply.order_id)
        self._keep(steps, now)

    def cancel(self, number: int, now: int) -> None:
        """Take back what is still open of the orders of a bar."""
        working = [one for one in self._placed.pop(number, []) if one in self._open]
        if working:
            self._keep(self._engine.fire(now), now)
            steps, _ = self._engine.command(Cancel(tuple(working)), now)
            self._keep(steps, now)

    @property
    def _open(self) -> set[str]:
        return set(self._engine.account.orders)

    def _keep(self, steps: Sequence[Step], end: int) -> None:
        for step in steps:
            for order in step.orders:
                if order.client_order_id is not None:
                    self._names[order.id] = order.client_order_id
            for execution, explained in zip(step.executions, step.explanations, strict=True):
                name = self._names[execution.order_id]
                self.fills[name] = Fill(end, execution.price, explained["rule"])
