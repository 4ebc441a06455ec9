from dataclasses import replace
from typing import Any

import pytest

from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.modules.datafeed.trades.trade_checks import (
    IDS_REMEMBERED,
    MOST_A_SECOND,
    TradeIds,
    TradeRate,
    trade_fault,
)

NOW = 1_795_444_212_345
SOUND = Trade("1", NOW, 100, 5, "buy")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"price": float("nan")}, "wrong_type"),
        ({"size": True}, "wrong_type"),
        ({"id": 7}, "wrong_type"),
        ({"side": "BUY"}, "wrong_type"),
        ({"id": ""}, "trade_id"),
        ({"id": "x" * 65}, "trade_id"),
        ({"price": 0}, "out_of_range"),
        ({"size": 0}, "out_of_range"),
        ({"size": -1}, "out_of_range"),
        ({"price": 2**53}, "out_of_range"),
        ({"time": -1}, "out_of_range"),
        ({"time": NOW + 60_001}, "time_ahead"),
    ],
)
def test_what_is_no_trade_is_refused(change: dict[str, Any], reason: str) -> None:
    fault = trade_fault(replace(SOUND, **change), NOW)

    assert fault is not None and fault.reason == reason


@pytest.mark.parametrize("change", [{}, {"side": None}, {"time": 0}, {"time": NOW + 60_000}])
def test_a_late_trade_and_one_without_a_side_are_sound(change: dict[str, Any]) -> None:
    assert trade_fault(replace(SOUND, **change), NOW) is None


@pytest.mark.parametrize("thing", [None, "trade", ("1", NOW, 100, 5, None)])
def test_something_else_is_refused(thing: object) -> None:
    fault = trade_fault(thing, NOW)

    assert fault is not None and fault.reason == "wrong_type"


def test_an_id_comes_once_while_it_is_remembered() -> None:
    ids = TradeIds()
    for number in range(IDS_REMEMBERED):
        assert ids.add(replace(SOUND, id=str(number))) is None

    again, new = ids.add(replace(SOUND, id="0")), ids.add(replace(SOUND, id="new"))

    assert again is not None and (again.reason, new) == ("duplicate", None)
    assert ids.add(replace(SOUND, id="0")) is None


def test_a_flood_is_cut_at_the_rate() -> None:
    rate = TradeRate(100.0)
    burst = [rate.spend(100.0) for _ in range(MOST_A_SECOND + 1)]

    later = [rate.spend(100.5) for _ in range(MOST_A_SECOND)]

    assert [fault.reason for fault in burst if fault] == ["flood"]
    assert later.count(None) == MOST_A_SECOND // 2
