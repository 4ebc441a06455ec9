"""The lying provider beside a good one on the whole server, and that its judge would notice."""

import asyncio
from typing import Any

import pytest
from lying.judging import GOOD, faults, latencies_ms, missing_ticks
from lying.listening import Heard
from lying.run import play, verdict

from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.service import DEFAULT_SEED

REASONS = {
    "bar_range", "crossed", "duplicate", "history_failed", "instrument", "out_of_range", "price",
    "time_ahead", "time_back", "trade_id", "wrong_type",
}  # fmt: skip
BAR: dict[str, Any] = {
    "time": 60_000,
    "open": 2.0,
    "high": 3.0,
    "low": 1.0,
    "close": 2.0,
    "volume": 1.0,
}
QUOTE: dict[str, Any] = {
    "s": "ok",
    "n": "A",
    "v": {"bid": 1.0, "ask": 2.0, "time": 5, "received": 6},
}
TRADE: dict[str, Any] = {"id": "a", "price": 1.0, "size": 1.0}
QUOTES = ("quotes", GOOD)
START = 1_700_000_000_000


def test_a_lying_provider_harms_nobody_and_all_it_did_is_counted() -> None:
    played = asyncio.run(play(3, warm_s=2))

    assert verdict(played, honest=None) == []
    assert played.refused.keys() == REASONS
    assert played.metric >= sum(played.refused.values()) > 100
    assert "producer_failed" in played.lies["quotes", "CUT"].statuses
    assert len(played.lies["quotes", "FLOOD"].values) > 100


def good_quotes() -> Heard:
    tape, heard, time = SimulatedProvider(seed=DEFAULT_SEED), Heard(), START
    for _ in range(5):
        tick = tape.tick_after(GOOD, time)
        assert tick is not None
        time = tick.time
        heard.values.append({"s": "ok", "v": {"time": time}})
        heard.arrived_ms.append(time + 20.0)
    return heard


def test_a_tick_that_was_not_heard_is_noticed() -> None:
    heard = good_quotes()
    assert (missing_ticks(heard), latencies_ms(heard)) == (0, (20.0, 20.0))

    del heard.values[2]

    assert missing_ticks(heard) == 1


@pytest.mark.parametrize(
    ("route", "values", "said"),
    [
        ("bars", [BAR, BAR | {"time": 0}], "time went back"),
        ("bars", [BAR | {"high": 1.5}], "bar {"),
        ("bars", [BAR | {"low": 2.5}], "bar {"),
        ("quotes", [QUOTE | {"v": QUOTE["v"] | {"bid": 3.0}}], "quote {"),
        ("quotes", [QUOTE, QUOTE | {"v": QUOTE["v"] | {"time": 1}}], "time went back"),
        ("trades", [TRADE, TRADE], "came twice"),
        ("trades", [TRADE | {"price": -1.0}], "trade {"),
    ],
)
def test_what_is_false_is_noticed(route: str, values: list[dict[str, Any]], said: str) -> None:
    [fault] = faults({(route, "A"): Heard(values=values)})

    assert said in fault


def test_what_is_sound_is_not() -> None:
    topics = {"bars": [BAR, BAR], "quotes": [QUOTE, QUOTE], "trades": [TRADE]}

    assert faults({(route, "A"): Heard(values=each) for route, each in topics.items()}) == []
