"""What `make differential` counts as equal, as a rule of ours, and as a fault."""

from itertools import pairwise

import pytest
from broker_proofs.differential.comparison import (
    LIMIT_GAP,
    LIMIT_REST,
    PASSED_REST,
    STOP_GAP,
    STOP_REST,
    UNEXPLAINED,
    compare,
)
from broker_proofs.differential.market import (
    BARS,
    DAY_MS,
    SIZES,
    DayBar,
    Display,
    Quote,
    bars_of,
    path_of,
    quotes_of,
)
from broker_proofs.differential.our_fills import Fill, our_fills
from broker_proofs.differential.workloads import (
    KEEPS,
    KINDS,
    Ask,
    Workload,
    of_the_day,
    on_quotes,
    over_night,
)

DAY = 1_699_920_000_000
SESSION = 23_400_000
END = DAY + SESSION
DAYS = [
    DayBar(DAY, END, 10_000, 10_100, 9_900, 10_000),
    DayBar(DAY + DAY_MS, END + DAY_MS, 10_000, 10_100, 9_900, 10_050),
    DayBar(DAY + 2 * DAY_MS, END + 2 * DAY_MS, 9_500, 10_600, 9_400, 9_600),
]
NEXT, THIRD = END + DAY_MS, END + 2 * DAY_MS
QUOTES = [
    Quote(DAY + n * 1_000, bid, bid + 2, 5, 5)
    for n, bid in enumerate((10_000, 10_001, 10_002, 10_001, 10_000, 9_999, 9_998))
]


def market(side, at=0):
    return Ask("o", at, at + 2, "market", side, 1)


def limit(side, price, at=0, qty=1):
    return Ask("o", at, at + 2, "limit", side, qty, limit=price)


def stop(side, price, at=0, qty=1):
    return Ask("o", at, at + 2, "stop", side, qty, stop=price)


def judged(asked, their, heard=DAYS):
    workload = Workload("one order", "bars", heard, [asked])
    return compare(workload, our_fills(workload), {"o": their})


@pytest.mark.parametrize(
    ("asked", "their"),
    [
        (market(1), [END, 10_000, 1]),
        (limit(1, 9_950), [NEXT, 9_950, 1]),
        (limit(1, 9_950), [NEXT - 90, 9_950, 1]),
        (stop(-1, 9_910), [NEXT, 9_910, 1]),
    ],
)
def test_fills_of_the_same_bar_price_and_quantity_are_equal(asked, their):
    found = judged(asked, [their])

    assert (found.fills, found.equal, found.differing) == (1, 1, {})


@pytest.mark.parametrize(
    ("asked", "their", "reason"),
    [
        (limit(1, 9_700, at=1), [[THIRD, 9_700, 1]], LIMIT_GAP),
        (stop(-1, 9_700, at=1), [[THIRD, 9_700, 1]], STOP_GAP),
        (limit(1, 9_700, at=1), [[THIRD, 9_600, 1]], UNEXPLAINED),
        (limit(1, 9_950), [[THIRD, 9_950, 1]], UNEXPLAINED),
        (limit(1, 9_950), [[NEXT, 9_949, 1]], UNEXPLAINED),
        (limit(1, 9_950), [[NEXT, 9_950, 2]], UNEXPLAINED),
        (market(1), [[END, 10_001, 1]], UNEXPLAINED),
        (limit(1, 9_950), [], UNEXPLAINED),
        (limit(1, 9_000), [[NEXT, 9_000, 1]], UNEXPLAINED),
    ],
)
def test_a_fill_that_differs_is_counted_by_its_rule(asked, their, reason):
    found = judged(asked, their)

    assert (found.fills, found.equal, found.differing) == (1, 0, {reason: 1})


@pytest.mark.parametrize(
    ("asked", "their", "reason"),
    [
        (limit(1, 10_000, at=3, qty=8), [[4_000, 10_002, 5]], UNEXPLAINED),
        (limit(1, 10_002, at=3, qty=8), [[4_000, 10_002, 5], [5_000, 10_002, 3]], LIMIT_REST),
        (stop(-1, 10_001, at=2, qty=8), [[3_000, 10_001, 5]], UNEXPLAINED),
        (stop(1, 10_003, qty=8), [[1_000, 10_003, 5]], UNEXPLAINED),
        (stop(1, 10_004, at=1, qty=8), [[2_000, 10_004, 5]], STOP_REST),
        (stop(-1, 10_003, at=1, qty=8), [[1_000, 10_001, 5]], PASSED_REST),
    ],
)
def test_the_rest_of_an_order_is_counted_by_its_rule(asked, their, reason):
    found = judged(asked, [[DAY + time, *fill] for time, *fill in their], QUOTES)

    assert found.differing[reason] == found.fills - found.equal > 0


def test_a_fill_of_another_price_on_a_quote_is_no_rule_of_ours():
    workload = Workload("one order", "book", QUOTES, [limit(1, 10_001, at=3)])
    ours = {"o": [Fill(QUOTES[5].time, 10_001, 1, "limit_reached")]}

    found = compare(workload, ours, {"o": [[QUOTES[5].time, 10_000, 1]]})
    assert found.differing == {UNEXPLAINED: 1}


def test_a_path_passes_each_cent_with_the_side_in_front_first():
    path = path_of(DayBar(0, 100, 10, 11, 9, 10))

    sides = [(10, 10), (10, 11), (11, 11), (10, 11), (10, 10), (9, 10), (9, 9), (9, 10), (10, 10)]
    assert [(one.bid, one.ask) for one in path] == sides
    assert [one.time for one in path] == list(range(92, 101))


def test_each_quote_of_a_day_is_another_level():
    quotes = quotes_of(DAYS[1], 3, Display(1, 1))

    assert {one.bid_size for one in quotes} == set(range(1, SIZES + 1))
    assert all(one.bid != two.bid and one.bid_size != two.bid_size for one, two in pairwise(quotes))
    assert quotes[-1].time < END + DAY_MS


def test_a_lane_holds_one_open_order_at_most():
    bars = bars_of(BARS)["AAPL"]
    orders = over_night(bars, "1", 3, "bars").orders

    held = {(one.lane, one.at + kept) for one in orders for kept in range(KEEPS + 1)}
    assert len(held) == len(orders) * (KEEPS + 1)


def test_orders_of_the_day_meet_no_gap():
    workload = of_the_day(bars_of(BARS)["IBM"][:40], "1", 6)

    rules = {fill.rule for fills in our_fills(workload).values() for fill in fills}
    assert rules == {"market_at_last", "bar_limit", "bar_stop"}


def test_orders_on_quotes_are_held_one_by_one_within_their_day():
    workload = on_quotes(DAYS, "1", Display(1, 1), KINDS)

    times = [one[0] // DAY_MS for one in workload.market]
    assert all(one.until < two.at for one, two in pairwise(workload.orders))
    assert all(times[one.at] == times[one.until] for one in workload.orders)


def test_on_a_path_orders_come_after_the_last_quote_of_their_bar():
    given = Workload("one order", "path", DAYS, [market(1)]).given()

    order = given["orders"][0]
    last = [given["market"][order[when]] for when in ("at", "until")]
    assert [event[:3] for event in last] == [[END, 10_000, 10_000], [THIRD, 9_600, 9_600]]
