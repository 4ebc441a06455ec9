from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.modules.datafeed import DatafeedModule
from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.resolutions import DAY_MS, RESOLUTIONS
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError

BARS = "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,10\n2024-01-03,2,4,2,3.5,10\n"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(["datafeed"], settings=Settings(data_dir=tmp_path))) as client:
        yield client


def get(client: TestClient, path: str, **params: Any) -> Any:
    response = client.get(f"/api/v1/datafeed/{path}", params=params)
    assert response.status_code == 200, response.text
    return response.json()


def import_bars(folder: Path, symbol: str) -> None:
    store = BarsStore(folder / "bars.sqlite3")
    store.open()
    (folder / "bars.csv").write_text(BARS)
    import_file(folder / "bars.csv", store, symbol=symbol)
    store.close()


def test_config_says_what_is_served(client: TestClient) -> None:
    config = get(client, "config")

    assert config["supported_resolutions"] == list(RESOLUTIONS)
    assert config["supports_time"] and not config["supports_marks"]
    assert config["exchanges"][0]["value"] == config["symbols_types"][0]["value"] == ""
    assert {"NASDAQ", "COINBASE"} <= {one["value"] for one in config["exchanges"]}
    assert {"stock", "crypto"} <= {one["value"] for one in config["symbols_types"]}


def test_search_without_input_lists_all_instruments(client: TestClient) -> None:
    found = get(client, "search")

    assert len(found) >= 8 and found[0] == {
        "symbol": "AAPL",
        "ticker": "AAPL",
        "description": "Apple Inc.",
        "exchange": "NASDAQ",
        "type": "stock",
    }


def test_search_takes_its_filters(client: TestClient) -> None:
    found = get(client, "search", user_input="usd", symbol_type="crypto", limit=1)

    assert [one["symbol"] for one in found] == ["BTC/USD"]


@pytest.mark.parametrize("path", ["BTC/USD", "BTC%2FUSD", "COINBASE:BTC/USD"])
def test_D8_resolve_takes_a_symbol_with_a_slash_or_an_exchange(
    client: TestClient, path: str
) -> None:
    described = get(client, f"resolve/{path}")

    assert (described["name"], described["ticker"]) == ("BTC/USD", "BTC/USD")
    assert (described["pricescale"], described["minmov"]) == (100, 1)
    assert described["volume_precision"] > 0 and described["session"] == "24x7"
    assert described["data_status"] == "streaming"


def test_D3_every_resolution_that_a_symbol_names_is_served(client: TestClient) -> None:
    for resolution in get(client, "resolve/AAPL")["supported_resolutions"]:
        reply = get(
            client,
            "bars",
            symbol="AAPL",
            resolution=resolution,
            from_time=0,
            to_time=2**52,
            count_back=3,
        )

        times = [bar["time"] for bar in reply["bars"]]
        assert len(times) == 3 and times == sorted(set(times))
        assert (reply["no_data"], reply["next_time"]) == (False, None)


def test_D1_bars_are_asked_and_told_in_milliseconds(client: TestClient) -> None:
    now = get(client, "time") * 1000
    today = now - now % DAY_MS

    reply = get(
        client, "bars", symbol="AAPL", resolution="1D", from_time=today - DAY_MS, to_time=today
    )

    assert [bar["time"] for bar in reply["bars"]] == [today - DAY_MS]


def test_time_is_in_seconds(client: TestClient) -> None:
    assert 1_600_000_000 < get(client, "time") < 10_000_000_000


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"symbol": "NIX"}, 404, "unknown_symbol"),
        ({"resolution": "7"}, 400, "unsupported_resolution"),
        ({"from_time": 2}, 422, "invalid_payload"),
        ({"from_time": -1}, 422, "invalid_payload"),
        ({"to_time": "now"}, 422, "invalid_payload"),
        ({"count_back": 0}, 422, "invalid_payload"),
        ({"count_back": 10_001}, 422, "invalid_payload"),
    ],
)
def test_a_wrong_request_for_bars_gets_its_code(
    client: TestClient, changed: dict[str, Any], status: int, code: str
) -> None:
    params: dict[str, Any] = {"symbol": "AAPL", "resolution": "1", "from_time": 0, "to_time": 1}
    params |= changed

    response = client.get("/api/v1/datafeed/bars", params=params)

    assert (response.status_code, response.json()["code"]) == (status, code)
    assert next(iter(changed)) in response.json()["message"] or status != 422


