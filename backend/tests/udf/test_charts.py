"""A client that knows UDF alone charts us: bars, quotes, and marks of executions."""

import json
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from data_checks.udf_client import Bar, UdfClient
from fastapi.testclient import TestClient

FAR = 2_000_000_000
FIELDS = ("open", "high", "low", "close", "volume")


def held(app: TestClient, symbol: str, resolution: str) -> list[Bar]:
    """Return every bar that the product's own REST has, in seconds."""
    query: dict[str, str | int] = {"symbol": symbol, "resolution": resolution}
    query |= {"from_time": 0, "to_time": FAR * 1000}
    answer = app.get("/api/v1/datafeed/bars", params=query)
    bars = json.loads(answer.text, parse_float=Decimal)["bars"]
    return [Bar(bar["time"] // 1000, *(bar[field] for field in FIELDS)) for bar in bars]


@pytest.mark.parametrize(("resolution", "page"), [("1", 700), ("60", 10), ("1D", 2), ("1W", 1)])
def test_walked_by_countback_every_bar_comes_once(
    app: TestClient, udf: UdfClient, resolution: str, page: int
) -> None:
    pages = list(udf.walk("MINUTES", resolution, FAR, page))

    assert [bar for bars in reversed(pages) for bar in bars] == held(app, "MINUTES", resolution)


@pytest.mark.parametrize(("resolution", "seconds"), [("1", 9_000), ("240", 50_000)])
def test_walked_by_ranges_next_time_jumps_over_nights_and_holidays(
    app: TestClient, udf: UdfClient, resolution: str, seconds: int
) -> None:
    pages = list(udf.walk_ranges("MINUTES", resolution, FAR, seconds))

    assert [bar for bars in reversed(pages) for bar in bars] == held(app, "MINUTES", resolution)


def test_quotes_are_polled_for_a_watchlist(app: TestClient, udf: UdfClient) -> None:
    quotes = udf.quotes(["AAPL", "NOPE", "BTC/USD", "DAYS"])

    assert quotes["NOPE"] is None
    assert quotes["AAPL"] and quotes["AAPL"]["bid"] < quotes["AAPL"]["ask"]
    assert quotes["BTC/USD"] and quotes["BTC/USD"]["original_name"] == "COINBASE:BTC/USD"
    assert quotes["DAYS"] and quotes["DAYS"]["lp"] == Decimal("3.5")


def trade(app: TestClient, side: int, qty: int) -> None:
    order = {"symbol": "AAPL", "type": 2, "side": side, "qty": qty}
    assert app.post("/api/v1/broker/orders", json=order).status_code == 200


def executions(app: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = app.get("/api/v1/broker/executions/AAPL").json()
    return found


@pytest.mark.parametrize("resolution", ["1", "60", "1D", "1M"])
def test_executions_are_marks_on_bars(app: TestClient, udf: UdfClient, resolution: str) -> None:
    for side, qty in ((1, 30), (1, 20), (-1, 10)):
        trade(app, side, qty)
    now = udf.time()
    on_bars = udf.marks("marks", "nasdaq:aapl", resolution, now - 10**8, now)
    on_axis = udf.marks("timescale_marks", "AAPL", resolution, now - 10**8, now)

    bars = {bar.time for bar in udf.history("AAPL", resolution, now, now + 60, countback=9).bars}
    assert {mark["time"] for mark in on_bars + on_axis} <= bars
    assert max(Counter(mark["time"] for mark in on_bars).values()) <= 2
    assert {mark["label"] for mark in on_bars} == {"B", "S"}
    ids = {execution["id"] for execution in executions(app)}
    assert {mark["id"] for mark in on_bars + on_axis} <= ids


def test_marks_end_with_the_bar_of_to(app: TestClient, udf: UdfClient) -> None:
    trade(app, 1, 1)
    (day,) = {mark["time"] for mark in udf.marks("marks", "AAPL", "1M", 0, udf.time())}

    assert udf.marks("marks", "AAPL", "1M", day, day)
    assert udf.marks("marks", "AAPL", "1M", day + 1, day + 9) == []
    assert udf.marks("marks", "AAPL", "1M", 0, day - 1) == []
    assert udf.marks("marks", "MSFT", "1M", 0, day) == []
    assert udf.marks("marks", "DAYS", "1D", 0, day) == []
