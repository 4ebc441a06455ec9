"""`trading-pro conformance`: what it prints, and how it says that it cannot judge."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from tests.wire_rules.practice import practice

from trading_api.cli import main
from trading_api.conformance.verdicts import Verdict, outcomes, report

NOBODY = "ws://127.0.0.1:9/api/v1/ws"
NAMED = ["--route", "quotes", "--params", '{"symbol":"AAPL"}']


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with practice() as address:
        yield f"ws://{address}/api/v1/ws"


def test_a_rule_that_passed_is_a_line(url, capsys):
    status = main(["conformance", url, "--rule", "F8"])

    assert status == 0
    assert capsys.readouterr().out.splitlines() == [
        "F8  passed      1 of 1 judgements",
        "1 rules: 0 failed, 0 no answer, 0 not judged, 1 passed",
    ]


def test_verdicts_are_told_to_programs(url, capsys):
    main(["conformance", url, "--rule", "T1", "--route", "tail", "--json"])

    told = json.loads(capsys.readouterr().out)
    assert told["passed"] and told["rules"] == {"T1": "passed"}
    assert {verdict["route"] for verdict in told["verdicts"]} == {"tail"}


def test_params_that_are_named_are_those_that_are_judged(url, capsys):
    params = '{"symbol":"y","volume":1}'
    status = main(["conformance", url, "--rule", "S5", "--route", "tail", "--params", params])

    said = capsys.readouterr().out
    assert status == 1, "what is not judged is no pass"
    assert "S5  not judged  the server refuses it: unknown_symbol, expected x, got y" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([NOBODY], "start the server"),
        ([NOBODY, *NAMED], "could not be opened"),
    ],
    ids=["no server", "no server, a route named"],
)
def test_what_cannot_be_judged_is_said_in_a_line(arguments, said, capsys):
    status = main(["conformance", *arguments])

    assert status == 1
    assert said in capsys.readouterr().err


def test_a_server_without_a_document_wants_a_route_named(capsys):
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        status = main(["conformance", f"ws://127.0.0.1:{server.server_port}/api/v1/ws"])
        server.shutdown()

    assert status == 1
    assert "name a route with --route NAME --params JSON" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--client", NOBODY],
        ["http://127.0.0.1:9"],
        [NOBODY, "--params", "{}"],
        [NOBODY, "--route", "quotes", "--params", "[1]"],
    ],
    ids=["nothing", "both", "no socket", "params of no route", "params that are no object"],
)
def test_wrong_use_says_what_was_expected(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["conformance", *arguments])

    assert ended.value.code == 2
    assert "expected" in capsys.readouterr().err


def test_one_failure_fails_the_rule_and_is_explained():
    verdicts = [
        Verdict("U1", "comes once", "passed", route="a"),
        Verdict("U1", "comes once", "failed", "expected seq 2, came 3", "b"),
        Verdict("U1", "comes once", "not judged", "silent", "c"),
        Verdict("F8", "a ping", "no answer", "no answer in 5 s to a ping"),
    ]

    assert outcomes(verdicts) == {"F8": "no answer", "U1": "failed"}
    assert report(verdicts).splitlines() == [
        "F8  no answer   1 of 1 judgements",
        "      a ping: no answer in 5 s to a ping",
        "U1  FAILED      1 of 3 judgements",
        "      b: comes once: expected seq 2, came 3",
        "2 rules: 1 failed, 1 no answer, 0 not judged, 0 passed",
    ]
