"""Executes a workload in the product's engine."""

from collections.abc import Sequence
from typing import NamedTuple

from broker_proofs.recorded_day import AroundTheClock
from trading_api.models.broker import OrderType, Side
from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.inputs import Bar, Cancel, NewOrder, Submit, Tick
from trading_api.modules.broker.engine.profile import AccountProfile
from trading_api.modules.broker.engine.steps import Step
from trading_api.modules.broker.engine.terms import MONEY_SCALE, Terms
from trading_api.shared.market import TradingHours

from .market import DAY_MS, SESSION_MS, DayBar, Quote
from .workloads import Ask, Workload

CASH = 10**9 * MONEY_SCALE
TYPES = {
    "market": OrderType.MARKET,
    "limit": OrderType.LIMIT,
    "stop": OrderType.STOP,
    "stop_limit": OrderType.STOP_LIMIT,
}


class Fill(NamedTuple):
    """Unix ms (of a bar its end), price in cents, quantity, and the rule of the execution."""

    time: int
    price: int
    qty: int
    rule: str


class Sessions:
    """Open each UTC day from midnight for the length of a session."""

    def is_open(self, time_ms: int) -> bool:
        return time_ms % DAY_MS < SESSION_MS

    def day_end(self, time_ms: int) -> int:
        end = time_ms - time_ms % DAY_MS + SESSION_MS
        return end if time_ms < end else end + DAY_MS


def our_fills(workload: Workload) -> dict[str, list[Fill]]:
    """Return each order's fills.

    An order for the day ends by itself, with the session; any other is taken back.
    """
    # At the close of a session only a market without sessions takes an order at once.
    for_the_day = any(order.tif == "DAY" for order in workload.orders)
    desk = _Desk(Sessions() if for_the_day else AroundTheClock(), workload.market[0][0])
    placed: dict[int, list[Ask]] = {}
    ended: dict[int, list[Ask]] = {}
    for order in workload.orders:
        placed.setdefault(order.at, []).append(order)
        if order.tif != "DAY":
            ended.setdefault(order.until, []).append(order)
    gone = -1
    for number, event in enumerate(workload.market):
        now = desk.hear(event, gap=event[0] // DAY_MS != gone)
        gone = now // DAY_MS
        desk.cancel(ended.get(number, ()), now)
        for order in placed.get(number, ()):
            desk.submit(order, now)
    return desk.fills


class _Desk:
    """One account, and what its orders are called outside."""

    def __init__(self, hours: TradingHours, ts: int) -> None:
        terms = Terms("PROOF", "USD", 100, 1, 0, 1, 1, 1_000_000, 1, hours)
        profile = AccountProfile("demo", "USD", CASH)
        self.fills: dict[str, list[Fill]] = {}
        self._engine, _ = AccountEngine.open(profile, {"PROOF": terms}.get, ts)
        self._names: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def hear(self, event: DayBar | Quote, gap: bool) -> int:
        """Take in a bar or a quote and return its time; `gap` says that a day begins with it."""
        if isinstance(event, DayBar):
            return self._bar(event)
        now, bid, ask, bid_size, ask_size = event
        tick = Tick("PROOF", now, now, bid, ask, None, bid_size, ask_size, None, gap)
        if "PROOF" in self._engine.symbols:
            self._keep(self._engine.tick(tick), now)
        else:
            self._engine.observe(tick)
        return now

    def _bar(self, event: DayBar) -> int:
        start, end, *prices = event
        if "PROOF" in self._engine.symbols:
            self._keep(self._engine.bar(Bar("PROOF", start, end, end, *prices)), end)
        else:
            close = event.close
            self._engine.observe(Tick("PROOF", end, end, None, None, close, None, None, None))
        return end

    def submit(self, order: Ask, now: int) -> None:
        asked = NewOrder(
            "PROOF", TYPES[order.type], Side(order.side), order.qty, order.tif, order.limit,
            order.stop, client_order_id=order.id,
        )  # fmt: skip
        self._keep(self._engine.fire(now), now)
        steps, reply = self._engine.command(Submit(asked), now)
        assert reply.order_id is not None
        self._ids[order.id] = reply.order_id
        self._keep(steps, now)

    def cancel(self, orders: Sequence[Ask], now: int) -> None:
        """Take back what is still open."""
        mine = [self._ids[one.id] for one in orders]
        working = tuple(one for one in mine if one in self._engine.account.orders)
        if working:
            self._keep(self._engine.fire(now), now)
            steps, _ = self._engine.command(Cancel(working), now)
            self._keep(steps, now)

    def _keep(self, steps: Sequence[Step], now: int) -> None:
        for step in steps:
            for order in step.orders:
                if order.client_order_id is not None:
                    self._names[order.id] = order.client_order_id
            for execution, explained in zip(step.executions, step.explanations, strict=True):
                name = self._names[execution.order_id]
                fill = Fill(now, execution.price, execution.qty, explained["rule"])
                self.fills.setdefault(name, []).append(fill)
