import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.module_sources import load_modules
from trading_api.recording.tape_module import TapeModule
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError

BARS = "/datafeed/bars?symbol=BTC%2FUSD&resolution=1&from_time=0&to_time=300&count_back=500"
BODIES = {
    "/datafeed/config": {"feed": "simulated", "exchanges": []},
    "/datafeed/resolve/BTC%2FUSD": {"name": "BTC/USD"},
    "/datafeed/search?limit=1000": [
        {"symbol": "AAPL", "description": "Apple Inc."},
        {"symbol": "BTC/USD", "description": "Bitcoin"},
    ],
    "/broker/orders?accountId=demo": [{"id": "demo-o1"}],
    BARS: {"bars": [{"time": 60, "close": 1.5}, {"time": 120, "close": 2.5}]},
}
HEAD = {"tape": 1, "contract": 1, "began": 5_000_000}


def write_tape(path: Path, *records: object) -> Path:
    lines = [json.dumps(record) + "\n" for record in (HEAD, *records)]
    path.write_bytes(gzip.compress("".join(lines).encode()))
    return path


def module(tape: Path) -> TapeModule:
    settings = Settings(data_dir=tape.parent)
    return TapeModule(tape, load_modules(("datafeed", "broker"), settings))


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    answers = [
        {"at": 1, "path": path, "status": 200, "body": json.dumps(body)}
        for path, body in BODIES.items()
    ]
    tape = write_tape(tmp_path / "friday.tape", *answers)
    app = create_app([], modules=[module(tape)], settings=Settings(data_dir=tmp_path))
    with TestClient(app, base_url="http://127.0.0.1/api/v1") as client:
        yield client


def test_a_symbol_with_a_slash_is_found(client: TestClient) -> None:
    assert client.get("datafeed/resolve/BTC%2FUSD").json() == {"name": "BTC/USD"}


@pytest.mark.parametrize(
    ("query", "found"), [("btc", ["BTC/USD"]), ("Bit", ["BTC/USD"]), ("a", [])]
)
def test_the_search_finds_what_is_on_the_tape(
    client: TestClient, query: str, found: list[str]
) -> None:
    listed = client.get("datafeed/search", params={"user_input": query, "limit": 9}).json()

    assert [one["symbol"] for one in listed] == found


def test_who_asks_is_told_that_a_tape_is_the_feed(client: TestClient) -> None:
    assert client.get("datafeed/config").json()["feed"] == "tape:friday.tape"


def test_the_tape_has_a_time_of_its_own(client: TestClient) -> None:
    assert client.get("datafeed/time").json() == 5000


def test_a_command_is_refused(client: TestClient) -> None:
    answer = client.post("broker/orders", json={})

    assert (answer.status_code, answer.json()["code"]) == (409, "tape_is_playing")


def test_another_account_is_refused(client: TestClient) -> None:
    own = client.get("broker/orders", params={"accountId": "demo"})
    other = client.get("broker/orders", params={"accountId": "other"})

    assert (own.json(), client.get("broker/orders").json()) == ([{"id": "demo-o1"}],) * 2
    assert (other.status_code, other.json()["code"]) == (404, "not_on_tape")


def test_bars_are_asked_for_as_ever(client: TestClient) -> None:
    asked: dict[str, str | int] = {
        "symbol": "BTC/USD",
        "resolution": "1",
        "from_time": 100,
        "to_time": 300,
    }
    bars = client.get("datafeed/bars", params=asked).json()["bars"]
    wrong = [
        client.get("datafeed/bars", params={**asked, **more}).json()["code"]
        for more in ({"to_time": "now"}, {"count_back": 0}, {"count_back": -3})
    ]

    assert [bar["time"] for bar in bars] == [120]
    assert wrong == ["invalid_payload"] * 3


@pytest.mark.parametrize(
    "text", ['{"type": "a.b"}', "[]", "noise", '{"type":"bars.update","payload":{}}', "{}"]
)
def test_a_frame_that_is_none_of_ours_is_named(tmp_path: Path, text: str) -> None:
    tape = write_tape(
        tmp_path / "a.tape", {"at": 1, "got": '{"type":"pong"}'}, {"at": 2, "got": text}
    )

    with pytest.raises(ConfigurationError, match="message 2 of the tape"):
        module(tape)
