"""What is refused, and what modify, cancel and time do to an order."""

from dataclasses import replace

import pytest

from trading_api.models.broker import OrderStatus, OrderType
from trading_api.modules.broker.engine.inputs import Cancel, Modify, NewOrder
from trading_api.modules.broker.engine.testing import (
    ACME,
    BUY,
    COIN,
    DAY_MS,
    OPENED,
    SELL,
    Daily,
    Desk,
    limit,
    listed,
    market,
    money,
    profile,
    quote,
    stop,
)
from trading_api.shared.errors import Refusal

LIMIT = limit(BUY, 10, 9_900)
REFUSED = {
    "an unknown symbol": (replace(LIMIT, symbol="NOPE"), "INSTRUMENT_UNKNOWN"),
    "another currency": (replace(LIMIT, symbol="EURO"), "CURRENCY_UNSUPPORTED"),
    "a negative price": (replace(LIMIT, limit_price=-500), "ORDER_PRICE_RANGE"),
    "a price of nothing": (replace(LIMIT, limit_price=0), "ORDER_PRICE_RANGE"),
    "a huge price": (replace(LIMIT, limit_price=2**60), "ORDER_PRICE_RANGE"),
    "a huge quantity": (replace(LIMIT, qty=10**12), "ORDER_QTY_RANGE"),
    "no quantity": (replace(LIMIT, qty=0), "ORDER_QTY_RANGE"),
    "a negative quantity": (replace(LIMIT, qty=-5), "ORDER_QTY_RANGE"),
    "a limit without a price": (replace(LIMIT, limit_price=None), "ORDER_PRICE_MISSING"),
    "a stop without a price": (NewOrder("ACME", OrderType.STOP, BUY, 10), "ORDER_PRICE_MISSING"),
    "a market with a limit": (market(BUY, 10, limit_price=9_900), "ORDER_PRICE_UNEXPECTED"),
    "a market with a stop": (market(BUY, 10, stop_price=9_900), "ORDER_PRICE_UNEXPECTED"),
    "a limit with a stop": (replace(LIMIT, stop_price=9_900), "ORDER_PRICE_UNEXPECTED"),
    "a coin off its tick": (replace(LIMIT, symbol="COIN/USD", limit_price=7), "ORDER_PRICE_STEP"),
    "a coin off its lot": (
        replace(LIMIT, symbol="COIN/USD", qty=15, limit_price=10_000),
        "ORDER_QTY_STEP",
    ),
    "GTD without a time": (replace(LIMIT, time_in_force="GTD"), "ORDER_EXPIRY_INVALID"),
    "GTD in the past": (
        replace(LIMIT, time_in_force="GTD", expires_ts=OPENED - 1),
        "ORDER_EXPIRY_INVALID",
    ),
    "GTC with a time": (replace(LIMIT, expires_ts=OPENED + DAY_MS), "ORDER_EXPIRY_INVALID"),
    "an IOC stop": (stop(BUY, 10, 10_100, time_in_force="IOC"), "ORDER_DURATION_UNSUPPORTED"),
    "a FOK stop": (stop(BUY, 10, 10_100, time_in_force="FOK"), "ORDER_DURATION_UNSUPPORTED"),
    "an empty client id": (replace(LIMIT, client_order_id=""), "ORDER_TEXT_INVALID"),
    "a long client id": (replace(LIMIT, client_order_id="x" * 129), "ORDER_TEXT_INVALID"),
    "half a character": (replace(LIMIT, client_order_id="\ud800"), "ORDER_TEXT_INVALID"),
    "a reduce-only without position": (
        replace(LIMIT, reduce_only=True),
        "ORDER_NOT_REDUCING",
    ),
    "a reduce-only with brackets": (
        replace(LIMIT, reduce_only=True, take_profit=10_000),
        "BRACKET_UNSUPPORTED",
    ),
    "more than the account can carry": (market(BUY, 2_000), "MARGIN_INSUFFICIENT"),
    "a price far from the market": (limit(BUY, 10, 900), "RISK_PRICE_COLLAR"),
}


