"""Anything may happen to an account in any order: its books add up, and a rerun is byte-equal.

TP_ENGINE_EXAMPLES and TP_ENGINE_STEPS make a longer run than the suite's.
"""

import json
import os
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from trading_api.models.broker import OrderType
from trading_api.modules.broker.engine.accounting.identities import check
from trading_api.modules.broker.engine.accounting.tally import Tally
from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.explain import recompute
from trading_api.modules.broker.engine.inputs import (
    Bar,
    Cancel,
    ClosePosition,
    FeedGap,
    KillSwitch,
    Modify,
    NewOrder,
    Reset,
    Resume,
    ReversePosition,
    SetBrackets,
    SetLeverage,
    SetRisk,
    Submit,
    Tick,
)
from trading_api.modules.broker.engine.profile import FeeSchedule
from trading_api.modules.broker.engine.state.dump import rehash
from trading_api.modules.broker.engine.testing import (
    ACME,
    BUY,
    OPENED,
    SELL,
    listed,
    money,
    profile,
)
from trading_api.shared.errors import Refusal

EXAMPLES = int(os.environ.get("TP_ENGINE_EXAMPLES", "120"))
STEPS = int(os.environ.get("TP_ENGINE_STEPS", "60"))
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
TEN_MINUTES = 600_000


class ShortDays:
    """Days of ten minutes, the last two of them closed."""

    def is_open(self, time_ms: int) -> bool:
        return time_ms % TEN_MINUTES < 480_000

    def day_end(self, time_ms: int) -> int:
        start = time_ms - time_ms % TEN_MINUTES
        return start + 480_000 if time_ms < start + 480_000 else start + TEN_MINUTES + 480_000


SYMBOLS = ("ACME", "DAYS", "TAPE", "BARS")
"""Quoted around the clock; quoted in short days; trades alone; bars alone."""
TERMS = listed(
    ACME,
    replace(ACME, symbol="DAYS", hours=ShortDays(), lot=5, min_qty=5, multiplier=3),
    replace(ACME, symbol="TAPE", tick=5, qty_precision=2),
    replace(ACME, symbol="BARS"),
)
FEES = FeeSchedule(fixed=money("0.25"), per_share=money("0.005"), rate=12_345, minimum=money(1))
PROFILE = profile(fees=FEES, initial_cash=money(20_000), max_leverage=10, stale_after_ms=90_000)

sides = st.sampled_from([BUY, SELL])
symbols = st.sampled_from(SYMBOLS)
quantities = st.integers(1, 30).map(lambda units: units * 5)
# Few prices, so that orders, stops and the market meet all the time.
prices = st.integers(-8, 8).map(lambda steps: 10_000 + steps * 5)
maybe_price = st.none() | prices
sizes = st.none() | st.integers(0, 20).map(lambda units: units * 5)


@st.composite
def new_orders(draw):
    kind = draw(st.sampled_from(OrderType))
    has_stop = kind in (OrderType.STOP, OrderType.STOP_LIMIT)
    has_limit = kind in (OrderType.LIMIT, OrderType.STOP_LIMIT)
    durations = ["DAY", "GTC", "GTD"] if has_stop else ["DAY", "GTC", "GTD", "IOC", "FOK"]
    with_brackets = draw(st.booleans())
    return NewOrder(
        symbol=draw(symbols),
        type=kind,
        side=draw(sides),
        qty=draw(quantities),
        time_in_force=draw(st.sampled_from(durations)),
        limit_price=draw(prices) if has_limit else None,
        stop_price=draw(prices) if has_stop else None,
        take_profit=draw(maybe_price) if with_brackets else None,
        stop_loss=draw(maybe_price) if with_brackets else None,
        oco_group=draw(st.sampled_from([None, None, "a", "b", "c", "d"])),
        reduce_only=draw(st.integers(0, 5)) == 0 and not with_brackets,
    )


