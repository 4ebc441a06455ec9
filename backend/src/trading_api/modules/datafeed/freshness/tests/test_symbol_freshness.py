from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.modules.datafeed.freshness.symbol_freshness import Moment, SymbolFreshness
from trading_api.modules.datafeed.sessions import calendar_named

SECOND, MINUTE = 1_000, 60_000
NAMES = ("live", "quiet", "stale")


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def at(time_ms: int) -> Moment:
    return Moment(time_ms, time_ms)


def ticking(name: str, until: int, gap: int, count: int = 60) -> SymbolFreshness:
    first = until - gap * (count - 1)
    symbol = SymbolFreshness(calendar_named(name), at(first))
    for number in range(count):
        symbol.ticked(at(first + number * gap))
    return symbol


@pytest.mark.parametrize(
    ("name", "close", "opens"),
    [
        ("XNYS", "2026-11-20T21:00", "2026-11-23T14:30"),
        ("XNYS", "2026-03-06T21:00", "2026-03-09T13:30"),  # the clocks change on the Sunday
        ("CME-EXAMPLE", "2026-11-20T22:00", "2026-11-22T23:00"),
        ("CME-EXAMPLE", "2026-10-30T21:00", "2026-11-01T23:00"),  # the clocks change on the Sunday
    ],
)
def test_a_weekend_of_silence_raises_nothing(name: str, close: str, opens: str) -> None:
    closed, opened = moment(close), moment(opens)
    symbol = ticking(name, closed - 200, 200)

    for now in range(closed, opened, 5 * SECOND):
        status = symbol.status(at(now))
        assert (status.state, status.since, status.next_open) == ("closed", closed, opened)
        assert symbol.silence_bound_s(at(now)) is None
    states = [symbol.status(at(opened + later * SECOND)).state for later in (0, 10, 59, 61)]

    assert states == ["live", "live", "quiet", "stale"]


@pytest.mark.parametrize("name", ["24x7", "XNYS", "CME-EXAMPLE"])
def test_the_same_silence_in_session_is_stale_within_its_bound(name: str) -> None:
    muted = moment("2026-11-20T16:00")
    symbol = ticking(name, muted, 200, 200)

    states = [symbol.status(at(muted + later)).state for later in (10_000, 10_001)]

    assert states == ["live", "stale"]
    assert symbol.silence_bound_s(at(muted + 10_001)) == 10


@given(st.integers(1_000, 20 * MINUTE), st.integers(0, 5 * 3600 * SECOND))
def test_a_silence_that_grows_is_live_then_quiet_then_stale(gap: int, silence: int) -> None:
    last = moment("2026-11-25T00:00")
    symbol = ticking("24x7", last, gap)

    states = [symbol.status(at(last + part * silence // 7)).state for part in range(8)]

    assert states == sorted(states, key=NAMES.index)
    assert (states[-1] == "stale") == (silence > symbol.status(at(last + silence)).bound_ms)


@given(st.lists(st.integers(1, 30 * MINUTE), min_size=1, max_size=80))
def test_a_tick_makes_live_and_since_never_goes_back(gaps: list[int]) -> None:
    now = moment("2026-11-25T00:00")
    symbol = SymbolFreshness(calendar_named("24x7"), at(now))
    since = 0
    for gap in gaps:
        now += gap
        before = symbol.status(at(now))
        symbol.ticked(at(now))
        after = symbol.status(at(now))
        assert after.state == "live" and since <= before.since <= after.since <= now
        since = after.since


def test_a_symbol_that_trades_once_in_five_minutes_is_quiet_not_stale() -> None:
    last = moment("2026-11-20T19:00")
    symbol = ticking("XNYS", last, 5 * MINUTE, 30)

    states = [symbol.status(at(last + later * MINUTE)).state for later in (1, 5, 19, 21)]

    assert states == ["quiet", "quiet", "quiet", "stale"]


def test_the_end_of_a_halt_begins_anew() -> None:
    last = moment("2026-11-20T16:00")
    symbol = ticking("XNYS", last, 1_000)

    symbol.halted("news pending", at(last + 1_000))
    halted = symbol.status(at(last + MINUTE))
    symbol.halted(None, at(last + 30 * MINUTE))

    assert (halted.state, halted.reason) == ("halted", "news pending")
    assert symbol.status(at(last + 30 * MINUTE + 9_000)).state == "live"
    assert symbol.status(at(last + 30 * MINUTE + 11_000)).state == "stale"


def test_a_source_that_is_over_is_stale_until_it_ticks_again() -> None:
    last = moment("2026-11-20T16:00")
    symbol = ticking("XNYS", last, 1_000)

    symbol.troubled("the file is over")
    over = symbol.status(at(last + 1))
    symbol.ticked(at(last + 1_000))

    assert (over.state, over.reason) == ("stale", "the file is over")
    assert (symbol.status(at(last + 1_000)).state, symbol.status(at(last + 1_000)).reason) == (
        "live",
        None,
    )


def test_time_in_which_nobody_listened_is_no_silence() -> None:
    last = moment("2026-11-20T15:00")
    symbol = ticking("XNYS", last, 1_000)

    symbol.listen(at(last + 3_600_000))

    assert symbol.status(at(last + 3_600_000)).state == "live"
    assert symbol.silence_bound_s(at(last + 3_600_000 + 5_000)) is None