def test_an_unknown_symbol_is_not_resolved(client: TestClient) -> None:
    response = client.get("/api/v1/datafeed/resolve/NIX/USD")

    assert (response.status_code, response.json()["code"]) == (404, "unknown_symbol")


def test_D7_quotes_answer_in_the_order_asked_with_an_entry_for_errors(client: TestClient) -> None:
    asked = ["BTC/USD", "NIX", "NASDAQ:AAPL"]

    quotes = client.post("/api/v1/datafeed/quotes", json={"symbols": asked}).json()

    assert [(one["n"], one["s"]) for one in quotes] == [
        ("BTC/USD", "ok"),
        ("NIX", "error"),
        ("NASDAQ:AAPL", "ok"),
    ]
    assert "NIX" in quotes[1]["v"]["error"]
    values = quotes[2]["v"]
    assert values["bid"] <= values["lp"] <= values["ask"]
    assert values["low_price"] <= values["lp"] <= values["high_price"]


def test_quotes_of_nothing_are_nothing(client: TestClient) -> None:
    assert client.post("/api/v1/datafeed/quotes", json={"symbols": []}).json() == []


@pytest.mark.parametrize(
    ("request_", "status", "code"),
    [
        ({"json": {"symbols": "AAPL"}}, 422, "invalid_payload"),
        ({"json": {"symbols": ["A"] * 501}}, 422, "invalid_payload"),
        ({"json": {"names": ["A"]}}, 422, "invalid_payload"),
        (
            {"content": b"{", "headers": {"content-type": "application/json"}},
            422,
            "invalid_payload",
        ),
        (
            {"content": b"{}", "headers": {"content-type": "text/plain"}},
            415,
            "unsupported_media_type",
        ),
    ],
)
def test_a_wrong_request_for_quotes_gets_its_code(
    client: TestClient, request_: dict[str, Any], status: int, code: str
) -> None:
    response = client.post("/api/v1/datafeed/quotes", **request_)

    assert (response.status_code, response.json()["code"]) == (
        status,
        code,
    )


@pytest.mark.parametrize("limit", [0, -1, 1001, "all"])
def test_a_search_has_a_limit_within_bounds(client: TestClient, limit: Any) -> None:
    response = client.get("/api/v1/datafeed/search", params={"limit": limit})

    assert (response.status_code, response.json()["code"]) == (422, "invalid_payload")
    assert "limit" in response.json()["message"]


def test_an_import_beside_the_running_server_is_served(client: TestClient, tmp_path: Path) -> None:
    import_bars(tmp_path, "NEW")

    page = get(client, "bars", symbol="NEW", resolution="1D", from_time=0, to_time=2**52)
    (quote,) = client.post("/api/v1/datafeed/quotes", json={"symbols": ["NEW"]}).json()

    assert [bar["close"] for bar in page["bars"]] == [2, 3.5]
    assert get(client, "resolve/NEW")["data_status"] == "endofday"
    assert (quote["v"]["lp"], quote["v"]["prev_close_price"], quote["v"]["ch"]) == (3.5, 2, 1.5)


def test_two_lifespans_of_one_app_behave_alike(tmp_path: Path) -> None:
    app = create_app(["datafeed"], settings=Settings(data_dir=tmp_path, linger_s=0))
    bars = {"type": "bars.subscribe", "payload": {"symbol": "AAPL", "resolution": "1"}}
    for _ in range(2):
        with TestClient(app) as client, client.websocket_connect("/api/v1/ws") as socket:
            socket.send_json(bars)
            frames = [socket.receive_json() for _ in range(4)]

        assert [frame["type"] for frame in frames[1:]] == ["bars.update"] * 3


def test_a_replay_without_a_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="TP_REPLAY_FILE"):
        DatafeedModule(Settings(data_dir=tmp_path, feed="replay")).get_api_routers()
