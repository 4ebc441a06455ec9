from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.trades.trade_feed import RECENT_TRADES
from trading_api.settings import Settings
from trading_api.shared.ws.testing import WsRouteContract

OLD_BARS = "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,10\n2024-01-03,2,4,2,3.5,10\n"
BARS = {"type": "bars.subscribe", "payload": {"symbol": "AAPL", "resolution": "1"}}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(data_dir=tmp_path, linger_s=0)
    with TestClient(create_app(enabled_modules=["datafeed"], settings=settings)) as client:
        yield client


def import_old(folder: Path) -> None:
    store = BarsStore(folder / "bars.sqlite3")
    store.open()
    (folder / "old.csv").write_text(OLD_BARS)
    import_file(folder / "old.csv", store, symbol="OLD")
    store.close()


def test_subscribe_bars(client: TestClient) -> None:
    with client.websocket_connect("/api/v1/ws") as websocket:
        websocket.send_json(
            {"type": "bars.subscribe", "payload": {"symbol": "AAPL", "resolution": "1"}}
        )

        response = websocket.receive_json()

        assert response["type"] == "bars.subscribe.response"
        assert response["payload"]["status"] == "ok"
        assert "bars:" in response["payload"]["topic"]


class TestBars(WsRouteContract):
    route = "bars"
    params: ClassVar[dict[str, Any]] = {"symbol": "AAPL", "resolution": "1"}

    def test_S4_an_unknown_symbol_is_an_answer(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"symbol": "NIX"})

        assert (refused["code"], refused["temporary"]) == ("unknown_symbol", False)

    def test_S4_an_unsupported_resolution_is_an_answer(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"resolution": "7"})

        assert refused["code"] == "unsupported_resolution" and "1D" in refused["message"]


class TestQuotes(WsRouteContract):
    route = "quotes"
    params: ClassVar[dict[str, Any]] = {"symbol": "BTC/USD"}

    def test_S5_a_newcomer_sees_the_quote_at_once(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")
            quote = socket.receive_json()["payload"]["payload"]

        assert subscribed["snapshot"] == 1
        assert (quote["s"], quote["n"]) == ("ok", "BTC/USD")


class TestTrades(WsRouteContract):
    route = "trades"
    params: ClassVar[dict[str, Any]] = {"symbol": "AAPL"}
    delivery = "recent"

    def test_S5_a_newcomer_sees_the_newest_trades(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")
            first = socket.receive_json()["payload"]["payload"]

        assert subscribed["snapshot"] == RECENT_TRADES
        assert first["price"] > 0 and first["size"] > 0 and first["time"] <= first["received"]


class TestDepth(WsRouteContract):
    route = "depth"
    params: ClassVar[dict[str, Any]] = {"symbol": "AAPL"}

    def test_S5_the_whole_book_comes_before_its_changes(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            self.ask(socket, "subscribe")
            whole, change = [socket.receive_json()["payload"]["payload"] for _ in range(2)]

        assert (whole["follows"], change["follows"]) == (None, whole["version"])
        assert whole["bids"][0]["price"] < whole["asks"][0]["price"]


@pytest.mark.parametrize("route", ["trades", "depth"])
def test_S4_what_was_imported_has_no_tape(client: TestClient, tmp_path: Path, route: str) -> None:
    import_old(tmp_path)
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json({"type": f"{route}.subscribe", "payload": {"symbol": "OLD"}})

        refused = socket.receive_json()["payload"]

    assert (refused["status"], refused["code"]) == ("error", "no_live_source")


@pytest.mark.parametrize(
    ("route", "more", "field", "value"),
    [("bars", {"resolution": "1D"}, "close", 3.5), ("quotes", {}, "n", "OLD")],
)
def test_S5_an_imported_symbol_gives_its_state_and_says_that_it_is_stale(
    client: TestClient, tmp_path: Path, route: str, more: dict[str, str], field: str, value: Any
) -> None:
    import_old(tmp_path)
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json({"type": f"{route}.subscribe", "payload": {"symbol": "OLD"} | more})

        response, snapshot, status = [socket.receive_json() for _ in range(3)]

    assert (response["payload"]["status"], response["payload"]["snapshot"]) == ("ok", 1)
    assert snapshot["payload"]["payload"][field] == value
    assert status["type"] == f"{route}.status"
    assert (status["payload"]["state"], status["payload"]["code"]) == ("stale", "no_live_source")


def test_T1_two_spellings_are_two_topics_of_one_producer(client: TestClient) -> None:
    spellings = [("AAPL", "1D"), ("AAPL", "D"), ("NASDAQ:AAPL", "1D")]
    with client.websocket_connect("/api/v1/ws") as socket:
        for symbol, resolution in spellings:
            payload = {"symbol": symbol, "resolution": resolution}
            socket.send_json({"type": "bars.subscribe", "payload": payload})
        updated: set[str] = set()
        while len(updated) < len(spellings):
            updated.add(socket.receive_json()["payload"].get("topic"))

        counts = client.get("/api/v1/health").json()["ws"]

    assert (counts["topics"], counts["producers"]) == (3, 1)


def test_S2_the_last_listener_stops_the_producer(client: TestClient) -> None:
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(BARS)
        socket.receive_json()
        assert client.get("/api/v1/health").json()["ws"]["producers"] == 1

    assert client.get("/api/v1/health").json()["ws"] == {
        "connections": 0,
        "topics": 0,
        "producers": 0,
    }


def test_U2_updates_follow_the_snapshot_in_order(client: TestClient) -> None:
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(BARS)
        seq = socket.receive_json()["payload"]["seq"]
        snapshot, *updates = [socket.receive_json()["payload"] for _ in range(4)]

    assert snapshot["snapshot"] and snapshot["seq"] == seq
    assert [update["seq"] for update in updates] == [seq + 1, seq + 2, seq + 3]
