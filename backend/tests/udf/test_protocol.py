"""Shapes of UDF, and where its clients stumble."""

from decimal import Decimal
from typing import Any, cast

import pytest
from data_checks.udf_client import RefusedByServer, UdfClient
from fastapi import FastAPI
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError

DAY = 86_400
SECOND, FIFTH = 1_704_153_600, 1_704_412_800
"""The days of DAYS, in January 2024."""


def get(app: TestClient, path: str, **query: Any) -> Any:
    answer = app.get(f"/api/v1/udf/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_config_names_one_way_to_find_symbols(udf: UdfClient) -> None:
    config = udf.config()

    assert config["supports_search"] and config["supports_time"]
    assert config["supports_marks"] and config["supports_timescale_marks"]
    assert config["supported_resolutions"][0] == "1" and "1D" in config["supported_resolutions"]
    assert config["exchanges"][0]["value"] == config["symbols_types"][0]["value"] == ""


def test_a_symbol_tells_its_sessions_and_has_no_s(udf: UdfClient) -> None:
    symbol = udf.symbol("minutes")

    assert (symbol["ticker"], symbol["session"]) == ("MINUTES", "0930-1600")
    assert symbol["timezone"] == "America/New_York"
    assert "20251127" in symbol["session_holidays"]
    assert symbol["intraday_multipliers"] == ["1", "5", "15", "30", "60", "240"]
    assert udf.symbol("DAYS")["intraday_multipliers"] == []


def test_the_days_of_what_never_closes_are_those_of_utc(udf: UdfClient) -> None:
    assert udf.symbol("AAPL")["timezone"] == udf.symbol("DAYS")["timezone"] == "Etc/UTC"


def test_the_table_of_an_exchange_has_columns_of_one_length(app: TestClient) -> None:
    table = get(app, "symbol_info", group="NASDAQ")

    assert "AAPL" in table["symbol"] and "exchange-traded" in table and "session-regular" in table
    assert {len(column) for column in table.values()} == {len(table["symbol"])}
    assert table["supported-resolutions"][0][:2] == ["1", "5"]


def test_the_search_takes_capitals_and_answers_an_array(udf: UdfClient) -> None:
    assert udf.search("minu")[0]["symbol"] == "MINUTES"
    assert len(udf.search("", limit=3)) == 3
    assert udf.search("no such thing") == []


def test_to_is_exclusive_and_equal_times_ask_for_that_bar(udf: UdfClient) -> None:
    def times(start: int, end: int) -> list[int]:
        return [bar.time for bar in udf.history("DAYS", "1D", start, end).bars]

    assert times(SECOND, FIFTH) == [SECOND]
    assert times(SECOND, FIFTH + 1) == [SECOND, FIFTH]
    assert times(FIFTH, FIFTH) == [FIFTH]


def test_a_hole_names_the_newest_bar_before_it_in_seconds(udf: UdfClient) -> None:
    assert udf.history("DAYS", "D", SECOND + DAY, FIFTH).next_time == SECOND
    assert udf.history("DAYS", "D", FIFTH + DAY, FIFTH + 9 * DAY).next_time == FIFTH


@pytest.mark.parametrize(("start", "end"), [(0, SECOND), (-9, SECOND), (-9, -3), (-9, 0), (0, 0)])
def test_before_the_first_bar_nothing_is_promised(udf: UdfClient, start: int, end: int) -> None:
    assert udf.history("DAYS", "1D", start, end).body == b'{"s":"no_data"}'


def test_countback_reaches_before_from_and_never_gives_more(udf: UdfClient) -> None:
    one = udf.history("DAYS", "1D", FIFTH, FIFTH + DAY, countback=1).bars
    both = udf.history("DAYS", "1D", FIFTH, FIFTH + DAY, countback=9).bars

    assert [bar.time for bar in one] == [FIFTH]
    assert [bar.time for bar in both] == [SECOND, FIFTH]
    assert list(both[1]) == [FIFTH, 2, 4, 2, Decimal("3.5"), 10]


def test_a_future_end_brings_no_future_bars(udf: UdfClient) -> None:
    now = udf.time()

    assert udf.history("AAPL", "1", now - 600, now + 10**6).bars[-1].time <= udf.time()


REFUSED = [
    ("symbols", {"symbol": "NOPE"}, "NOPE"),
    ("symbols", {}, "symbol"),
    ("symbol_info", {"group": "MARS"}, "NASDAQ"),
    ("search", {"limit": "0"}, "limit"),
    ("history", {"symbol": "DAYS", "resolution": "7", "from": "0", "to": "9"}, "1D"),
    ("history", {"symbol": "DAYS", "resolution": "1", "from": "0", "to": "9"}, "1D"),
    ("history", {"symbol": "NOPE", "resolution": "1D", "from": "-9", "to": "0"}, "NOPE"),
    ("history", {"symbol": "DAYS", "resolution": "1D", "from": "9", "to": "8"}, "from"),
    ("history", {"symbol": "DAYS", "resolution": "1D", "from": "x", "to": "8"}, "from"),
    ("quotes", {"symbols": " , "}, "symbols"),
    ("marks", {"symbol": "NOPE", "resolution": "1D", "from": "0", "to": "9"}, "NOPE"),
]


@pytest.mark.parametrize(("path", "query", "named"), REFUSED)
def test_a_refusal_is_an_envelope_with_status_200(
    app: TestClient, path: str, query: dict[str, str], named: str
) -> None:
    answer = get(app, path, **query)

    assert answer.keys() == {"s", "errmsg"} and answer["s"] == "error"
    assert named in answer["errmsg"]


def test_refusals_are_counted_as_everywhere(app: TestClient, udf: UdfClient) -> None:
    refusals = cast(FastAPI, app.app).state.refusals
    before = refusals["unknown_symbol"]

    with pytest.raises(RefusedByServer, match="NOPE"):
        udf.symbol("NOPE")

    assert refusals["unknown_symbol"] == before + 1


def test_time_is_a_bare_number(app: TestClient, udf: UdfClient) -> None:
    assert app.get("/api/v1/udf/time").headers["content-type"].startswith("text/plain")
    assert abs(udf.time() - app.get("/api/v1/datafeed/time").json()) <= 1


def test_a_foreign_host_or_page_gets_nothing(app: TestClient) -> None:
    for header in ({"Host": "elsewhere.example"}, {"Origin": "https://elsewhere.example"}):
        answer = app.get("/api/v1/udf/config", headers=header)

        assert answer.status_code == 403
        assert "access-control-allow-origin" not in answer.headers


def test_without_a_broker_there_are_no_marks(tmp_path: Any) -> None:
    with TestClient(create_app(["udf", "datafeed"], settings=Settings(data_dir=tmp_path))) as app:
        config = get(app, "config")

        assert (config["supports_marks"], config["supports_timescale_marks"]) == (False, False)
        assert get(app, "marks", **{"symbol": "AAPL", "resolution": "1", "from": 0, "to": 9}) == []


def test_without_market_data_the_module_is_refused_by_name() -> None:
    with pytest.raises(ConfigurationError, match=r"module 'udf'.*market data.*datafeed"):
        create_app(["broker", "udf"])