@pytest.fixture
def desk():
    desk = Desk()
    desk.tick(quote(1, 9_990, 10_000))
    desk.tick(quote(2, 9_990, 10_000, symbol="COIN/USD"))
    return desk


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_sense_is_refused_and_leaves_no_trace(desk, name):
    order, code = REFUSED[name]
    before = desk.engine.dump()

    with pytest.raises(Refusal) as refusal:
        desk.submit(order)

    assert refusal.value.code == code
    assert refusal.value.message.startswith("expected ")
    assert desk.engine.dump() == before


@pytest.mark.parametrize("share", [50, 75, 100, 125, 150])
@pytest.mark.parametrize("side", [BUY, SELL])
def test_prices_at_half_to_one_and_a_half_of_the_market_pass(desk, side, share):
    price = 100 * share
    desk.submit(limit(side, 1, price))
    desk.submit(stop(side, 1, price))


def test_an_instrument_whose_amounts_have_too_many_decimals_cannot_be_traded():
    fine = replace(ACME, symbol="FINE", price_scale=10**8, qty_precision=8)
    desk = Desk(fine)
    desk.tick(quote(1, 9_990, 10_000, symbol="FINE"))
    with pytest.raises(Refusal) as refusal:
        desk.submit(replace(LIMIT, symbol="FINE"))

    assert refusal.value.code == "INSTRUMENT_UNSUPPORTED"


def test_an_order_reserves_buying_power_until_it_ends(desk):
    order_id = desk.submit(limit(BUY, 100, 9_900))
    assert desk.engine.equity.available == money(100_000 - 9_900)

    desk.command(Cancel((order_id,)))
    assert desk.engine.equity.available == money(100_000)


def test_closing_orders_reserve_nothing(desk):
    desk.submit(market(BUY, 100))
    order_id = desk.submit(limit(SELL, 100, 10_100))

    assert desk.order(order_id).reserved == 0


def test_margin_is_checked_again_at_the_fill():
    desk = Desk()
    desk.tick(quote(1, 9_990, 10_000))
    first = desk.submit(stop(BUY, 900, 10_100))
    desk.tick(quote(2, 12_000, 12_010))

    order = desk.order(first)
    assert (order.status, order.reason) == (OrderStatus.REJECTED, "MARGIN_INSUFFICIENT")
    assert (desk.fills, desk.steps[-1].kind) == ([], "order_rejected")


def test_modify_keeps_the_id_and_a_new_price_loses_the_place_in_the_queue(desk):
    first = desk.submit(limit(BUY, 10, 9_900))
    second = desk.submit(limit(BUY, 10, 9_900))
    desk.command(Modify(first, limit_price=9_901))
    desk.command(Modify(first, limit_price=9_900))
    desk.tick(quote(3, 9_890, 9_900, 10))

    assert (desk.order(second).status, desk.order(first).filled_qty) == (OrderStatus.FILLED, 0)


@pytest.mark.parametrize(("qty", "keeps"), [(5, True), (20, False)])
def test_less_quantity_keeps_the_place_and_more_loses_it(desk, qty, keeps):
    first = desk.submit(limit(BUY, 10, 9_900))
    desk.submit(limit(BUY, 10, 9_900))
    desk.command(Modify(first, qty=qty))
    desk.tick(quote(3, 9_890, 9_900, 5))

    assert (desk.order(first).filled_qty == 5) is keeps


def test_a_modified_order_that_the_market_reaches_fills_at_once(desk):
    order_id = desk.submit(limit(BUY, 10, 9_900))
    desk.command(Modify(order_id, limit_price=10_010))

    assert desk.fills == [(10, 10_000)]


def test_a_quantity_below_what_is_filled_is_refused(desk):
    desk.tick(quote(3, 9_990, 10_000, 60))
    order_id = desk.submit(market(BUY, 100))
    with pytest.raises(Refusal) as refusal:
        desk.command(Modify(order_id, qty=59))
    assert refusal.value.code == "ORDER_QTY_FILLED"

    desk.command(Modify(order_id, qty=60))
    assert desk.order(order_id).status is OrderStatus.FILLED


@pytest.mark.parametrize("command", [lambda key: Cancel((key,)), Modify])
def test_a_filled_order_never_changes_again(desk, command):
    order_id = desk.submit(market(BUY, 10))
    with pytest.raises(Refusal) as refusal:
        desk.command(command(order_id))

    assert refusal.value.code == "ORDER_FINAL"
    assert desk.held == 10


