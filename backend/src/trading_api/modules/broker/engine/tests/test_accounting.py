"""Twelve ways to trade a position, and what each does to the money."""

import pytest

from trading_api.modules.broker.engine.accounting.identities import check
from trading_api.modules.broker.engine.accounting.positions import net
from trading_api.modules.broker.engine.inputs import ClosePosition
from trading_api.modules.broker.engine.profile import FeeSchedule
from trading_api.modules.broker.engine.testing import (
    BUY,
    SELL,
    Desk,
    market,
    money,
    quote,
)


@pytest.fixture
def desk():
    return Desk(leverage=4)


def trade_all(desk, fills):
    """Fill market orders at these prices, one tick each; a quantity below zero sells."""
    for index, (signed, price) in enumerate(fills):
        desk.tick(quote(1_000 * index + 1, price, price))
        desk.submit(market(BUY if signed > 0 else SELL, abs(signed)))
    check(desk.engine.account)


def state(desk):
    """Return quantity, average price, realized, cash and equity, money in whole units."""
    position, equity = desk.engine.account.position("ACME"), desk.engine.equity
    average = position.cost / position.qty / money("0.01") if position.qty else None
    whole = money(1)
    cash = desk.engine.account.cash.cash
    return position.qty, average, equity.realized / whole, cash / whole, equity.equity / whole


SCENARIOS = {
    "buy": ([(100, 15_000)], (100, 15_000, 0, 85_000, 100_000)),
    "sell short": ([(-100, 15_000)], (-100, 15_000, 0, 115_000, 100_000)),
    "long, closed with a profit": (
        [(100, 15_000), (-100, 16_000)],
        (0, None, 1_000, 101_000, 101_000),
    ),
    "long, closed with a loss": (
        [(100, 15_000), (-100, 14_000)],
        (0, None, -1_000, 99_000, 99_000),
    ),
    "short, closed with a profit": (
        [(-100, 15_000), (100, 14_000)],
        (0, None, 1_000, 101_000, 101_000),
    ),
    "short, closed with a loss": (
        [(-100, 15_000), (100, 16_000)],
        (0, None, -1_000, 99_000, 99_000),
    ),
    "long, partly closed": (
        [(100, 15_000), (-40, 16_000)],
        (60, 15_000, 400, 91_400, 101_000),
    ),
    "short, partly closed": (
        [(-100, 15_000), (40, 14_000)],
        (-60, 15_000, 400, 109_400, 101_000),
    ),
    "long, averaged up": (
        [(100, 15_000), (100, 16_000)],
        (200, 15_500, 0, 69_000, 101_000),
    ),
    "long, flipped to short": (
        [(100, 15_000), (-250, 16_000)],
        (-150, 16_000, 1_000, 125_000, 101_000),
    ),
    "short, flipped to long": (
        [(-100, 15_000), (250, 14_000)],
        (150, 14_000, 1_000, 80_000, 101_000),
    ),
    "averaged, partly closed, flipped, closed": (
        [(100, 10_000), (50, 13_000), (-60, 12_000), (-190, 11_000), (100, 10_500)],
        (0, None, 1_100, 101_100, 101_100),
    ),
}


@pytest.mark.parametrize("name", SCENARIOS)
def test_accounting_scenario(desk, name):
    fills, expected = SCENARIOS[name]

    trade_all(desk, fills)

    assert state(desk) == expected


@pytest.mark.parametrize("name", SCENARIOS)
def test_long_and_short_mirror(desk, name):
    fills, (qty, average, realized, _, equity) = SCENARIOS[name]
    mirrored = [(-signed, 30_000 - price) for signed, price in fills]

    trade_all(desk, mirrored)

    mirror = None if average is None else 30_000 - average
    found = state(desk)
    assert (found[0], found[1], found[2], found[4]) == (-qty, mirror, realized, equity)


def test_odd_shares_of_the_cost_leave_nothing_behind(desk):
    trade_all(desk, [(1, 10_001), (2, 10_000), (-1, 10_000), (-1, 10_000), (-1, 10_000)])

    position = desk.engine.account.position("ACME")
    assert (position.qty, position.cost) == (0, 0)
    assert desk.engine.equity.realized == -money("0.01")


def test_a_share_of_the_cost_is_rounded_toward_zero_on_both_sides():
    assert net(3, 10, -1, 5) == (2, 7, 2, 1, 0)
    assert net(-3, -10, 1, 5) == (-2, -7, -2, 1, 0)


def test_a_long_is_marked_at_the_bid_and_a_short_at_the_ask(desk):
    trade_all(desk, [(10, 10_000)])
    desk.tick(quote(5_000, 9_000, 11_000))
    assert desk.engine.equity.unrealized == -money(100)

    desk.submit(market(SELL, 20))
    desk.tick(quote(6_000, 9_000, 12_000))
    assert desk.engine.equity.unrealized == -money(300)


def test_an_unquoted_position_is_marked_at_the_last_trade_and_says_when_there_is_none(desk):
    trade_all(desk, [(10, 10_000)])
    desk.tick(quote(5_000, None, None, last=12_000))
    assert desk.engine.equity.unrealized == money(200)

    desk.tick(quote(6_000, None, None))
    assert desk.engine.equity.unmarked == ("ACME",)
    assert desk.engine.equity.unrealized == 0


@pytest.mark.parametrize(
    ("fees", "expected"),
    [
        (FeeSchedule(per_share=money("0.005")), [money("0.5"), money("0.5")]),
        (FeeSchedule(rate=100_000), [money(10), money("10.1")]),
        (FeeSchedule(fixed=money(2)), [money(2), 0]),
        (FeeSchedule(per_share=money("0.005"), minimum=money(1)), [money(1), 0]),
        (FeeSchedule(fixed=money(1), rate=100_000, minimum=money(15)), [money(15), money("6.1")]),
    ],
)
def test_an_order_owes_its_fee_over_all_its_fills(fees, expected):
    desk = Desk(fees=fees)
    desk.tick(quote(1, 9_990, 10_000, 100))
    desk.submit(market(BUY, 200))
    desk.tick(quote(2, 9_990, 10_100, 100))

    charged = [execution.fee for step in desk.steps for execution in step.executions]
    assert charged == expected
    assert desk.engine.equity.realized == -sum(expected)


def test_a_closed_position_keeps_its_id_and_is_reported_with_nothing_in_it(desk):
    desk.tick(quote(1, 10_000, 10_000))
    desk.submit(market(BUY, 10))
    desk.command(ClosePosition("ACME"))

    closed = desk.steps[-1].positions
    assert [(position.symbol, position.qty) for position in closed] == [("ACME", 0)]
