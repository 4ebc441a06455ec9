"""Close, reverse, leverage, limits, the kill switch, and starting anew."""

from dataclasses import replace

import pytest

from trading_api.models.broker import OrderStatus
from trading_api.modules.broker.engine.accounting.identities import check
from trading_api.modules.broker.engine.inputs import (
    Cancel,
    ClosePosition,
    KillSwitch,
    Modify,
    Reset,
    Resume,
    ReversePosition,
    SetBrackets,
    SetLeverage,
    SetRisk,
    Submit,
)
from trading_api.modules.broker.engine.profile import DEFAULT_LIMITS, FeeSchedule
from trading_api.modules.broker.engine.testing import (
    BUY,
    DAY_MS,
    SELL,
    Desk,
    limit,
    market,
    money,
    quote,
)
from trading_api.shared.errors import Refusal


@pytest.fixture
def desk():
    desk = Desk(leverage=2)
    desk.tick(quote(1, 9_990, 10_000))
    return desk


def refused(desk, command):
    before = desk.engine.dump()
    with pytest.raises(Refusal) as refusal:
        desk.command(command)
    assert desk.engine.dump() == before
    return refusal.value.code


def limits(**members):
    return SetRisk(replace(DEFAULT_LIMITS, **members))


def test_a_position_closes_at_the_market_not_at_some_price(desk):
    desk.submit(market(BUY, 100))
    desk.tick(quote(2, 14_990, 15_000))
    desk.command(ClosePosition("ACME"))

    assert desk.fills == [(100, 10_000), (-100, 14_990)]
    assert desk.engine.equity.equity == money(104_990)


def test_a_part_is_closed(desk):
    desk.submit(market(SELL, 100))
    desk.command(ClosePosition("ACME", 40))

    assert desk.held == -60


@pytest.mark.parametrize("qty", [0, -1, 101])
def test_more_than_is_held_is_not_closed(desk, qty):
    desk.submit(market(BUY, 100))

    assert refused(desk, ClosePosition("ACME", qty)) == "POSITION_QTY_RANGE"


@pytest.mark.parametrize(
    "command", [ClosePosition("ACME"), ReversePosition("ACME"), SetBrackets("ACME", None, None)]
)
def test_what_is_not_held_is_not_found(desk, command):
    assert refused(desk, command) == "POSITION_NOT_FOUND"


@pytest.mark.parametrize("command", [ClosePosition("ACME"), ReversePosition("ACME")])
def test_a_close_that_cannot_start_is_refused_at_once(desk, command):
    desk.submit(market(BUY, 100))
    desk.wait(10 * 60_000)

    assert refused(desk, command) == "MARKET_CLOSED"


def test_the_rest_of_a_thin_reversal_follows(desk):
    entry = desk.submit(market(BUY, 100, stop_loss=9_900))
    desk.tick(quote(2, 9_990, 10_000, 50))
    desk.command(ReversePosition("ACME"))
    assert desk.held == 50
    assert desk.children(entry)[1].reason == "POSITION_REVERSED"

    desk.tick(quote(3, 9_980, 10_000, 150))
    assert desk.held == -100
    assert not desk.engine.account.orders


def test_leverage_divides_what_is_reserved_and_used(desk):
    desk.command(SetLeverage("ACME", 10))
    desk.submit(market(BUY, 100))
    desk.submit(limit(BUY, 100, 9_900))

    equity, cash = desk.engine.equity, desk.engine.account.cash
    assert equity.margin_used == money(999)
    assert cash.reserved == money(990)


@pytest.mark.parametrize("leverage", [0, -1, 101])
def test_leverage_has_a_range(desk, leverage):
    assert refused(desk, SetLeverage("ACME", leverage)) == "LEVERAGE_RANGE"


def test_leverage_is_not_lowered_below_what_the_account_carries(desk):
    desk.submit(market(BUY, 1_500))

    assert refused(desk, SetLeverage("ACME", 1)) == "MARGIN_INSUFFICIENT"


def test_lower_leverage_raises_what_open_orders_reserve(desk):
    order_id = desk.submit(limit(BUY, 100, 9_900))
    desk.command(SetLeverage("ACME", 1))

    assert desk.order(order_id).reserved == money(9_900)


