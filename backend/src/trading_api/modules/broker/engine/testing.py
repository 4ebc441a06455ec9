"""Fakes of what the engine is given: instruments, hours, ticks. For tests of every part."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from trading_api.models.broker import OrderType, Side

from .engine import AccountEngine
from .inputs import END_OF_MS, Bar, Cursor, NewOrder, Submit, Tick
from .profile import AccountProfile
from .steps import Reply, Step
from .terms import MONEY_SCALE, Terms

OPENED = 1_700_000_000_000
"""When the fakes' accounts are opened: 2023-11-14 22:13:20 UTC, on the second."""
DAY_MS = 86_400_000
BUY, SELL = Side.BUY, Side.SELL


class AlwaysOpen:
    """Around the clock; a day is the UTC day."""

    def is_open(self, time_ms: int) -> bool:
        return True

    def day_end(self, time_ms: int) -> int:
        return time_ms - time_ms % DAY_MS + DAY_MS


class Daily:
    """Open each UTC day from `opens` to `closes`, in ms after midnight, the close left out."""

    def __init__(self, opens: int, closes: int) -> None:
        self._opens, self._closes = opens, closes

    def is_open(self, time_ms: int) -> bool:
        return self._opens <= time_ms % DAY_MS < self._closes

    def day_end(self, time_ms: int) -> int:
        end = time_ms - time_ms % DAY_MS + self._closes
        return end if time_ms < end else end + DAY_MS


ACME = Terms(
    symbol="ACME",
    currency="USD",
    price_scale=100,
    tick=1,
    qty_precision=0,
    lot=1,
    min_qty=1,
    max_qty=1_000_000,
    multiplier=1,
    hours=AlwaysOpen(),
)
"""A share: cents, whole shares."""
COIN = replace(ACME, symbol="COIN/USD", tick=5, qty_precision=4, lot=10, min_qty=10, max_qty=10**9)
"""A coin: steps of 0.05, lots of 0.001."""
EURO = replace(ACME, symbol="EURO", currency="EUR")


def listed(*terms: Terms) -> Any:
    """Return what looks up these instruments; ACME, COIN/USD and EURO by default."""
    by_symbol = {each.symbol: each for each in terms or (ACME, COIN, EURO)}
    return by_symbol.get


def money(amount: Decimal | int | str) -> int:
    """Return an amount in `MONEY_SCALE`."""
    return int(Decimal(amount) * MONEY_SCALE)


def profile(**members: Any) -> AccountProfile:
    """Return account `demo` with 100,000 USD; `members` replace what it has."""
    return replace(AccountProfile("demo", "USD", money(100_000)), **members)


def quote(
    time: int,
    bid: int | None,
    ask: int | None,
    size: int | None = None,
    **members: Any,
) -> Tick:
    """Return a quote of ACME, in cents, `time` ms after the opening; `size` on both sides."""
    at = OPENED + time
    tick = Tick("ACME", at, at, bid, ask, None, size, size, None)
    return replace(tick, **members)


def trade(time: int, last: int, size: int | None = None, **members: Any) -> Tick:
    """Return a trade of ACME without any quote, `time` ms after the opening."""
    at = OPENED + time
    return replace(Tick("ACME", at, at, None, None, last, None, None, size), **members)


def bar(time: int, prices: tuple[int, int, int, int], symbol: str = "ACME") -> Bar:
    """Return a bar of one minute from `time` ms after the opening; open, high, low, close."""
    at = OPENED + time
    return Bar(symbol, at, at + 60_000, at + 60_000, *prices)


def market(side: Side, qty: int, **members: Any) -> NewOrder:
    return replace(NewOrder("ACME", OrderType.MARKET, side, qty), **members)


def limit(side: Side, qty: int, price: int, **members: Any) -> NewOrder:
    order = NewOrder("ACME", OrderType.LIMIT, side, qty, limit_price=price)
    return replace(order, **members)