@pytest.mark.parametrize(
    "order_id",
    ["demo-o2", "demo-o01", "demo-o0", "other-o1", "", "demo-ox", f"demo-o{'9' * 5_000}"],
    ids=lambda order_id: order_id[:9],
)
def test_an_order_that_the_account_never_had_is_not_found(desk, order_id):
    desk.submit(limit(BUY, 10, 9_900))
    with pytest.raises(Refusal) as refusal:
        desk.command(Cancel((order_id,)))

    assert refusal.value.code == "ORDER_NOT_FOUND"


def test_many_are_canceled_in_one_step_or_none(desk):
    ids = tuple(desk.submit(limit(BUY, 10, 9_900)) for _ in range(3))
    with pytest.raises(Refusal):
        desk.command(Cancel((*ids, "demo-o9")))
    assert len(desk.engine.account.orders) == 3

    desk.command(Cancel(ids))
    assert len(desk.steps[-1].orders) == 3


def test_an_order_of_the_day_ends_with_its_session():
    opens, closes = 8 * 3_600_000, 23 * 3_600_000
    desk = Desk(replace(ACME, hours=Daily(opens, closes)))
    desk.tick(quote(1, 9_990, 10_000))
    order_id = desk.submit(limit(BUY, 10, 9_900, time_in_force="DAY"))
    close = OPENED - OPENED % DAY_MS + closes
    assert desk.order(order_id).expires_ts == close

    desk.tick(quote(close - OPENED - 1, 9_890, 9_901))
    desk.wait(close - OPENED)
    order = desk.order(order_id)
    assert (order.status, order.reason) == (OrderStatus.CANCELED, "ORDER_EXPIRED")
    assert (desk.steps[-1].kind, desk.steps[-1].ts) == ("order_expired", close)


def test_a_timer_fires_before_a_tick_that_is_later(desk):
    order = limit(BUY, 10, 9_900, time_in_force="GTD", expires_ts=OPENED + 1_000)
    order_id = desk.submit(order)
    desk.engine.tick(quote(1_001, 9_000, 9_010))

    assert not desk.engine.account.orders
    assert desk.engine.account.position("ACME").qty == 0
    assert order_id == "demo-o1"


def test_a_tick_at_the_time_of_expiry_still_fills(desk):
    desk.submit(limit(BUY, 10, 9_900, time_in_force="GTD", expires_ts=OPENED + 1_000))
    desk.tick(quote(1_000, 9_000, 9_010))
    desk.wait(2_000)

    assert desk.fills == [(10, 9_900)]


def test_a_command_before_its_timers_is_a_fault_of_the_caller(desk):
    desk.submit(limit(BUY, 10, 9_900, time_in_force="GTD", expires_ts=OPENED + 1_000))

    with pytest.raises(RuntimeError, match="fire"):
        desk.engine.command(Cancel(()), OPENED + 1_000)


def test_what_cannot_execute_while_the_market_is_closed_waits_for_its_opening():
    hours = Daily(23 * 3_600_000, 23 * 3_600_000 + 1_800_000)
    desk = Desk(replace(ACME, hours=hours))
    desk.tick(quote(1, 9_990, 10_000))
    order_id = desk.submit(market(BUY, 10))
    desk.tick(quote(2, 9_990, 10_001))
    assert (desk.order(order_id).reason, desk.fills) == ("MARKET_CLOSED", [])

    desk.tick(quote(3_600_000, 10_190, 10_200, gap=True))
    assert desk.fills == [(10, 10_200)]


def test_time_of_an_account_never_goes_back(desk):
    desk.submit(limit(BUY, 10, 9_900), time=5_000)
    steps, _ = desk.engine.command(Cancel(("demo-o1",)), OPENED)

    assert steps[0].ts == OPENED + 5_000


def test_a_coin_is_traded_in_its_own_units():
    desk = Desk(COIN)
    desk.tick(quote(1, 9_990, 10_000, symbol="COIN/USD"))
    desk.submit(market(BUY, 10, symbol="COIN/USD"))

    assert desk.engine.account.position("COIN/USD").cost == money("0.1")
    assert '"price":"100.00","qty":"0.0010"' in desk.steps[-1].update


def test_the_fakes_list_what_they_say():
    assert listed()("ACME") is ACME
    assert profile().initial_cash == money(100_000)
