import json

import pytest

from trading_api.recording.played_answers import PlayedAnswers
from trading_api.recording.tape_file import Answer
from trading_api.shared.errors import Refusal
from trading_api.shared.ws.messages import Entry

PAGE = "/datafeed/bars?symbol=AAPL&resolution=1&from_time=0&to_time=300&count_back=500"
BARS = [{"time": time, "close": 1.0} for time in (60, 120, 180)]
HEARD = {
    'bars:{"resolution":"1","symbol":"AAPL"}': [
        Entry(1, 0, '{"time":180,"close":2.5}'),
        Entry(2, 0, '{"time":240,"close":3.0}'),
    ],
    'quotes:{"symbol":"AAPL"}': [Entry(1, 0, '{"s":"ok","n":"AAPL"}')],
}


@pytest.fixture
def answers() -> PlayedAnswers:
    recorded = [
        Answer(1, PAGE, 200, json.dumps({"bars": BARS})),
        Answer(2, "/broker/orders?accountId=demo&limit=5", 200, "[1]"),
        Answer(3, "/broker/risk", 503, '{"code":"draining"}'),
    ]
    return PlayedAnswers(recorded, lambda topic: HEARD.get(topic, []))


def test_the_same_request_is_answered_as_it_was(answers: PlayedAnswers) -> None:
    assert answers.get("/broker/orders", "limit=5&accountId=demo") == (200, "[1]")
    assert answers.get("/broker/risk", "") == (503, '{"code":"draining"}')


def test_another_query_of_a_recorded_path_is_answered_too(answers: PlayedAnswers) -> None:
    assert answers.get("/broker/orders", "") == (200, "[1]")


def test_bars_are_those_of_the_page_and_what_came_since(answers: PlayedAnswers) -> None:
    bars = answers.bars("AAPL", "1", 0, 999, count_back=3)["bars"]

    assert [(bar["time"], bar["close"]) for bar in bars] == [(120, 1.0), (180, 2.5), (240, 3.0)]


def test_a_hole_says_where_older_bars_are(answers: PlayedAnswers) -> None:
    page = answers.bars("AAPL", "1", 500, 900, count_back=None)

    assert page == {"bars": [], "no_data": True, "next_time": 240}


def test_quotes_are_the_newest(answers: PlayedAnswers) -> None:
    known, unknown = answers.quotes(["AAPL", "MSFT"])

    assert known == {"s": "ok", "n": "AAPL"}
    assert (unknown["s"], unknown["v"]["error"]) == ("error", "MSFT is not on the tape")


def test_equal_times_ask_for_the_bar_of_that_time(answers: PlayedAnswers) -> None:
    page = answers.bars("AAPL", "1", 120, 120, count_back=None)

    assert [bar["time"] for bar in page["bars"]] == [120]


def test_what_was_not_recorded_is_refused(answers: PlayedAnswers) -> None:
    with pytest.raises(Refusal) as path:
        answers.get("/broker/none", "")
    with pytest.raises(Refusal) as bars:
        answers.bars("AAPL", "5", 0, 9, count_back=None)

    assert {path.value.code, bars.value.code} == {"not_on_tape"}
