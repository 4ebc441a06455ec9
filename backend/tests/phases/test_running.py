from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.phases.running.broadcasting import judged as judged_red
from trading_api.phases.running.broadcasting import judged_mocker
from trading_api.phases.running.latency import judged as judged_lags
from trading_api.phases.running.metronome import Metronome
from trading_api.phases.running.own_tests import judged_reach, judged_suite
from trading_api.phases.running.plug_in import METRONOME, SILENCE, SILENT_ROUTE, environment_with
from trading_api.phases.running.silence import Silence
from trading_api.phases.stream import ContractTest
from trading_api.phases.tree import Tree
from trading_api.phases.verdicts import Finding
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError

QUOTES = {"type": "quotes.subscribe", "payload": {"symbol": "BTC/USD"}}
BARS = {"type": "bars.subscribe", "payload": {"symbol": "BTC/USD", "resolution": "1"}}
PASSED, FAILED = "passed", "failed"


def served(folder: Path, *modules: Any) -> TestClient:
    settings = Settings(data_dir=folder, linger_s=0)
    return TestClient(create_app(["datafeed"], modules=modules, settings=settings))


@pytest.fixture
def silenced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv(SILENT_ROUTE, "quotes")
    with served(tmp_path, Silence()) as client:
        yield client


def test_a_silent_route_answers_and_tells_nothing_while_its_neighbour_goes_on(silenced):
    with silenced.websocket_connect("/api/v1/ws") as socket:
        socket.send_json([QUOTES, BARS])
        frames = [frame for _ in range(8) for frame in told(socket)]

    kinds = {frame["type"] for frame in frames}
    answer = next(one for one in frames if one["type"] == "quotes.subscribe.response")
    assert (answer["payload"]["status"], answer["payload"]["snapshot"]) == ("ok", 0)
    assert "bars.update" in kinds and "quotes.update" not in kinds


def test_a_silence_of_no_route_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv(SILENT_ROUTE, "quote")

    with pytest.raises(ConfigurationError, match=r"expected one of .*quotes.*, got 'quote'"):
        served(tmp_path, Silence())


def test_a_metronome_repeats_what_is_rare(tmp_path: Path) -> None:
    asked = {"type": "market-status.subscribe", "payload": {"symbol": "AAPL"}}

    with served(tmp_path, Metronome()) as client, client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(asked)
        frames = [frame for _ in range(5) for frame in told(socket)]

    updates = [one["payload"] for one in frames if one["type"] == "market-status.update"]
    assert len(updates) >= 3 and len({one["ts"] for one in updates}) > 1


def told(socket: Any) -> list[dict[str, Any]]:
    message = socket.receive_json()
    return message if isinstance(message, list) else [message]


ON_TOO = "'a' fails with the producer on, too"
# What became of the tests with all producers, with one switched off; the gaps of red and green.
OUTCOMES = [
    ({"a": PASSED, "b": PASSED}, {"a": PASSED, "b": FAILED}, (None, None)),
    (
        {"a": PASSED},
        {"a": PASSED},
        ("1 tests passed, none failed", "no test waits for the producer"),
    ),
    ({"a": FAILED}, {"a": FAILED}, (ON_TOO, ON_TOO)),
]


@pytest.mark.parametrize(("with_all", "silent", "gaps"), OUTCOMES)
def test_red_is_a_test_that_fails_for_the_silence_alone(with_all, silent, gaps):
    red, green = judged_red(with_all, silent)

    assert (red.gap, green.gap) == gaps


# Lags of updates in ms, and what is said of them.
LAGS = [
    ([1.0] * 100, Finding(evidence="p99 1 ms of 100 updates")),
    ([1.0] * 98 + [200.0] * 2, Finding("p99 200 ms of 100 updates")),
    ([1.0] * 9, Finding("expected 10 updates to time, 9 came")),
]


@pytest.mark.parametrize(("lags", "finding"), LAGS)
def test_the_slowest_hundredth_is_judged(lags, finding):
    assert judged_lags(lags) == finding


def test_an_installed_module_is_known_to_the_server_by_name(tmp_path: Path) -> None:
    environment = environment_with(METRONOME, tmp_path, MORE="1")

    assert environment["TP_MODULES"].endswith(f",workspace,{METRONOME}")
    assert environment["PYTHONPATH"].startswith(str(tmp_path))
    written = (tmp_path / "phases-1.0.dist-info" / "entry_points.txt").read_text()
    assert SILENCE in written and METRONOME in written


SUITE = ContractTest("backend/src/m/tests/test_ws.py", "TestBars", {})
OF_SUITE = "src.m.tests.test_ws.TestBars"
# The suite of a route, what became of its tests by class, and what is said of it.
SUITES = [
    (SUITE, {OF_SUITE: [True, True]}, Finding(evidence="2 tests")),
    (SUITE, {OF_SUITE: [True, False]}, Finding("1 tests of TestBars failed")),
    (SUITE, {}, Finding("TestBars was not run: no module named x")),
    (None, {}, Finding("there is no contract suite")),
]


@pytest.mark.parametrize(("suite", "outcomes", "finding"), SUITES)
def test_a_contract_passes_when_all_of_its_tests_do(suite, outcomes, finding):
    assert judged_suite(suite, outcomes, "collecting\nno module named x") == finding


SERVICE = "backend/src/m/service.py"
# How much of the service is reached, by its path from the backend, and what is said of it.
REACHED = [
    ({"src/m/service.py": 80.5}, Finding(evidence="m/service.py 80 %")),
    ({"src/m/service.py": 80.0}, Finding("m/service.py: 80 % of its lines are reached")),
    ({"src/m/other.py": 100.0}, Finding("no test reaches m/service.py")),
]


@pytest.mark.parametrize(("covered", "finding"), REACHED)
def test_more_than_four_fifths_of_a_service_are_reached(tmp_path, covered, finding):
    assert judged_reach(Tree(tmp_path), SERVICE, covered) == finding


# What became of the test of a mocker, and what is said of it.
MOCKED = [
    ({'WsFallback feeds "bars" from its mocker': PASSED}, None),
    ({'WsFallback feeds "bars" from its mocker': FAILED}, "to pass, found failed"),
    ({'WsFallback feeds "quotes" from its mocker': PASSED}, "to pass, found none"),
]


@pytest.mark.parametrize(("told", "gap"), MOCKED)
def test_a_mocker_is_judged_by_the_test_of_its_route(told, gap):
    found = judged_mocker(told, "bars").gap

    assert found is None if gap is None else str(found).endswith(gap)
