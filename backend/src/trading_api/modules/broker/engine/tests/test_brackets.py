"""Protective pairs: what they hang on, how they grow and shrink, when they end."""

import pytest

from trading_api.models.broker import OrderStatus, OrderType, StopType
from trading_api.modules.broker.engine.inputs import (
    Cancel,
    ClosePosition,
    Modify,
    ReversePosition,
    SetBrackets,
)
from trading_api.modules.broker.engine.testing import (
    BUY,
    SELL,
    Desk,
    limit,
    market,
    quote,
    stop,
)
from trading_api.shared.errors import Refusal

CANCELED, FILLED = OrderStatus.CANCELED, OrderStatus.FILLED
INACTIVE, WORKING = OrderStatus.INACTIVE, OrderStatus.WORKING


@pytest.fixture
def desk():
    desk = Desk(leverage=4)
    desk.tick(quote(1, 9_990, 10_000))
    return desk


def protected(desk, qty=100):
    """Return the id of a filled entry with a pair at 101.00 and 99.00."""
    return desk.submit(market(BUY, qty, take_profit=10_100, stop_loss=9_900))


def sizes(desk, bracket_id):
    return [child.remaining for child in desk.children(bracket_id)]


def test_children_wait_for_their_entry(desk):
    entry = desk.submit(limit(BUY, 100, 9_950, take_profit=10_100, stop_loss=9_900))
    profit, loss = desk.children(entry)

    assert (profit.type, profit.limit_price, profit.side) == (OrderType.LIMIT, 10_100, SELL)
    assert (loss.type, loss.stop_price, loss.stop_type) == (
        OrderType.STOP,
        9_900,
        StopType.STOP_LOSS,
    )
    for child in (profit, loss):
        assert (child.status, child.parent_id, child.parent_kind) == (INACTIVE, entry, "order")
        assert (child.qty, child.time_in_force, child.reduce_only) == (100, "GTC", True)


def test_the_first_fill_makes_children_work_for_the_position(desk):
    entry = protected(desk)

    for child in desk.children(entry):
        assert (child.status, child.parent_id, child.parent_kind) == (WORKING, "ACME", "position")


def test_children_grow_with_the_fills_of_their_entry(desk):
    desk.tick(quote(2, 9_990, 10_000, 30))
    entry = protected(desk)
    assert sizes(desk, entry) == [30, 30]

    desk.tick(quote(3, 9_990, 10_001, 50))
    assert sizes(desk, entry) == [80, 80]


@pytest.mark.parametrize(("bid", "price"), [(10_100, 10_100), (9_900, 9_900), (9_800, 9_800)])
def test_one_child_closes_the_position_and_cancels_the_other(desk, bid, price):
    entry = protected(desk)
    desk.tick(quote(2, bid, bid + 10))

    assert desk.fills == [(100, 10_000), (-100, price)]
    assert desk.held == 0
    assert sorted(child.status for child in desk.children(entry)) == [CANCELED, FILLED]
    desk.tick(quote(3, 9_000, 9_010))
    desk.tick(quote(4, 11_000, 11_010))
    assert len(desk.fills) == 2


@pytest.mark.parametrize(("bid", "filled"), [(10_100, 0), (9_890, 1)])
def test_a_child_that_closes_the_position_cancels_its_sibling_as_filled(desk, bid, filled):
    entry = protected(desk)
    desk.tick(quote(2, bid, bid + 10))

    children = desk.children(entry)
    assert (children[filled].status, children[filled].reason) == (FILLED, None)
    assert (children[1 - filled].status, children[1 - filled].reason) == (
        CANCELED,
        "BRACKET_FILLED",
    )
    assert desk.held == 0
    assert {order.id for order in desk.steps[-1].orders} == {child.id for child in children}


