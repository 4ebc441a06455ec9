"""Bars in place of ticks: the open first, then the worse, then what was traded through."""

import pytest

from trading_api.modules.broker.engine.testing import (
    BUY,
    SELL,
    Desk,
    bar,
    limit,
    market,
    stop,
    stop_limit,
    trade,
)


@pytest.fixture
def desk():
    """An account whose newest price is 100.00, too old to execute at."""
    desk = Desk(leverage=4, stale_after_ms=0)
    desk.tick(trade(1, 10_000))
    desk.wait(1_000)
    return desk


def rules(desk):
    return [explained["rule"] for step in desk.steps for explained in step.explanations]


def test_a_market_order_takes_the_open_of_the_next_bar(desk):
    desk.submit(market(BUY, 10))
    desk.bar(bar(2_000, (10_020, 10_050, 9_980, 10_000)))

    assert (desk.fills, rules(desk)) == ([(10, 10_020)], ["bar_open"])


@pytest.mark.parametrize(
    ("fresh_ms", "filled"), [(60_000, (10, 10_010, "limit_taking")), (0, (10, 10_020, "bar_open"))]
)
def test_a_limit_beyond_the_market_takes_a_fresh_close_else_the_open(fresh_ms, filled):
    desk = Desk(leverage=4, stale_after_ms=fresh_ms)
    desk.tick(trade(1, 10_010))
    desk.submit(limit(BUY, 10, 10_100), time=1_000)
    desk.bar(bar(2_000, (10_020, 10_050, 9_980, 10_000)))

    assert (desk.fills, rules(desk)) == ([filled[:2]], [filled[2]])


@pytest.mark.parametrize(("low", "filled"), [(9_901, []), (9_900, []), (9_899, [(10, 9_900)])])
def test_a_bar_must_trade_through_a_limit(desk, low, filled):
    desk.submit(limit(BUY, 10, 9_900))
    desk.bar(bar(2_000, (10_000, 10_050, low, 10_000)))

    assert desk.fills == filled


def test_a_bar_that_opens_beyond_a_limit_fills_at_the_open(desk):
    desk.submit(limit(BUY, 10, 9_900))
    desk.bar(bar(2_000, (9_850, 9_950, 9_800, 9_900)))

    assert desk.fills == [(10, 9_850)]


@pytest.mark.parametrize(
    ("prices", "filled"),
    [
        ((10_000, 10_150, 9_990, 10_100), (10, 10_100, "bar_stop")),
        ((10_130, 10_150, 9_990, 10_100), (10, 10_130, "bar_open")),
    ],
)
def test_a_stop_fills_at_its_price_and_through_a_gap_at_the_open(desk, prices, filled):
    desk.submit(stop(BUY, 10, 10_100))
    desk.bar(bar(2_000, prices))

    assert (desk.fills, rules(desk)) == ([filled[:2]], [filled[2]])


@pytest.mark.parametrize(
    ("close", "filled"), [(10_120, []), (10_110, []), (10_105, [(10, 10_110)])]
)
def test_after_a_stop_limit_triggers_in_a_bar_only_its_close_counts(desk, close, filled):
    desk.submit(stop_limit(BUY, 10, 10_100, 10_110))
    desk.bar(bar(2_000, (10_000, 10_200, 9_900, close)))

    assert desk.fills == filled


def test_when_a_bar_reaches_both_children_the_stop_loss_executes(desk):
    entry = desk.submit(market(BUY, 10, take_profit=10_100, stop_loss=9_900))
    desk.bar(bar(2_000, (10_000, 10_050, 9_950, 10_000)))
    desk.bar(bar(62_000, (10_000, 10_200, 9_800, 10_000)))

    assert desk.fills == [(10, 10_000), (-10, 9_900)]
    profit, loss = desk.children(entry)
    assert (profit.reason, loss.filled_qty, desk.held) == ("BRACKET_FILLED", 10, 0)


def test_a_bar_does_not_execute_an_order_younger_than_its_start(desk):
    desk.submit(limit(BUY, 10, 9_900), time=30_000)
    desk.bar(bar(2_000, (10_000, 10_050, 9_800, 10_000)))
    assert desk.fills == []

    desk.bar(bar(62_000, (10_000, 10_050, 9_800, 10_000)))
    assert desk.fills == [(10, 9_900)]


def test_children_wait_for_the_bar_after_their_entry(desk):
    desk.submit(limit(SELL, 10, 10_050, take_profit=9_900, stop_loss=10_300))
    desk.bar(bar(2_000, (10_000, 10_200, 9_800, 10_000)))
    assert desk.fills == [(-10, 10_050)]

    desk.bar(bar(62_000, (10_000, 10_010, 9_800, 9_950)))
    assert desk.fills == [(-10, 10_050), (10, 9_900)]
