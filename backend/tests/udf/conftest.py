"""A served product with a share of New York's sessions in it, and a client of UDF that asks it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from data_checks.session_minutes import SHARES, write_minutes
from data_checks.udf_client import Fetch, Reply, UdfClient
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file
from trading_api.settings import Settings

DAILY = "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,10\n2024-01-05,2,4,2,3.5,10\n"


def fetch_from(app: TestClient) -> Fetch:
    def fetch(path: str, query: Mapping[str, str]) -> Reply:
        answer = app.get(f"/api/v1/udf/{path}", params=dict(query))
        media_type = answer.headers["content-type"].partition(";")[0]
        return Reply(answer.status_code, media_type, answer.content)

    return fetch


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("data")
    _import(folder)
    settings = Settings(data_dir=folder)
    with TestClient(create_app(["datafeed", "broker", "udf"], settings=settings)) as client:
        yield client


@pytest.fixture
def udf(app: TestClient) -> UdfClient:
    return UdfClient(fetch_from(app))


def _import(folder: Path) -> None:
    """Import MINUTES, an autumn week and a half with a holiday in it, and DAYS, two of them."""
    store = BarsStore(folder / "bars.sqlite3")
    store.open()
    minutes, days = folder / "minutes.csv", folder / "days.csv"
    write_minutes(minutes, (date(2025, 11, 24), date(2025, 12, 2)), SHARES, seed=1)
    import_file(minutes, store, symbol="MINUTES", calendar="XNYS")
    days.write_text(DAILY)
    import_file(days, store, symbol="DAYS")
    store.close()
