"""When an order fills, at what price, and how much of it."""

import pytest

from trading_api.models.broker import OrderStatus
from trading_api.modules.broker.engine.inputs import FeedGap
from trading_api.modules.broker.engine.testing import (
    BUY,
    SELL,
    Desk,
    limit,
    market,
    quote,
    stop,
    stop_limit,
    trade,
)
from trading_api.shared.errors import Refusal

CANCELED, FILLED, WORKING = OrderStatus.CANCELED, OrderStatus.FILLED, OrderStatus.WORKING


@pytest.fixture
def desk():
    desk = Desk()
    desk.tick(quote(1, 9_990, 10_000))
    return desk


def rules(desk):
    return [explained["rule"] for step in desk.steps for explained in step.explanations]


@pytest.mark.parametrize(("side", "price"), [(BUY, 10_000), (SELL, 9_990)])
def test_a_market_order_takes_the_other_side_of_the_quote(desk, side, price):
    order_id = desk.submit(market(side, 10))

    assert desk.fills == [(side * 10, price)]
    assert desk.order(order_id).status is FILLED
    assert [step.kind for step in desk.steps[1:]] == ["order_accepted", "order_filled"]


def test_a_market_order_takes_the_last_trade_where_nothing_is_quoted():
    desk = Desk()
    desk.tick(trade(1, 10_007))
    desk.submit(market(BUY, 10))

    assert (desk.fills, rules(desk)) == ([(10, 10_007)], ["market_at_last"])


def test_a_limit_within_the_market_takes_the_better_price(desk):
    desk.submit(limit(BUY, 10, 10_050))

    assert (desk.fills, rules(desk)) == ([(10, 10_000)], ["limit_taking"])


@pytest.mark.parametrize(("side", "price", "bid"), [(BUY, 9_950, 9_940), (SELL, 10_050, 10_050)])
def test_a_waiting_limit_executes_at_its_limit_when_the_market_reaches_it(desk, side, price, bid):
    desk.submit(limit(side, 10, price))
    assert desk.fills == []

    desk.tick(quote(2, bid, bid + 10))
    assert (desk.fills, rules(desk)) == ([(side * 10, price)], ["limit_reached"])


def test_a_limit_far_from_the_market_never_fills(desk):
    desk.submit(limit(BUY, 10, 2_000))
    for time in range(2, 50):
        desk.tick(quote(time, 9_990 - time, 10_000 - time))

    assert desk.fills == []


def test_the_first_price_after_a_gap_is_better_than_the_limit(desk):
    desk.submit(limit(BUY, 10, 9_900))
    desk.tick(quote(2, 9_790, 9_800, gap=True))

    assert (desk.fills, rules(desk)) == ([(10, 9_800)], ["limit_gap"])


@pytest.mark.parametrize(("last", "filled"), [(9_901, []), (9_900, []), (9_899, [(10, 9_900)])])
def test_without_quotes_the_market_must_trade_through_a_limit(last, filled):
    desk = Desk()
    desk.tick(trade(1, 10_000))
    desk.submit(limit(BUY, 10, 9_900))
    desk.tick(trade(2, last))

    assert desk.fills == filled


@pytest.mark.parametrize(
    ("side", "price", "before", "reaching", "filled"),
    [
        (BUY, 10_100, (10_090, 10_099), (10_090, 10_101), (10, 10_101)),
        (SELL, 9_900, (9_901, 9_910), (9_899, 9_910), (-10, 9_899)),
    ],
)
def test_a_stop_triggers_on_the_side_it_takes(desk, side, price, before, reaching, filled):
    order_id = desk.submit(stop(side, 10, price))
    desk.tick(quote(2, *before))
    assert desk.order(order_id).status is WORKING
    assert desk.fills == []

    desk.tick(quote(3, *reaching))
    assert desk.fills == [filled]
    assert [step.kind for step in desk.steps[-2:]] == ["order_triggered", "order_filled"]


def test_without_quotes_a_stop_triggers_on_the_last_trade():
    desk = Desk()
    desk.tick(trade(1, 10_000))
    desk.submit(stop(SELL, 10, 9_900))
    desk.tick(trade(2, 9_850))

    assert desk.fills == [(-10, 9_850)]


def test_a_stop_limit_triggers_and_then_waits_for_its_limit(desk):
    order_id = desk.submit(stop_limit(BUY, 10, 10_100, 10_110))
    desk.tick(quote(2, 10_140, 10_150))
    assert desk.order(order_id).triggered
    assert desk.fills == []

    desk.tick(quote(3, 10_095, 10_105))
    assert desk.fills == [(10, 10_110)]


def test_a_stop_beyond_the_market_triggers_at_once(desk):
    desk.submit(stop(BUY, 10, 9_000))

    assert desk.fills == [(10, 10_000)]


def test_more_than_is_displayed_waits_for_the_next_change_of_the_level(desk):
    desk.tick(quote(2, 9_990, 10_000, 60))
    order_id = desk.submit(market(BUY, 100))
    assert desk.fills == [(60, 10_000)]
    assert desk.order(order_id).reason == "MARKET_THIN"

    desk.tick(quote(3, 9_980, 10_000, 60, bid_size=5))
    assert desk.fills == [(60, 10_000)]

    desk.tick(quote(4, 9_980, 10_001, 60))
    assert desk.fills == [(60, 10_000), (40, 10_001)]


def test_another_size_at_the_same_price_is_another_level(desk):
    desk.tick(quote(2, 9_990, 10_000, 60))
    desk.submit(market(BUY, 100))
    desk.tick(quote(3, 9_990, 10_000, 50))

    assert desk.fills == [(60, 10_000), (40, 10_000)]