def test_a_partial_fill_of_one_child_shrinks_the_other_in_the_same_step(desk):
    entry = protected(desk)
    desk.tick(quote(2, 10_100, 10_110, 30))

    assert sizes(desk, entry) == [70, 70]
    assert {order.id for order in desk.steps[-1].orders} == {
        child.id for child in desk.children(entry)
    }
    desk.tick(quote(3, 9_890, 9_900, 70))
    assert (desk.held, desk.fills[1:]) == (0, [(-30, 10_100), (-70, 9_890)])


def test_a_partial_fill_shrinks_its_own_pair_and_no_other(desk):
    first = protected(desk, 60)
    second = desk.submit(market(BUY, 40, take_profit=10_300, stop_loss=9_900))
    desk.tick(quote(2, 10_100, 10_110, 20))

    assert (sizes(desk, first), sizes(desk, second)) == ([40, 40], [40, 40])


def test_canceling_a_waiting_entry_cancels_its_children(desk):
    entry = desk.submit(limit(BUY, 100, 9_950, take_profit=10_100, stop_loss=9_900))
    desk.command(Cancel((entry,)))

    assert [child.status for child in desk.children(entry)] == [CANCELED, CANCELED]
    assert len(desk.steps[-1].orders) == 3


def test_canceling_a_partly_filled_entry_leaves_what_protects_the_filled_part(desk):
    desk.tick(quote(2, 9_990, 10_000, 30))
    entry = protected(desk)
    desk.command(Cancel((entry,)))
    assert desk.order(entry).status is CANCELED
    assert sizes(desk, entry) == [30, 30]

    desk.tick(quote(3, 9_890, 9_900))
    assert desk.held == 0


def test_expiry_of_a_partly_filled_entry_leaves_what_protects_the_filled_part(desk):
    desk.tick(quote(2, 9_990, 10_000, 30))
    order = market(BUY, 100, take_profit=10_100, time_in_force="GTD", expires_ts=desk.now + 1_000)
    entry = desk.submit(order)
    desk.wait(5_000)

    assert desk.order(entry).reason == "ORDER_EXPIRED"
    profit, _ = desk.children(entry)
    assert (profit.status, profit.remaining) == (WORKING, 30)


def test_canceling_one_child_leaves_the_other(desk):
    entry = protected(desk)
    profit, _ = desk.children(entry)
    desk.command(Cancel((profit.id,)))

    assert [child.status for child in desk.children(entry)] == [CANCELED, WORKING]


def test_closing_the_position_cancels_its_children_in_the_same_step(desk):
    entry = protected(desk)
    desk.command(ClosePosition("ACME"))

    assert [child.reason for child in desk.children(entry)] == ["POSITION_CLOSED"] * 2
    assert desk.steps[-1].positions[0].qty == 0


def test_a_partial_close_takes_from_the_newest_pair_first(desk):
    first, second = protected(desk, 60), protected(desk, 40)
    desk.command(ClosePosition("ACME", 50))
    assert [child.reason for child in desk.children(second)] == ["BRACKET_EXCESS"] * 2
    assert sizes(desk, first) == [50, 50]


def test_reversing_is_one_step_and_cancels_the_children(desk):
    entry = protected(desk)
    before = len(desk.steps)
    desk.command(ReversePosition("ACME"))

    assert len(desk.steps) == before + 1
    assert [position.qty for position in desk.steps[-1].positions] == [-100]
    assert [child.reason for child in desk.children(entry)] == ["POSITION_REVERSED"] * 2


def test_an_order_that_flips_the_position_is_one_step_with_its_own_protection(desk):
    old = protected(desk)
    new = desk.submit(market(SELL, 250, take_profit=9_800, stop_loss=10_200))

    assert [position.qty for position in desk.steps[-1].positions] == [-150]
    assert [child.status for child in desk.children(old)] == [CANCELED, CANCELED]
    assert sizes(desk, new) == [150, 150]


def test_an_entry_that_only_closes_leaves_no_children(desk):
    desk.submit(market(BUY, 100))
    entry = desk.submit(market(SELL, 40, take_profit=9_800))

    profit, _ = desk.children(entry)
    assert (profit.status, profit.reason) == (CANCELED, "BRACKET_ENDED")