def stop(side: Side, qty: int, price: int, **members: Any) -> NewOrder:
    order = NewOrder("ACME", OrderType.STOP, side, qty, stop_price=price)
    return replace(order, **members)


def stop_limit(side: Side, qty: int, price: int, limit: int, **members: Any) -> NewOrder:
    order = NewOrder("ACME", OrderType.STOP_LIMIT, side, qty, stop_price=price, limit_price=limit)
    return replace(order, **members)


class Desk:
    """One account and its market, as a test drives them: time in ms after the opening.

    It does what the engine's caller owes it: timers fire before later inputs, and the newest
    tick of a symbol is shown before a command on it.
    """

    def __init__(self, *terms: Terms, **members: Any) -> None:
        self.profile = profile(**members)
        self.terms = listed(*terms)
        self.engine, opened = AccountEngine.open(self.profile, self.terms, OPENED)
        self.steps: list[Step] = [opened]
        self.newest: dict[str, Tick] = {}
        self.now = OPENED

    def tick(self, tick: Tick) -> list[Step]:
        """Offer a tick; return the steps that it and the timers before it made."""
        self.now = max(self.now, tick.time)
        self.newest[tick.symbol] = tick
        fired = self._keep(self.engine.fire(tick.time - 1))
        if tick.symbol in self.engine.symbols:
            return fired + self._keep(self.engine.tick(tick))
        self.engine.observe(tick)
        return fired

    def bar(self, bar: Bar) -> list[Step]:
        self.now = max(self.now, bar.end)
        fired = self._keep(self.engine.fire(bar.end - 1))
        return fired + self._keep(self.engine.bar(bar))

    def wait(self, time: int) -> list[Step]:
        """Let time pass, to `time` ms after the opening."""
        self.now = max(self.now, OPENED + time)
        return self._keep(self.engine.fire(self.now))

    def command(self, command: Any, time: int | None = None) -> Reply:
        """Apply a command at `time` ms after the opening, now by default."""
        if time is not None:
            self.now = max(self.now, OPENED + time)
        self._keep(self.engine.fire(self.now))
        steps, reply = self.engine.command(command, self.now)
        self._keep(steps)
        return reply

    def submit(self, order: NewOrder, time: int | None = None) -> str:
        """Submit an order, and return its id."""
        order_id = self.command(Submit(order), time).order_id
        assert order_id is not None
        return order_id

    def order(self, order_id: str) -> Any:
        """Return an order as the newest step that changed it left it."""
        return next(
            order for step in reversed(self.steps) for order in step.orders if order.id == order_id
        )

    def children(self, bracket_id: str) -> tuple[Any, Any]:
        """Return the newest take-profit and stop-loss of a pair, None where it has none."""
        ids = dict.fromkeys(
            order.id
            for step in self.steps
            for order in step.orders
            if order.bracket_id == bracket_id and order.is_child
        )
        orders = [self.order(order_id) for order_id in ids]
        profit = [order for order in orders if order.type is OrderType.LIMIT]
        loss = [order for order in orders if order.type is OrderType.STOP]
        return (profit[-1] if profit else None, loss[-1] if loss else None)

    @property
    def fills(self) -> list[tuple[int, int]]:
        """Signed quantity and price of each execution, in order."""
        return [(e.side * e.qty, e.price) for step in self.steps for e in step.executions]

    @property
    def held(self) -> int:
        return self.engine.account.position("ACME").qty

    def _keep(self, steps: Any) -> list[Step]:
        self.steps.extend(steps)
        return list(steps)


__all__ = [
    "ACME",
    "BUY",
    "COIN",
    "DAY_MS",
    "END_OF_MS",
    "EURO",
    "OPENED",
    "SELL",
    "AlwaysOpen",
    "Cursor",
    "Daily",
    "Desk",
    "bar",
    "limit",
    "listed",
    "market",
    "money",
    "profile",
    "quote",
    "stop",
    "stop_limit",
    "trade",
]