@pytest.mark.parametrize(
    ("given", "order", "code"),
    [
        (limits(max_order_qty=money(9)), market(BUY, 10), "RISK_ORDER_QTY"),
        (limits(max_order_notional=money(999)), market(BUY, 10), "RISK_ORDER_NOTIONAL"),
        (limits(max_open_orders=2), limit(BUY, 1, 9_900, take_profit=9_950), None),
        (limits(max_open_orders=1), limit(BUY, 1, 9_900, take_profit=9_950), "RISK_OPEN_ORDERS"),
        (limits(price_collar_percent=1), limit(BUY, 1, 9_900), None),
        (limits(price_collar_percent=1), limit(BUY, 1, 9_899), "RISK_PRICE_COLLAR"),
    ],
)
def test_a_limit_of_the_account_is_kept_before_acceptance(desk, given, order, code):
    desk.command(given)
    if code is None:
        desk.submit(order)
    else:
        assert refused(desk, Submit(order)) == code


def test_orders_in_a_second_are_counted(desk):
    desk.command(limits(orders_per_second=2))
    desk.submit(limit(BUY, 1, 9_900))
    desk.submit(limit(BUY, 1, 9_900))
    assert refused(desk, Submit(limit(BUY, 1, 9_900))) == "RISK_ORDER_RATE"

    desk.submit(limit(BUY, 1, 9_900), time=1_000)


def test_a_reversal_counts_as_an_order_of_its_second(desk):
    desk.submit(market(BUY, 1))
    desk.command(limits(orders_per_second=1))

    assert refused(desk, ReversePosition("ACME")) == "RISK_ORDER_RATE"
    desk.command(ReversePosition("ACME"), time=1_000)


def test_what_adds_no_order_passes_the_limit_of_open_orders(desk):
    desk.submit(market(BUY, 10, take_profit=11_000, stop_loss=9_000))
    entry = desk.submit(limit(BUY, 1, 9_900))
    desk.command(limits(max_open_orders=1))

    desk.command(SetBrackets("ACME", 11_500, 9_500))
    desk.command(Modify(entry, limit_price=9_901))
    desk.command(SetBrackets("ACME", None, None))
    assert refused(desk, SetBrackets("ACME", 11_500, None)) == "RISK_OPEN_ORDERS"


def test_after_the_days_loss_only_what_closes_passes_until_the_next_day(desk):
    desk.command(limits(daily_loss=money(100)))
    desk.submit(market(BUY, 100))
    desk.tick(quote(2, 9_800, 9_810))
    assert refused(desk, Submit(market(BUY, 1))) == "RISK_DAILY_LOSS"
    desk.submit(market(SELL, 50))

    desk.wait(DAY_MS)
    desk.tick(quote(DAY_MS + 1, 9_800, 9_810))
    assert [step.kind for step in desk.steps if step.kind == "day_opened"] == ["day_opened"]
    desk.submit(market(BUY, 1))


def test_limits_that_allow_nothing_are_refused(desk):
    assert refused(desk, limits(orders_per_second=0)) == "RISK_LIMITS_INVALID"


def test_the_kill_switch_cancels_entries_and_keeps_protection_in_one_step(desk):
    held = desk.submit(market(BUY, 100, take_profit=10_100, stop_loss=9_900))
    waiting = desk.submit(limit(BUY, 100, 9_950, take_profit=10_100))
    before = len(desk.steps)
    reply = desk.command(KillSwitch(flatten=False))

    assert len(desk.steps) == before + 1
    assert desk.order(waiting).reason == "ACCOUNT_KILLED"
    assert [child.status for child in desk.children(held)] == [OrderStatus.WORKING] * 2
    assert [child.status for child in desk.children(waiting) if child] == [OrderStatus.CANCELED]
    assert reply.details is not None
    assert reply.details["mode"] == "HALTED"


@pytest.mark.parametrize(
    "command",
    [
        Submit(market(SELL, 1)),
        ClosePosition("ACME"),
        ReversePosition("ACME"),
        SetBrackets("ACME", None, None),
        Modify("demo-o2"),
        SetLeverage("ACME", 3),
    ],
)
def test_a_halted_account_takes_only_cancels_of_commands(desk, command):
    desk.submit(market(BUY, 100, take_profit=10_100))
    desk.command(KillSwitch(flatten=False))

    assert refused(desk, command) == "ACCOUNT_HALTED"
    desk.command(Cancel(("demo-o2",)))