def test_set_brackets_replaces_our_pairs_and_leaves_the_users_own_orders(desk):
    entry = protected(desk)
    own = desk.submit(limit(SELL, 100, 10_500))
    desk.command(SetBrackets("ACME", 10_300, 9_700))

    assert [child.reason for child in desk.children(entry)] == ["BRACKET_REPLACED"] * 2
    assert desk.order(own).status is WORKING
    assert [position.symbol for position in desk.steps[-1].positions] == ["ACME"]
    pair = [order for order in desk.steps[-1].orders if not order.is_final]
    assert [(order.limit_price, order.stop_price, order.qty) for order in pair] == [
        (10_300, None, 100),
        (None, 9_700, 100),
    ]


def test_set_brackets_without_prices_removes_protection(desk):
    entry = protected(desk)
    desk.command(SetBrackets("ACME", None, None))

    assert [child.status for child in desk.children(entry)] == [CANCELED, CANCELED]
    assert not desk.engine.account.orders


def test_later_fills_of_an_entry_grow_the_pair_that_replaced_its_own(desk):
    desk.tick(quote(2, 9_990, 10_000, 30))
    entry = protected(desk)
    desk.command(SetBrackets("ACME", 10_300, None))
    desk.tick(quote(3, 9_990, 10_001, 70))

    profit, _ = desk.children(desk.order(entry).bracket_id)
    assert (profit.limit_price, profit.qty, desk.held) == (10_300, 100, 100)


@pytest.mark.parametrize(("profit", "loss"), [(9_950, None), (None, 10_050), (9_000, 9_500)])
def test_a_bracket_on_the_wrong_side_is_refused(desk, profit, loss):
    with pytest.raises(Refusal) as refusal:
        desk.submit(market(BUY, 10, take_profit=profit, stop_loss=loss))

    assert refusal.value.code == "BRACKET_WRONG_SIDE"


def test_modifying_an_entry_moves_adds_and_removes_its_children(desk):
    entry = desk.submit(limit(BUY, 100, 9_950, take_profit=10_100))
    change = Modify(
        entry, qty=70, take_profit=10_200, stop_loss=9_800, removes=frozenset({"stop_loss"})
    )
    desk.command(change)
    assert [(c.qty, c.limit_price or c.stop_price) for c in desk.children(entry)] == [
        (70, 10_200),
        (70, 9_800),
    ]

    desk.command(Modify(entry, removes=frozenset({"take_profit"})))
    assert [child.status for child in desk.children(entry)] == [CANCELED, INACTIVE]
    assert desk.order(entry).take_profit is None


@pytest.mark.parametrize("ended", ["its stop-loss", "a close"])
def test_what_an_entry_fills_after_its_pair_ended_is_protected_anew(desk, ended):
    desk.tick(quote(2, 9_990, 10_000, 40))
    entry = desk.submit(limit(BUY, 100, 10_000, take_profit=10_100, stop_loss=9_900))
    if ended == "a close":
        desk.command(ClosePosition("ACME"))
    else:
        desk.tick(quote(3, 9_890, 10_010, 40))
    assert desk.held == 0
    desk.tick(quote(4, 9_990, 10_000, 50))

    assert (desk.held, sizes(desk, entry)) == (50, [50, 50])
    assert [child.status for child in desk.children(entry)] == [WORKING, WORKING]


def test_a_child_that_was_canceled_stays_away_until_it_is_asked_for(desk):
    desk.tick(quote(2, 9_990, 10_000, 40))
    entry = desk.submit(limit(BUY, 100, 10_000, take_profit=10_100, stop_loss=9_900))
    profit, _ = desk.children(entry)
    desk.command(Cancel((profit.id,)))
    desk.tick(quote(3, 9_990, 9_999, 50))
    assert desk.order(entry).take_profit is None
    assert desk.children(entry)[0].status is CANCELED

    desk.command(Modify(entry, take_profit=10_200))
    assert sizes(desk, entry) == [90, 90]


