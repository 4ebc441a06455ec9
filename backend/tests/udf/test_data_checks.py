"""The checks of the data find nothing wrong with us, and each finds the fault planted for it."""

import json
import random
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from data_checks.checks import HISTORY, Check, findings
from data_checks.folding import days_are_minutes, months_are_days, weeks_are_days
from data_checks.series import Series
from data_checks.udf_client import Fetch, Reply, UdfClient
from fastapi.testclient import TestClient

from .conftest import fetch_from

FIRST, END = 1_763_949_600, 1_764_700_000
"""Before the first minute of MINUTES, and in its last day."""
CHECKS = dict(HISTORY) | {"days": days_are_minutes}
Answer = dict[str, Any]
Fault = Callable[[Mapping[str, str], Answer], None]


def series(fetch: Fetch) -> Series:
    return Series(UdfClient(fetch), "MINUTES", "1", FIRST, END, random.Random(1))


@pytest.fixture(scope="module")
def minutes(app: TestClient) -> Series:
    return series(fetch_from(app))


@pytest.mark.parametrize("name", CHECKS)
def test_a_series_with_sessions_passes(minutes: Series, name: str) -> None:
    assert len(minutes.bars) > 1_900
    assert findings(CHECKS[name], minutes) == []


@pytest.mark.parametrize("check", [check for _, check in HISTORY])
def test_a_live_series_passes(app: TestClient, check: Check) -> None:
    client = UdfClient(fetch_from(app))
    now = client.time()
    live = Series(client, "BTC/USD", "240", now - 30 * 86_400, now - 86_400, random.Random(1))

    assert findings(check, live) == []


@pytest.mark.parametrize("check", [weeks_are_days, months_are_days])
def test_weeks_and_months_are_days(app: TestClient, check: Check) -> None:
    client = UdfClient(fetch_from(app))
    now = client.time()
    days = Series(client, "AAPL", "1D", now - 400 * 86_400, now - 86_400, random.Random(1))

    assert findings(check, days) == []


def planted(app: TestClient, fault: Fault) -> Fetch:
    """Return how to ask a datafeed whose answers for history have a fault."""
    fetch = fetch_from(app)

    def faulty(path: str, query: Mapping[str, str]) -> Reply:
        reply = fetch(path, query)
        if path != "history":
            return reply
        answer = json.loads(reply.body)
        fault(query, answer)
        return reply._replace(body=json.dumps(answer).encode())

    return faulty


def length(query: Mapping[str, str]) -> int:
    return int(query["to"]) - int(query["from"])


def noise(query: Mapping[str, str], answer: Answer) -> None:
    if "v" in answer:
        answer["v"][-1] += random.random()


def lost_at_the_end(query: Mapping[str, str], answer: Answer) -> None:
    if length(query) > 60 and len(answer.get("t", [])) > 1 and "countback" not in query:
        for column in "tohlcv":
            answer[column].pop()


def never_alone(query: Mapping[str, str], answer: Answer) -> None:
    if length(query) == 0:
        answer.clear()
        answer["s"] = "no_data"


def wrong_unit(query: Mapping[str, str], answer: Answer) -> None:
    if "nextTime" in answer:
        answer["nextTime"] *= 1000


def endless(query: Mapping[str, str], answer: Answer) -> None:
    if answer["s"] == "no_data":
        answer["nextTime"] = 0


def one_too_few(query: Mapping[str, str], answer: Answer) -> None:
    if int(query.get("countback", 5_000)) < 5_000 and "t" in answer:
        for column in "tohlcv":
            del answer[column][0]


def asks_beyond_now(query: Mapping[str, str]) -> bool:
    return int(query["to"]) > 2 * 10**9


def add_bar(answer: Answer, time: int, volume: float = 1) -> None:
    for column, value in {"t": time, "o": 1, "h": 1, "l": 1, "c": 1, "v": volume}.items():
        answer.setdefault(column, []).append(value)
    answer["s"] = "ok"
    answer.pop("nextTime", None)


def from_tomorrow(query: Mapping[str, str], answer: Answer) -> None:
    if asks_beyond_now(query):
        add_bar(answer, 2 * 10**9)


def restless(query: Mapping[str, str], answer: Answer) -> None:
    if asks_beyond_now(query):
        add_bar(answer, int(query["from"]), random.random())
        add_bar(answer, int(query["from"]) + 60)


def day_of_another_close(query: Mapping[str, str], answer: Answer) -> None:
    if query["resolution"] == "1D":
        answer["c"][1] = answer["o"][1]


def repeated_bar(query: Mapping[str, str], answer: Answer) -> None:
    if len(answer.get("t", [])) > 1:
        answer["t"][1] = answer["t"][0]


FAULTS: list[tuple[Fault, str]] = [
    (noise, "the same request twice is the same bytes"),
    (lost_at_the_end, "many short ranges are one long range"),
    (never_alone, "from = to is that bar, else to is exclusive"),
    (wrong_unit, "a hole is no_data with nextTime"),
    (endless, "before the first bar is no_data without"),
    (one_too_few, "countback is the newest bars before to"),
    (from_tomorrow, "a future to brings no future bars"),
    (restless, "a later answer begins with the earlier one"),
    (day_of_another_close, "days"),
]


@pytest.mark.parametrize(("fault", "name"), FAULTS)
def test_a_planted_fault_is_found(app: TestClient, fault: Fault, name: str) -> None:
    assert {name for _, name in FAULTS} == set(CHECKS)
    assert findings(CHECKS[name], series(planted(app, fault)))


@pytest.mark.parametrize("name", ["countback is the newest bars before to", "days"])
def test_times_that_stand_still_are_found(app: TestClient, name: str) -> None:
    (said,) = findings(CHECKS[name], series(planted(app, repeated_bar)))

    assert said == "expected strictly increasing times"