def test_protection_works_on_while_the_account_is_halted(desk):
    desk.submit(market(BUY, 100, stop_loss=9_900))
    desk.command(KillSwitch(flatten=False))
    desk.tick(quote(2, 9_890, 9_900))

    assert desk.held == 0


def test_flattening_closes_everything_in_the_same_step(desk):
    desk.tick(quote(2, 4_990, 5_000, symbol="COIN/USD"))
    desk.submit(market(BUY, 100, take_profit=10_100, stop_loss=9_900))
    desk.submit(market(SELL, 1_000, symbol="COIN/USD"))
    before = len(desk.steps)
    reply = desk.command(KillSwitch(flatten=True))

    assert len(desk.steps) == before + 1
    assert len(desk.steps[-1].executions) == 2
    assert not desk.engine.account.orders
    assert reply.details is not None
    assert reply.details["flattened"] == ["ACME", "COIN/USD"]
    assert reply.details["unflattened"] == []


def test_what_cannot_be_flattened_is_reported_and_stays_protected(desk):
    entry = desk.submit(market(BUY, 100, stop_loss=9_900))
    desk.tick(quote(2, 9_990, 10_000, 70))
    reply = desk.command(KillSwitch(flatten=True))

    assert reply.details is not None
    (left,) = reply.details["unflattened"]
    assert (left["symbol"], left["qty"], left["code"]) == ("ACME", "30", "MARKET_THIN")
    assert desk.children(entry)[1].remaining == 30


def test_a_reducing_account_takes_exits_and_nothing_else(desk):
    desk.submit(market(BUY, 100))
    desk.wait(10 * 60_000)
    desk.command(KillSwitch(flatten=True))
    desk.tick(quote(desk.now - desk.steps[0].ts + 1, 9_990, 10_000))

    assert refused(desk, Submit(market(BUY, 1))) == "ACCOUNT_REDUCING"
    assert refused(desk, Submit(market(SELL, 101))) == "ACCOUNT_REDUCING"
    assert refused(desk, ReversePosition("ACME")) == "ACCOUNT_REDUCING"
    exit_id = desk.submit(limit(SELL, 40, 10_100))
    assert desk.order(exit_id).reduce_only
    desk.submit(market(SELL, 60))
    desk.command(ClosePosition("ACME"))
    assert desk.held == 0


def test_resuming_is_an_act_of_its_own(desk):
    assert refused(desk, Resume()) == "ACCOUNT_ACTIVE"
    desk.command(KillSwitch(flatten=False))
    desk.command(Resume())
    desk.submit(market(BUY, 1))

    assert desk.steps[-3].kind == "resumed"


def test_a_reset_starts_anew_and_keeps_the_books(desk):
    desk.submit(market(BUY, 100, take_profit=10_100))
    desk.submit(limit(BUY, 10, 9_900))
    desk.tick(quote(2, 9_500, 9_510))
    desk.submit(market(SELL, 50))
    desk.command(Reset())

    equity = desk.engine.equity
    assert (equity.equity, equity.realized, equity.balance) == (money(100_000), 0, money(100_000))
    assert (desk.held, desk.engine.account.orders) == (0, {})
    assert desk.steps[-1].adjustments[0].qty == -60
    check(desk.engine.account)
    assert desk.submit(market(BUY, 1)) == "demo-o5"


def test_a_preview_says_what_an_order_would_cost_and_changes_nothing():
    desk = Desk(leverage=2, fees=FeeSchedule(fixed=money(1)))
    desk.tick(quote(1, 9_990, 10_000, 40))
    before = desk.engine.dump()
    estimate = desk.engine.preview(market(BUY, 100), desk.now)

    assert (estimate.price, estimate.notional) == (10_000, money(10_000))
    assert (estimate.fee, estimate.reserved) == (money(1), money(5_001))
    assert (estimate.available, estimate.waits, estimate.room) == (money(100_000), None, 40)
    assert desk.engine.dump() == before