@st.composite
def ticks(draw):
    symbol = draw(st.sampled_from(["ACME", "DAYS", "TAPE"]))
    price, gap = draw(prices), draw(st.integers(0, 9)) == 0
    if symbol == "TAPE":
        return Tick(symbol, 0, 0, None, None, price, None, None, draw(sizes), gap)
    ask = price + 5 * draw(st.integers(1, 3))
    bid_size, ask_size = draw(sizes), draw(sizes)
    one_sided = draw(st.integers(0, 19)) == 0
    shown = None if one_sided else price
    return Tick(symbol, 0, 0, shown, ask, price, bid_size, ask_size, None, gap)


@st.composite
def bars(draw):
    path = sorted(draw(st.lists(prices, min_size=4, max_size=4)))
    first, last = draw(st.permutations(path[1:3]))
    return Bar("BARS", 0, 0, 0, first, path[3], path[0], last)


class Accounts(RuleBasedStateMachine):
    """Drives one account as the engine room does, and keeps what it did."""

    @initialize()
    def opens(self):
        self.engine, opened = AccountEngine.open(PROFILE, TERMS, OPENED)
        self.now = OPENED
        self.log, self.steps = [], [opened]
        self.saved, self.since = self.text(), []
        self.tally = Tally(lambda symbol: TERMS(symbol).money_unit)
        self.problems = list(self.tally.add(opened))
        self.last_tick = None

    def text(self):
        return json.dumps(self.engine.dump())

    def apply(self, call):
        self.log.append(call)
        steps = list(perform(self.engine, call))
        self.since.append(call)
        if steps:
            self.saved, self.since = self.text(), []
        for step in steps:
            self.problems += self.tally.add(step)
            for explained in step.explanations:
                again = recompute(explained)
                if again != (explained["price"], explained["qty"], explained["fee"]["fee"]):
                    self.problems.append(f"{explained} leads to {again}")
        self.steps += steps
        return steps

    def command(self, command):
        self.apply(("fire", self.now))
        before = self.text()
        try:
            self.apply(("command", command, self.now))
        except Refusal:
            self.log.pop()
            assert self.text() == before
        return before

    def pick(self, data, choices):
        return data.draw(st.sampled_from(sorted(choices)))

    @rule(tick=ticks(), wait=st.integers(1, 2_000))
    def a_tick(self, tick, wait):
        self.now += wait
        tick = replace(tick, time=self.now, received=self.now)
        self.apply(("fire", self.now - 1))
        watched = tick.symbol in self.engine.symbols
        self.apply(("tick" if watched else "observe", tick))
        self.last_tick = tick

    @rule(bar=bars())
    def a_bar(self, bar):
        start = self.now
        self.now += 60_000
        bar = replace(bar, time=start, end=self.now, received=self.now)
        self.apply(("fire", self.now - 1))
        if "BARS" in self.engine.symbols:
            self.apply(("bar", bar))
        else:
            tick = Tick("BARS", self.now, self.now, None, None, bar.close, None, None, None)
            self.apply(("observe", tick))

    @precondition(lambda self: self.last_tick is not None)
    @rule()
    def the_same_tick_again(self):
        before = self.text()
        assert self.apply(("tick", self.last_tick)) == []
        assert self.text() == before

    @rule(order=new_orders())
    def an_order(self, order):
        expires = self.now + 30_000 if order.time_in_force == "GTD" else None
        self.command(Submit(replace(order, expires_ts=expires)))

    @precondition(lambda self: self.engine.account.orders)
    @rule(data=st.data(), qty=st.none() | quantities, first=maybe_price, second=maybe_price)
    def a_change(self, data, qty, first, second):
        order_id = self.pick(data, self.engine.account.orders)
        fields = ("limit_price", "stop_price", "take_profit", "stop_loss")
        names = data.draw(st.tuples(st.sampled_from(fields), st.sampled_from(fields)))
        removes = data.draw(st.sampled_from([(), (), ("take_profit",), ("stop_loss",)]))
        given = dict(zip(names, (first, second), strict=True))
        self.command(Modify(order_id, qty, **given, removes=frozenset(removes)))

    @precondition(lambda self: self.engine.account.orders)
    @rule(data=st.data())
    def a_cancel(self, data):
        chosen = st.lists(st.sampled_from(sorted(self.engine.account.orders)), max_size=3)
        self.command(Cancel(tuple(data.draw(chosen))))

    @precondition(
        lambda self: len(self.engine.account.orders) < self.engine.account.counters.orders
    )
    @rule(data=st.data())
    def a_cancel_of_what_has_ended(self, data):
        ended = {key for key, order in self.tally.orders.items() if order.is_final}
        steps = len(self.steps)
        self.command(Cancel((self.pick(data, ended),)))
        assert all(step.kind != "orders_canceled" for step in self.steps[steps:])

    @rule(symbol=symbols, qty=st.none() | quantities)
    def a_close(self, symbol, qty):
        self.command(ClosePosition(symbol, qty))

    @rule(symbol=symbols)
    def a_reversal(self, symbol):
        self.command(ReversePosition(symbol))

    @rule(symbol=symbols, take_profit=maybe_price, stop_loss=maybe_price)
    def brackets(self, symbol, take_profit, stop_loss):
        self.command(SetBrackets(symbol, take_profit, stop_loss))

    @rule(symbol=symbols, leverage=st.integers(0, 12))
    def leverage(self, symbol, leverage):
        self.command(SetLeverage(symbol, leverage))

    @rule(flatten=st.booleans(), again=st.booleans())
    def the_kill_switch(self, flatten, again):
        self.command(KillSwitch(flatten))
        assert self.engine.account.mode == ("REDUCING" if flatten else "HALTED")
        if again:
            self.command(Resume())

    @rule()
    def resumed(self):
        self.command(Resume())

    @rule(chance=st.integers(0, 4), loss=st.none() | st.integers(0, 500))
    def rare(self, chance, loss):
        if chance == 0:
            self.command(Reset())
        elif chance == 1:
            self.command(FeedGap(self.now, "simulated"))
        else:
            daily = None if loss is None else money(loss)
            limits = replace(PROFILE.limits, daily_loss=daily, max_open_orders=30)
            self.command(SetRisk(limits))

    @rule(wait=st.sampled_from([1_000, 30_000, 100_000, 500_000, 40_000_000]))
    def time_passes(self, wait):
        self.now += wait
        self.apply(("fire", self.now))

    @rule()
    def a_crash(self):
        """Load what the last step left, and read again what came since."""
        engine = AccountEngine.load(PROFILE, TERMS, json.loads(self.saved))
        for call in self.since:
            assert list(perform(engine, call)) == []
        assert json.dumps(engine.dump()) == self.text()
        self.engine = engine

    @invariant()
    def everything_adds_up(self):
        if not hasattr(self, "engine"):
            return
        account = self.engine.account
        check(account)
        assert not self.problems
        assert not list(self.tally.violations(account))
        before = account.hash.hex
        rehash(account)
        assert account.hash.hex == before == self.steps[-1].state_hash

    @invariant()
    def one_of_a_group_at_most_is_filled(self):
        groups = defaultdict(set)
        for order in getattr(self, "tally", Tally(int)).orders.values():
            if order.oco_group is not None and order.filled_qty:
                groups[order.oco_group].add(order.id)
        assert all(len(filled) == 1 for filled in groups.values())

    def teardown(self):
        if not hasattr(self, "engine"):
            return
        engine, opened = AccountEngine.open(PROFILE, TERMS, OPENED)
        steps = [opened]
        for call in self.log:
            steps += perform(engine, call)
        assert [repr(step) for step in steps] == [repr(step) for step in self.steps]
        assert json.dumps(engine.dump()) == self.text()


def perform(engine, call):
    name, *arguments = call
    result = getattr(engine, name)(*arguments)
    if name == "command":
        return result[0]
    return result or ()


TestAccounts = Accounts.TestCase
TestAccounts.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    phases=PHASES,
    suppress_health_check=list(HealthCheck),
)
TestAccounts = pytest.mark.timeout(max(300, EXAMPLES * 5))(TestAccounts)
