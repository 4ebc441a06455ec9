from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.depth.book_checks import (
    MOST_LEVELS,
    book_fault,
    change_fault,
    changed,
)
from trading_api.modules.datafeed.providers.depth_source import (
    Book,
    BookChange,
    Level,
    change_between,
)

NOW = 1_795_444_212_345


def levels(*pairs: tuple[int, int]) -> tuple[Level, ...]:
    return tuple(Level(price, size) for price, size in pairs)


SOUND = Book(7, NOW, levels((99, 5), (98, 7)), levels((101, 4), (103, 9)))
CHANGE = BookChange(8, NOW, levels((99, 0)), levels((102, 1)))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"bids": levels((101, 5))}, "crossed"),
        ({"bids": levels((102, 5))}, "crossed"),
        ({"bids": levels((98, 5), (99, 5))}, "level_order"),
        ({"asks": levels((101, 5), (101, 6))}, "level_order"),
        ({"asks": levels((101, 0))}, "size"),
        ({"asks": levels((101, -1))}, "out_of_range"),
        ({"bids": levels((0, 5))}, "out_of_range"),
        ({"bids": ((99, 5),)}, "wrong_type"),
        ({"bids": (Level(99.5, 5),)}, "wrong_type"),  # type: ignore[arg-type]
        ({"version": None}, "wrong_type"),
        ({"time": NOW + 60_001}, "time_ahead"),
        ({"asks": levels(*((101 + n, 1) for n in range(MOST_LEVELS + 1)))}, "too_deep"),
    ],
)
def test_a_book_that_cannot_be_is_refused(change: dict[str, Any], reason: str) -> None:
    fault = book_fault(replace(SOUND, **change), NOW)

    assert fault is not None and fault.reason == reason


@pytest.mark.parametrize("change", [{}, {"bids": ()}, {"asks": ()}, {"bids": (), "asks": ()}])
def test_a_side_may_be_empty(change: dict[str, Any]) -> None:
    assert book_fault(replace(SOUND, **change), NOW) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"version": 9}, "version_hole"),
        ({"version": 7}, "version_hole"),
        ({"bids": levels((99, -1))}, "out_of_range"),
        ({"asks": ((1,),)}, "wrong_type"),
    ],
)
def test_a_change_that_cannot_follow_is_refused(change: dict[str, Any], reason: str) -> None:
    fault = change_fault(replace(CHANGE, **change), SOUND, NOW)

    assert fault is not None and fault.reason == reason


def test_a_change_sets_adds_and_takes_away() -> None:
    assert change_fault(CHANGE, SOUND, NOW) is None

    after = changed(SOUND, CHANGE)

    assert after == Book(8, NOW, levels((98, 7)), levels((101, 4), (102, 1), (103, 9)))


sizes_by_price = st.dictionaries(st.integers(1, 40), st.integers(1, 9), max_size=8)


@given(sizes_by_price, sizes_by_price, sizes_by_price, sizes_by_price)
def test_what_lies_between_two_books_leads_from_one_to_the_other(
    bids: dict[int, int], asks: dict[int, int], new_bids: dict[int, int], new_asks: dict[int, int]
) -> None:
    def book(version: int, low: dict[int, int], high: dict[int, int]) -> Book:
        falling = sorted(low.items(), reverse=True)
        rising = sorted((price + 40, size) for price, size in high.items())
        return Book(version, NOW, levels(*falling), levels(*rising))

    old, new = book(1, bids, asks), book(2, new_bids, new_asks)

    assert changed(old, change_between(old, new)) == new
