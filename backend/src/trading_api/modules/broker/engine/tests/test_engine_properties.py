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
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

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

EXAMPLES = int(os.environ.get("TP_ENGINE_EXAMPLES", "300"))
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
PROFILE = profile(fees=FEES, initial_cash=money(40_000), max_leverage=10, stale_after_ms=90_000)

sides = st.sampled_from([BUY, SELL])
symbols = st.sampled_from(SYMBOLS)
quantities = st.integers(1, 30).map(lambda units: units * 5)
# Few prices, so that orders, stops and the market meet all the time.
prices = st.integers(-8, 8).map(lambda steps: 10_000 + steps * 5)
maybe_price = st.none() | prices
sizes = st.none() | st.integers(0, 20).map(lambda units: units * 5)


@st.composite
def new_orders(draw):
    kind, side = draw(st.sampled_from(OrderType)), draw(sides)
    has_stop = kind in (OrderType.STOP, OrderType.STOP_LIMIT)
    has_limit = kind in (OrderType.LIMIT, OrderType.STOP_LIMIT)
    durations = ["GTC"] * 4 + ["DAY", "GTD"] + ([] if has_stop else ["IOC", "FOK"])
    protected = draw(st.integers(0, 2)) == 0
    distances = st.none() | st.integers(1, 8).map(lambda steps: steps * 5)
    profit, loss = draw(distances), draw(distances)
    price = draw(prices)
    return NewOrder(
        symbol=draw(symbols),
        type=kind,
        side=side,
        qty=draw(quantities),
        time_in_force=draw(st.sampled_from(durations)),
        limit_price=price if has_limit else None,
        stop_price=price + draw(st.sampled_from([-5, 0, 5])) if has_stop else None,
        take_profit=price + side * profit if protected and profit else None,
        stop_loss=price - side * loss if protected and loss else None,
        reduce_only=draw(st.integers(0, 9)) == 0 and not protected,
    )


@st.composite
def ticks(draw):
    symbol = draw(st.sampled_from(["ACME", "ACME", "DAYS", "TAPE"]))
    price, gap = draw(prices), draw(st.integers(0, 9)) == 0
    if symbol == "TAPE":
        return Tick(symbol, 0, 0, None, None, price, None, None, draw(sizes), gap)
    ask = price + 5 * draw(st.integers(1, 3))
    bid_size, ask_size = draw(sizes), draw(sizes)
    shown = None if draw(st.integers(0, 19)) == 0 else price
    return Tick(symbol, 0, 0, shown, ask, price, bid_size, ask_size, None, gap)


@st.composite
def bars(draw):
    path = sorted(draw(st.lists(prices, min_size=4, max_size=4)))
    first, last = draw(st.permutations(path[1:3]))
    return Bar("BARS", 0, 0, 0, first, path[3], path[0], last)


EVENTS = (
    ["a_tick"] * 12
    + ["a_bar"] * 2
    + ["an_order"] * 8
    + ["a_change"] * 3
    + ["a_cancel", "a_close", "a_reversal", "brackets", "brackets", "time_passes", "a_crash"]
    + ["the_same_tick_again", "a_rare_command"]
)
"""What happens next, as often as it is named; a rule each would be switched off in half."""


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
        self.groups = 0
        for symbol in SYMBOLS:
            self.last_tick = Tick(symbol, self.now, self.now, 9_995, 10_005, 10_000, 50, 50, 50)
            self.apply(("observe", self.last_tick))

    @rule(data=st.data())
    def something_happens(self, data):
        getattr(self, data.draw(st.sampled_from(EVENTS)))(data.draw)

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

    def held(self, draw):
        """Return the symbol of a position, now and then of none."""
        positions = self.engine.account.positions.values()
        found = sorted(position.symbol for position in positions if position.qty)
        return draw(st.sampled_from(found or SYMBOLS))

    def chosen(self, draw):
        """Return the id of an open order, now and then of one that has ended."""
        found = sorted(self.engine.account.orders)
        return draw(st.sampled_from(found * 5 + sorted(self.tally.orders)[:1] or ["demo-o1"]))

    def a_tick(self, draw):
        tick = draw(ticks())
        self.now += draw(st.integers(1, 2_000))
        tick = replace(tick, time=self.now, received=self.now)
        self.apply(("fire", self.now - 1))
        watched = tick.symbol in self.engine.symbols
        self.apply(("tick" if watched else "observe", tick))
        self.last_tick = tick

    def a_bar(self, draw):
        bar, start = draw(bars()), self.now
        self.now += 60_000
        bar = replace(bar, time=start, end=self.now, received=self.now)
        self.apply(("fire", self.now - 1))
        if "BARS" in self.engine.symbols:
            self.apply(("bar", bar))
        else:
            tick = Tick("BARS", self.now, self.now, None, None, bar.close, None, None, None)
            self.apply(("observe", tick))

    def the_same_tick_again(self, draw):
        before = self.text()
        assert self.apply(("tick", self.last_tick)) == []
        assert self.text() == before

    def an_order(self, draw):
        if self.engine.account.mode != "ACTIVE" and draw(st.integers(0, 3)):
            self.command(Resume())
        order = draw(new_orders())
        if order.time_in_force == "GTD":
            order = replace(order, expires_ts=self.now + 30_000)
        if draw(st.integers(0, 3)) == 0:
            self.groups += draw(st.integers(0, 1))
            order = replace(order, oco_group=f"group {self.groups // 2}")
        self.command(Submit(order))

    def a_change(self, draw):
        order_id = self.chosen(draw)
        order = self.tally.orders.get(order_id)
        names = ["take_profit", "stop_loss"]
        names += ["limit_price"] * bool(order and order.limit_price)
        names += ["stop_price"] * bool(order and order.stop_price)
        given = {name: draw(prices) for name in draw(st.sets(st.sampled_from(names), max_size=2))}
        removes = frozenset(draw(st.sampled_from([(), (), ("take_profit",), ("stop_loss",)])))
        self.command(Modify(order_id, draw(st.none() | quantities), **given, removes=removes))

    def a_cancel(self, draw):
        self.command(Cancel(tuple(self.chosen(draw) for _ in range(draw(st.integers(0, 2))))))

    def a_close(self, draw):
        self.command(ClosePosition(self.held(draw), draw(st.none() | quantities)))

    def a_reversal(self, draw):
        self.command(ReversePosition(self.held(draw)))

    def brackets(self, draw):
        self.command(SetBrackets(self.held(draw), draw(maybe_price), draw(maybe_price)))

    def a_rare_command(self, draw):
        daily = draw(st.none() | st.integers(0, 500).map(money))
        limits = replace(PROFILE.limits, daily_loss=daily, max_open_orders=30)
        leverage = SetLeverage(draw(symbols), draw(st.integers(0, 12)))
        commands = [leverage, SetRisk(limits), Reset(), FeedGap(self.now, "simulated")]
        commands += [leverage, KillSwitch(True), KillSwitch(False), Resume()]
        self.command(draw(st.sampled_from(commands)))

    def time_passes(self, draw):
        self.now += draw(st.sampled_from([1_000, 30_000, 30_000, 100_000, 500_000, 40_000_000]))
        self.apply(("fire", self.now))

    def a_crash(self, draw):
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
