"""The checks themselves: each identity that is broken on purpose is noticed by name."""

from dataclasses import replace

import pytest

from trading_api.models.broker import OrderStatus
from trading_api.modules.broker.engine.accounting.identities import check
from trading_api.modules.broker.engine.accounting.tally import Tally
from trading_api.modules.broker.engine.engine import AccountEngine
from trading_api.modules.broker.engine.records import Position
from trading_api.modules.broker.engine.testing import (
    ACME,
    BUY,
    OPENED,
    Desk,
    limit,
    market,
    profile,
    quote,
)


@pytest.fixture
def desk():
    desk = Desk()
    desk.tick(quote(1, 9_990, 10_000))
    desk.submit(market(BUY, 100, take_profit=10_100, stop_loss=9_900))
    desk.submit(limit(BUY, 10, 9_900))
    desk.submit(limit(BUY, 10, 9_900, take_profit=10_100))
    check(desk.engine.account)
    return desk


def position(account, **members):
    account.positions["ACME"] = account.positions["ACME"]._replace(**members)


def order(account, order_id, **members):
    account.orders[order_id] = account.orders[order_id]._replace(**members)


def cash(account, name):
    setattr(account.cash, name, getattr(account.cash, name) + 1)


BROKEN = {
    "cash": (lambda account: cash(account, "cash"), "cash"),
    "fees": (lambda account: cash(account, "fees"), "fees"),
    "realized": (lambda account: cash(account, "realized"), "realized"),
    "reserved": (lambda account: cash(account, "reserved"), "reserved"),
    "a cost without quantity": (lambda account: position(account, qty=0), "with cost"),
    "a cost of the other side": (lambda account: position(account, qty=-100), "with cost"),
    "too much protection": (lambda account: position(account, qty=99), "protect more"),
    "a child that adds": (lambda account: order(account, "demo-o2", side=BUY), "does not reduce"),
    "a negative reserve": (lambda account: order(account, "demo-o4", reserved=-1), "reserves -1"),
    "a full order left open": (
        lambda account: order(account, "demo-o4", filled_qty=10),
        "and open",
    ),
    "an entry of another price": (
        lambda account: order(account, "demo-o5", take_profit=10_200),
        "demo-o5: says 10200, its child demo-o6 10100",
    ),
    "an inactive entry": (
        lambda account: order(account, "demo-o4", status=OrderStatus.INACTIVE),
        "INACTIVE with parent",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_identity_is_named(desk, name):
    breaks, named = BROKEN[name]
    breaks(desk.engine.account)

    with pytest.raises(ValueError, match=named):
        check(desk.engine.account)


def tallied(steps):
    tally = Tally(lambda symbol: ACME.money_unit)
    return tally, [problem for step in steps for problem in tally.add(step)]


def test_the_tally_agrees_with_what_happened(desk):
    tally, problems = tallied(desk.steps)

    assert problems == []
    assert list(tally.violations(desk.engine.account)) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda step: step._replace(number=9), "step 9 follows"),
        (lambda step: step._replace(executions=()), "executed"),
        (lambda step: step._replace(executions=step.executions * 2), "execution"),
        (
            lambda step: step._replace(orders=(step.orders[0]._replace(filled_qty=-1),)),
            "-1 filled",
        ),
    ],
)
def test_the_tally_notices_a_step_that_cannot_be(desk, change, named):
    steps = [change(step) if step.executions else step for step in desk.steps]

    assert named in " ".join(tallied(steps)[1])


def test_the_tally_notices_a_fill_through_a_limit_and_a_change_after_the_end(desk):
    desk.tick(quote(2, 9_890, 9_900))
    (last,) = [step for step in desk.steps[-1:] if step.executions]
    worse = last._replace(executions=(last.executions[0]._replace(price=9_901),))
    again = last._replace(number=last.number + 1, executions=())
    problems = " ".join(tallied([*desk.steps[:-1], worse, again])[1])

    assert "through 9900" in problems
    assert "changed after FILLED" in problems


def test_the_tally_notices_what_the_account_has_and_no_step_told(desk):
    tally, _ = tallied(desk.steps)
    account = desk.engine.account
    account.cash.cash += 1
    account.counters.executions += 1
    account.positions["COIN/USD"] = Position("COIN/USD", 5)
    del account.orders["demo-o4"]

    found = " ".join(tally.violations(account))
    for named in ("cash", "counted", "COIN/USD: holds 5", "open orders"):
        assert named in found


def test_the_engine_tells_its_callers_what_they_ask(desk):
    engine = desk.engine
    assert engine.cursors == {"ACME": (OPENED + 1, "ACME")}
    assert engine.step == len(desk.steps)

    other, _ = AccountEngine.open(replace(profile(), id="other"), desk.terms, OPENED)
    assert (other.cursors, other.symbols) == ({}, frozenset())
