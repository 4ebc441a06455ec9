"""The truth table of the reference, row by row, against symbols that have lived so."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from trading_api.modules.datafeed.freshness.symbol_freshness import Moment, SymbolFreshness
from trading_api.modules.datafeed.sessions import calendar_named

PAGE = Path(__file__).parents[7] / "docs/reference/freshness.md"
SECOND = 1_000


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


# In Tokyo's morning; the last tick that comes.
LAST = moment("2026-11-24T02:05")
CALENDAR = {
    "in session": None,
    "in a break": moment("2026-11-24T03:00"),
    "closed": moment("2026-11-24T08:00"),
}
SOURCE, HALTED = ("runs", "gone"), ("no", "yes")
# How far apart ticks were, and how many came.
BOUND = {
    "not learned, 60 s": (60 * SECOND, 10),
    "of a fast symbol, 10 s": (SECOND, 200),
    "of a slow symbol, 20 min": (300 * SECOND, 25),
}
SILENCE = {
    "up to 10 s": 10 * SECOND,
    "up to 60 s": 60 * SECOND,
    "up to 20 min": 1_200 * SECOND,
    "longer": 1_200 * SECOND + 1,
}
ALL = list(product(CALENDAR, SOURCE, HALTED, BOUND, SILENCE))


def rows() -> Iterator[tuple[list[str], str]]:
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and cells[0] in CALENDAR:
            yield cells[:5], cells[5].strip("`")


def row_of(signs: tuple[str, ...]) -> tuple[list[str], str]:
    for cells, state in rows():
        if all(cell in ("any", sign) for cell, sign in zip(cells, signs, strict=True)):
            return cells, state
    raise AssertionError(f"no row for {signs}")


def lived(calendar: str, source: str, halted: str, bound: str, silence: str) -> str:
    gap, count = BOUND[bound]
    first = LAST - gap * (count - 1)
    symbol = SymbolFreshness(calendar_named("XTKS"), Moment(first, first))
    for number in range(count):
        time = first + number * gap
        symbol.ticked(Moment(time, time))
    now = CALENDAR[calendar] or LAST + SILENCE[silence]
    if source == "gone":
        symbol.troubled("the file is over")
    if halted == "yes":
        symbol.halted("volatility", Moment(LAST, LAST))
    return symbol.status(Moment(LAST + SILENCE[silence], now)).state


@pytest.mark.parametrize("signs", ALL, ids=" ".join)
def test_every_combination_is_as_the_page_says(signs: tuple[str, str, str, str, str]) -> None:
    assert lived(*signs) == row_of(signs)[1]


def test_no_row_of_the_page_is_idle() -> None:
    used = {tuple(row_of(signs)[0]) for signs in ALL}

    assert used == {tuple(cells) for cells, _ in rows()} and len(used) == 14
