"""What `make differential` counts as equal, as a rule of ours, and as a fault."""

from typing import Any

import pytest
from broker_proofs.differential import (
    BARS,
    KEEPS,
    LIMIT_GAP,
    STOP_GAP,
    UNEXPLAINED,
    bars_of,
    compare,
    orders_of,
)

END, DAY = 1_700_000_000_000, 86_400_000
BARS_OF_THREE_DAYS = [
    [END, 10_000, 10_100, 9_900, 10_000],
    [END + DAY, 10_000, 10_100, 9_900, 10_050],
    [END + 2 * DAY, 9_500, 10_600, 9_400, 9_600],
]


def order(kind: str, side: int, price: int | None = None, bar: int = 0) -> dict[str, Any]:
    return {"id": "o", "bar": bar, "type": kind, "side": side, "qty": 1, "price": price}


@pytest.mark.parametrize(
    ("asked", "their"),
    [
        (order("market", 1), [END, 10_000]),
        (order("limit", 1, 9_950), [END + DAY, 9_950]),
        (order("stop", -1, 9_910), [END + DAY, 9_910]),
    ],
)
def test_fills_of_the_same_bar_and_price_are_equal(asked: Any, their: list[int]) -> None:
    found = compare(BARS_OF_THREE_DAYS, [asked], {"o": their})

    assert (found.fills, found.equal, found.differing) == (1, 1, {})


@pytest.mark.parametrize(
    ("asked", "their", "reason"),
    [
        (order("limit", 1, 9_700, bar=1), [END + 2 * DAY, 9_700], LIMIT_GAP),
        (order("stop", -1, 9_700, bar=1), [END + 2 * DAY, 9_700], STOP_GAP),
        (order("limit", 1, 9_950), [END + 2 * DAY, 9_950], UNEXPLAINED),
        (order("limit", 1, 9_950), [END + DAY, 9_949], UNEXPLAINED),
        (order("market", 1), [END, 10_001], UNEXPLAINED),
        (order("limit", 1, 9_950), None, UNEXPLAINED),
        (order("limit", 1, 9_000), [END + DAY, 9_000], UNEXPLAINED),
    ],
)
def test_a_fill_that_differs_is_counted_by_its_rule(asked: Any, their: Any, reason: str) -> None:
    found = compare(BARS_OF_THREE_DAYS, [asked], {} if their is None else {"o": their})

    assert (found.fills, found.equal, found.differing) == (1, 0, {reason: 1})


def test_a_lane_holds_one_open_order_at_most() -> None:
    bars = bars_of(BARS)["AAPL"]
    orders = orders_of(bars, "1", each=3)

    held = {(one["lane"], one["bar"] + kept) for one in orders for kept in range(KEEPS + 1)}
    assert len(held) == len(orders) * (KEEPS + 1)