def test_a_change_that_ends_an_entry_changes_its_protection_too(desk):
    desk.tick(quote(2, 9_990, 10_000, 40))
    entry = desk.submit(limit(BUY, 100, 10_000, take_profit=10_100, stop_loss=9_900))
    desk.command(Modify(entry, qty=40, take_profit=10_200, removes=frozenset(["stop_loss"])))

    profit, loss = desk.children(entry)
    assert (desk.order(entry).status, profit.limit_price) == (FILLED, 10_200)
    assert (profit.status, loss.status) == (WORKING, CANCELED)


def test_a_change_that_ends_an_entry_adds_nothing_to_what_is_not_held(desk):
    desk.tick(quote(2, 9_990, 10_000, 40))
    entry = desk.submit(limit(BUY, 100, 10_000))
    desk.command(ClosePosition("ACME"))
    desk.command(Modify(entry, qty=40, take_profit=10_200))

    assert desk.order(entry).status is FILLED
    assert desk.engine.account.orders == {}


def test_moving_a_shared_child_is_told_of_every_entry(desk):
    desk.tick(quote(2, 9_990, 10_000, 5))
    entries = [desk.submit(limit(BUY, 20, 10_000, take_profit=10_100))]
    desk.tick(quote(3, 9_990, 10_000, 4))
    desk.tick(quote(4, 9_990, 10_005, 4))
    entries.append(desk.submit(limit(BUY, 20, 10_005, take_profit=10_100)))
    desk.command(SetBrackets("ACME", 10_300, None))
    shared = desk.order(entries[0]).bracket_id
    desk.command(Modify(desk.children(shared)[0].id, limit_price=10_250))
    assert [desk.order(entry).take_profit for entry in entries] == [10_250, 10_250]

    desk.command(Modify(entries[1], take_profit=10_260))
    assert [desk.order(entry).take_profit for entry in entries] == [10_260, 10_260]


def test_moving_a_child_is_told_of_its_entry_too(desk):
    entry = desk.submit(limit(BUY, 100, 9_950, take_profit=10_100))
    profit, _ = desk.children(entry)
    desk.command(Modify(profit.id, limit_price=10_250))

    assert desk.order(entry).take_profit == 10_250


def test_the_quantity_of_a_child_is_not_the_clients(desk):
    profit, _ = desk.children(protected(desk))
    with pytest.raises(Refusal) as refusal:
        desk.command(Modify(profit.id, qty=50))

    assert refusal.value.code == "ORDER_CHANGE_UNSUPPORTED"


def test_any_fill_of_an_oco_group_cancels_the_others(desk):
    first = desk.submit(limit(BUY, 100, 9_950, oco_group="pair"))
    second = desk.submit(stop(BUY, 100, 10_100, oco_group="pair"))
    desk.tick(quote(2, 9_940, 9_950, 10))

    assert (desk.order(first).filled_qty, desk.order(first).status) == (10, WORKING)
    assert (desk.order(second).status, desk.order(second).reason) == (CANCELED, "OCO_FILLED")
    assert desk.order(second).updated_step == desk.order(first).updated_step


def test_nothing_joins_an_oco_group_that_had_a_fill(desk):
    desk.submit(market(BUY, 10, oco_group="pair"))
    with pytest.raises(Refusal) as refusal:
        desk.submit(limit(SELL, 10, 10_100, oco_group="pair"))

    assert refusal.value.code == "OCO_GROUP_FINISHED"


def test_one_tick_that_reaches_both_of_an_oco_group_fills_one(desk):
    desk.submit(limit(BUY, 10, 9_900, oco_group="pair"))
    desk.submit(stop(SELL, 10, 9_880, oco_group="pair"))
    desk.tick(quote(2, 9_850, 9_860))

    assert len(desk.fills) == 1