def test_the_side_that_reduces_goes_first(desk):
    desk.submit(market(BUY, 10))
    desk.submit(limit(BUY, 10, 9_910))
    desk.submit(limit(SELL, 10, 10_200, oco_group="exit"))
    desk.submit(stop(SELL, 10, 9_900, oco_group="exit"))
    desk.tick(quote(2, 9_890, 9_900))

    assert desk.fills[1:] == [(-10, 9_890), (10, 9_910)]


def test_a_reduce_only_order_takes_no_more_than_is_held(desk):
    desk.submit(market(BUY, 100))
    order_id = desk.submit(limit(SELL, 100, 10_100, reduce_only=True))
    desk.submit(market(SELL, 60))
    desk.tick(quote(2, 10_100, 10_110))
    assert (desk.held, desk.order(order_id).filled_qty) == (0, 40)

    desk.tick(quote(3, 10_101, 10_111))
    assert desk.order(order_id).reason == "ORDER_NOT_REDUCING"


def test_consumed_size_counts_for_all_orders_of_the_account_and_each_side(desk):
    desk.tick(quote(2, 9_990, 10_000, 60))
    desk.submit(market(BUY, 50))
    desk.submit(market(BUY, 50))
    desk.submit(market(SELL, 50))

    assert desk.fills == [(50, 10_000), (10, 10_000), (-50, 9_990)]


def test_a_market_order_says_why_it_waits_from_the_start(desk):
    desk.tick(quote(2, 9_990, None, 60, last=10_000))
    nobody = desk.submit(market(BUY, 50))
    desk.submit(market(SELL, 60))
    used_up = desk.submit(market(SELL, 10))

    assert desk.order(nobody).reason == "MARKET_PRICE_UNKNOWN"
    assert desk.order(used_up).reason == "MARKET_THIN"


def test_the_rest_of_a_taking_limit_takes_the_next_level_too(desk):
    desk.tick(quote(2, 9_990, 10_000, 60))
    desk.submit(limit(BUY, 100, 10_050))
    desk.tick(quote(3, 9_990, 10_010, 60))

    assert desk.fills == [(60, 10_000), (40, 10_010)]


def test_the_better_price_and_then_the_earlier_order_fills_first(desk):
    ids = [desk.submit(limit(BUY, 10, price)) for price in (9_900, 9_950, 9_950)]
    desk.tick(quote(2, 9_880, 9_890, 25))

    filled = [execution.order_id for step in desk.steps for execution in step.executions]
    assert filled == [ids[1], ids[2], ids[0]]
    assert desk.order(ids[0]).filled_qty == 5


def test_ioc_takes_what_is_displayed_and_cancels_the_rest_in_the_same_step(desk):
    desk.tick(quote(2, 9_990, 10_000, 60))
    order_id = desk.submit(market(BUY, 100, time_in_force="IOC"))

    order = desk.order(order_id)
    assert (order.status, order.filled_qty, order.reason) == (CANCELED, 60, "ORDER_IOC_REST")
    assert len(desk.steps) == 3


def test_ioc_that_meets_nothing_is_canceled(desk):
    order_id = desk.submit(limit(BUY, 100, 9_900, time_in_force="IOC"))

    assert (desk.order(order_id).status, desk.fills) == (CANCELED, [])


@pytest.mark.parametrize(("qty", "status"), [(60, FILLED), (61, CANCELED)])
def test_fok_fills_whole_or_not_at_all(desk, qty, status):
    desk.tick(quote(2, 9_990, 10_000, 60))
    order_id = desk.submit(market(BUY, qty, time_in_force="FOK"))

    assert desk.order(order_id).status is status
    assert desk.held == (qty if status is FILLED else 0)


def test_a_stale_quote_executes_nothing(desk):
    order_id = desk.submit(market(BUY, 10), time=120_000)
    assert desk.order(order_id).reason == "MARKET_STALE"
    assert desk.fills == []

    desk.tick(quote(120_001, 10_010, 10_020))
    assert desk.fills == [(10, 10_020)]


@pytest.mark.parametrize("duration", ["IOC", "FOK"])
def test_what_must_execute_at_once_is_refused_where_it_cannot(desk, duration):
    with pytest.raises(Refusal) as refusal:
        desk.submit(market(BUY, 10, time_in_force=duration), time=120_000)

    assert (refusal.value.code, refusal.value.temporary) == ("MARKET_STALE", True)
    assert len(desk.steps) == 1


def test_a_market_without_any_price_refuses():
    with pytest.raises(Refusal) as refusal:
        Desk().submit(market(BUY, 10))

    assert refusal.value.code == "MARKET_PRICE_UNKNOWN"


def test_a_duplicated_tick_is_harmless(desk):
    desk.tick(quote(2, 9_990, 10_000, 60))
    desk.submit(market(BUY, 100))
    before = desk.engine.dump()

    assert desk.engine.tick(quote(2, 9_990, 10_000, 60)) == ()
    assert desk.engine.dump() == before


def test_nothing_fills_at_the_quote_of_before_an_interruption(desk):
    desk.submit(limit(BUY, 10, 9_900))
    desk.command(FeedGap(desk.now, "live"))
    order_id = desk.submit(market(SELL, 10))
    assert (desk.fills, desk.order(order_id).reason) == ([], "MARKET_PRICE_UNKNOWN")

    desk.tick(quote(50, 9_700, 9_710))
    assert desk.fills == [(10, 9_710), (-10, 9_700)]
    assert set(rules(desk)) == {"limit_gap", "market_at_touch"}
