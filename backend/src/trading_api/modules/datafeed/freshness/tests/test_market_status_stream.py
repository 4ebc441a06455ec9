from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file
from trading_api.settings import Settings
from trading_api.shared.ws.testing import WsRouteContract

OLD_BARS = "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,10\n2024-01-03,2,4,2,3.5,10\n"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    store = BarsStore(tmp_path / "bars.sqlite3")
    store.open()
    (tmp_path / "old.csv").write_text(OLD_BARS)
    import_file(tmp_path / "old.csv", store, symbol="OLD")
    store.close()
    settings = Settings(data_dir=tmp_path, linger_s=0)
    with TestClient(create_app(enabled_modules=["datafeed"], settings=settings)) as client:
        yield client


class TestMarketStatus(WsRouteContract):
    route = "market-status"
    params: ClassVar[dict[str, Any]] = {"symbol": "AAPL"}

    def test_around_the_clock_a_symbol_is_live(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            self.ask(socket, "subscribe", {})
            status = socket.receive_json()["payload"]["payload"]

        assert (status["symbol"], status["state"]) == ("AAPL", "live")
        assert (status["next_open"], status["next_close"]) == (None, None)

    @pytest.mark.parametrize(
        ("symbol", "code"), [("NIX", "unknown_symbol"), ("OLD", "no_live_source")]
    )
    def test_S4_what_has_no_source_has_no_freshness(
        self, client: TestClient, symbol: str, code: str
    ) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"symbol": symbol})

        assert refused["code"] == code
