"""What a trader does in the recorded day: about 500 orders, what hangs on them, and when.

The same in every process. A command may name an order of an earlier entry, by what the trader was
told of it; so only the trader's own memory of answers is needed to go on.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from trading_api.models.broker import OrderType, Side
from trading_api.modules.broker.engine.inputs import (
    Cancel,
    ClosePosition,
    Command,
    Modify,
    NewOrder,
    ReversePosition,
    SetBrackets,
    SetLeverage,
    Submit,
)
from trading_api.modules.broker.engine.records import TimeInForce

from .recorded_day import CLOSES, DAY, DAY_MS, END, INSTRUMENTS, MINUTE_MS, OPENS, WHOLE, DayTape

FORCES: tuple[TimeInForce, ...] = ("GTC", "GTC", "DAY", "DAY", "GTD", "IOC", "FOK")

Answers = Mapping[int, str | None]
"""The order id that each entry was told; None where it was refused or has none."""
Act = Callable[[Answers], Command]


@dataclass(frozen=True)
class Entry:
    """A command; those of one time that only place orders are sent at once."""

    number: int
    time: int
    act: Act
    places: bool


@dataclass
class DayPlan:
    """Commands in the order of their times, and after which ones a kill meets a rare state."""

    entries: list[Entry] = field(default_factory=list)
    rare: set[int] = field(default_factory=set)
    """Numbers of entries after which a group is half filled, a flip just done, and so on."""

    def add(self, time: int, act: Act, *, places: bool = False) -> int:
        self.entries.append(Entry(len(self.entries), time, act, places))
        return len(self.entries) - 1

    def bursts(self) -> Iterator[list[Entry]]:
        """Yield what is sent at once, in order."""
        for _, burst in groupby(
            self.entries, lambda one: (one.time, one.places, None if one.places else one.number)
        ):
            yield list(burst)


def day_plan(tape: DayTape, seed: int, orders: int) -> DayPlan:
    """Return a plan with about so many orders; the last entry comes after the last tick."""
    plan, draw = DayPlan(), Draw(tape, random.Random(f"plan {seed}"))
    moments = sorted(draw.moment() for _ in range(orders * 4 // 5))
    scenes = {len(moments) * part // 8: part for part in range(1, 8)}
    for number, time in enumerate(moments):
        if number in scenes:
            _scene(plan, draw, time)
        else:
            _one(plan, draw, time)
    _closing_tick(plan, draw)
    _submit(plan, END, NewOrder("COIN", OrderType.MARKET, Side.BUY, 1_000))
    plan.entries.sort(key=lambda entry: entry.time)
    return plan


class Draw:
    """Draws orders around the market as it is at a time."""

    def __init__(self, tape: DayTape, chance: random.Random) -> None:
        self.chance = chance
        self._tape = tape

    def moment(self) -> int:
        """Return a time, most often in the session, most often that of a tick."""
        begin, end = (OPENS, CLOSES) if self.chance.random() < 0.7 else (DAY + 1, DAY + DAY_MS)
        time = self.chance.randrange(begin, end - MINUTE_MS)
        tick = self._tape.tick_after(self.symbol(time), time)
        return time if tick is None or self.chance.random() < 0.4 else min(tick.time, END - 1)

    def symbol(self, time: int) -> str:
        names = ("ACME", "ACME", "COIN", "TRADES") if OPENS <= time < CLOSES else ("COIN", "TRADES")
        return self.chance.choice(names)

    def side(self) -> Side:
        return self.chance.choice((Side.BUY, Side.SELL))

    def qty(self, symbol: str, least: int = 1, most: int = 90) -> int:
        return self.chance.randint(least, most) * WHOLE[symbol]

    def price(self, symbol: str, time: int, steps: int) -> int:
        """Return a price so many steps above (below, when negative) the last trade."""
        tick = self._tape.tick_until(symbol, time)
        assert tick is not None
        return tick.last + steps * INSTRUMENTS[symbol].min_move

    def tick_time(self, symbol: str, time: int) -> int:
        """Return the time of a tick some minutes after `time`."""
        tick = self._tape.tick_after(symbol, time + self.chance.randint(1, 30) * MINUTE_MS)
        return END if tick is None else tick.time

    def order(self, symbol: str, time: int) -> NewOrder:
        """Return an order of any type and time in force."""
        side, qty, chance = self.side(), self.qty(symbol), self.chance
        away = side * chance.randint(-3, 25)
        options: dict[str, Any] = {}
        kind = chance.choice(list(OrderType))
        if kind in (OrderType.LIMIT, OrderType.STOP_LIMIT):
            options["limit_price"] = self.price(symbol, time, -away)
        if kind in (OrderType.STOP, OrderType.STOP_LIMIT):
            options["stop_price"] = self.price(symbol, time, abs(away) * side)
        force = chance.choice(FORCES)
        if force in ("IOC", "FOK") and "stop_price" in options:
            force = "GTC"
        if force == "GTD":
            options["expires_ts"] = self.tick_time(symbol, time)
        if chance.random() < 0.25 and force in ("GTC", "DAY"):
            options |= self.pair(symbol, time, side)
        return NewOrder(symbol, kind, side, qty, force, **options)

    def pair(self, symbol: str, time: int, side: Side) -> dict[str, int]:
        """Return protection for a position of this side."""
        far = self.chance.randint(30, 60)
        return {
            "take_profit": self.price(symbol, time, far * side),
            "stop_loss": self.price(symbol, time, -far * side),
        }


def _one(plan: DayPlan, draw: Draw, time: int) -> None:
    """Add an order, a burst of them, or what somebody does with an order or position he has."""
    symbol, kind = draw.symbol(time), draw.chance.random()
    if kind < 0.6:
        _submit(plan, time, draw.order(symbol, time))
    elif kind < 0.7:
        for _ in range(draw.chance.randint(2, 5)):
            _submit(plan, time, draw.order(symbol, time))
    elif kind < 0.8 and plan.entries:
        _change(plan, draw, time)
    elif kind < 0.87:
        _partial_then_cancel(plan, draw, time)
    elif kind < 0.92:
        part = draw.chance.choice((None, draw.qty(symbol, 1, 5)))
        plan.add(time, lambda _: ClosePosition(symbol, part))
    elif kind < 0.96:
        pair = draw.pair(symbol, time, draw.side())
        plan.add(time, lambda _: SetBrackets(symbol, **pair))
    else:
        leverage = draw.chance.randint(1, 5)
        plan.add(time, lambda _: SetLeverage(symbol, leverage))


def _scene(plan: DayPlan, draw: Draw, time: int) -> None:
    """Add what a restart must not disturb: a flip with its pair, a group half filled."""
    _flip(plan, draw, time)
    _half_filled_group(plan, draw, time)


def _submit(plan: DayPlan, time: int, order: NewOrder) -> int:
    return plan.add(time, lambda _: Submit(order), places=True)


def _change(plan: DayPlan, draw: Draw, time: int) -> None:
    """Cancel or change one of the last orders."""
    before = [entry.number for entry in plan.entries if entry.places and entry.time < time]
    if not before:
        return
    number = draw.chance.choice(before[-40:])
    if draw.chance.random() < 0.5:
        plan.add(time, _naming(number, lambda order_id: Cancel((order_id,))))
    else:
        qty = draw.qty(draw.symbol(time))
        plan.add(time, _naming(number, lambda order_id: Modify(order_id, qty=qty)))


def _partial_then_cancel(plan: DayPlan, draw: Draw, time: int) -> None:
    """Order more than is displayed, so that the rest waits; cancel it two seconds later."""
    symbol = "COIN"
    order = NewOrder(symbol, OrderType.MARKET, draw.side(), draw.qty(symbol, 400, 900))
    number = _submit(plan, time, order)
    plan.rare.add(number)
    plan.add(time + 2_000, _naming(number, lambda order_id: Cancel((order_id,))))


def _flip(plan: DayPlan, draw: Draw, time: int) -> None:
    """Hold a protected position, then change its side in one step."""
    side = draw.side()
    entry = NewOrder("COIN", OrderType.MARKET, side, 4_000)
    pair = draw.pair("COIN", time, side)
    _submit(
        plan, time, replace(entry, take_profit=pair["take_profit"], stop_loss=pair["stop_loss"])
    )
    number = plan.add(time + MINUTE_MS, lambda _: ReversePosition("COIN"))
    plan.rare.add(number)


def _half_filled_group(plan: DayPlan, draw: Draw, time: int) -> None:
    """Place two orders of a group; the second takes what is displayed and waits for the rest."""
    group, at = f"group-{time}", time + 2 * MINUTE_MS
    far = draw.price("COIN", at, -300)
    _submit(plan, at, NewOrder("COIN", OrderType.LIMIT, Side.BUY, 9_000, "GTC", far,
                               oco_group=group))  # fmt: skip
    over = draw.price("COIN", at, 40)
    number = _submit(plan, at, NewOrder("COIN", OrderType.LIMIT, Side.BUY, 2_000_000, "DAY", over,
                                        oco_group=group))  # fmt: skip
    plan.rare.add(number)


def _closing_tick(plan: DayPlan, draw: Draw) -> None:
    """Let orders of the day wait at the market until the tick on its very close."""
    for symbol, close in (("ACME", CLOSES), ("COIN", DAY + DAY_MS)):
        for steps in (-2, -1, 0, 1, 2):
            at = close - 2_000
            for side in (Side.BUY, Side.SELL):
                price = draw.price(symbol, at, steps)
                order = NewOrder(symbol, OrderType.LIMIT, side, 200 * WHOLE[symbol], "DAY", price)
                number = _submit(plan, at, order)
        plan.rare.add(number)


def _naming(number: int, of: Callable[[str], Command]) -> Act:
    """Return the act on the order of entry `number`; without one it names none that exists."""
    return lambda answers: of(answers.get(number) or "demo-o0")
