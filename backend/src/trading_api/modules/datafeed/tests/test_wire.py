import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticSerializationError

from trading_api.models.market import Bar, DataStatus, GetBarsResponse
from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.providers.base import Capabilities
from trading_api.modules.datafeed.wire import (
    page_json,
    symbol_info,
    wire_bar,
    wire_rows,
)
from trading_api.shared.charts import BarRow, BarsPage

GOLD = Instrument(
    symbol="XAU/USD",
    description="Gold",
    exchange="FX",
    type="commodity",
    currency="USD",
    timezone="Etc/UTC",
    session="24x7",
    price_scale=100,
    min_move=5,
    volume_precision=2,
    resolutions=("1", "60", "1D"),
    live=True,
)
FEED = Capabilities(GOLD.resolutions, trades=True)
GOLD_DESCRIBED = {
    "name": "XAU/USD",
    "ticker": "XAU/USD",
    "description": "Gold",
    "type": "commodity",
    "session": "24x7",
    "session_holidays": "",
    "corrections": "",
    "timezone": "Etc/UTC",
    "exchange": "FX",
    "listed_exchange": "FX",
    "format": "price",
    "pricescale": 100,
    "minmov": 5,
    "has_intraday": True,
    "has_daily": True,
    "has_weekly_and_monthly": False,
    "supported_resolutions": ["1", "60", "1D"],
    "volume_precision": 2,
    "data_status": "streaming",
    "delay": 0,
    "has_quotes": True,
    "has_trades": True,
    "has_depth": False,
    "currency_code": "USD",
}


@given(st.integers(1, 10**12), st.integers(0, 8), st.integers(0, 10**12), st.integers(0, 8))
def test_numbers_are_read_back_as_the_exact_decimals(
    price: int, decimals: int, volume: int, precision: int
) -> None:
    instrument = replace(GOLD, price_scale=10**decimals, volume_precision=precision)

    text = wire_bar(StoredBar(60_000, price, price, price, price, volume), instrument)

    sent = json.loads(text.model_dump_json(), parse_float=Decimal)
    assert sent["close"] == Decimal(price).scaleb(-decimals)
    assert sent["volume"] == Decimal(volume).scaleb(-precision)


def test_a_bar_keeps_its_time_and_its_order() -> None:
    bar = wire_bar(StoredBar(60_000, 200_005, 200_015, 200_000, 200_010, 25), GOLD)

    assert bar.model_dump() == {
        "time": 60_000,
        "open": 2000.05,
        "high": 2000.15,
        "low": 2000.0,
        "close": 2000.1,
        "volume": 0.25,
    }


def test_an_instrument_is_described_as_the_library_wants_it() -> None:
    assert symbol_info(GOLD, FEED).model_dump(mode="json") == GOLD_DESCRIBED


def test_what_comes_late_by_licence_says_so() -> None:
    described = symbol_info(GOLD, replace(FEED, delay_ms=900_000))

    assert (described.data_status, described.delay) == (DataStatus.DELAYED_STREAMING, 900)


def test_an_instrument_of_an_exchange_is_described_by_its_calendar() -> None:
    described = symbol_info(
        replace(GOLD, calendar="XNYS", session="24x7", timezone="Etc/UTC"), FEED
    )

    assert (described.session, described.timezone) == ("0930-1600", "America/New_York")
    assert "20261126" in described.session_holidays.split(",")
    assert described.corrections.startswith("0930-1300:") and "20261127" in described.corrections


stored_bars = st.builds(
    StoredBar, st.integers(0, 2**53 - 1), *[st.integers(0, 10**18) for _ in range(5)]
)


@given(
    st.lists(stored_bars, max_size=5),
    st.booleans(),
    st.none() | st.integers(0, 2**53 - 1),
    st.integers(0, 8),
)
def test_a_page_is_the_json_of_the_response_model(
    bars: list[StoredBar], no_data: bool, next_time: int | None, decimals: int
) -> None:
    instrument = replace(GOLD, price_scale=10**decimals)

    text = page_json(
        {"bars": wire_rows(bars, instrument), "no_data": no_data, "next_time": next_time}
    )

    models = [wire_bar(bar, instrument) for bar in bars]
    response = GetBarsResponse(bars=models, no_data=no_data, next_time=next_time)
    assert text == response.model_dump_json().encode()


def test_rows_and_pages_have_the_fields_of_their_models() -> None:
    assert [*BarRow.__annotations__, "correction"] == list(Bar.model_fields)
    assert list(BarsPage.__annotations__) == list(GetBarsResponse.model_fields)


def test_what_the_model_would_refuse_is_no_page() -> None:
    with pytest.raises(PydanticSerializationError, match="int"):
        page_json({"bars": [], "no_data": True, "next_time": "soon"})  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    ("resolutions", "intraday", "daily"), [(("1D",), False, True), (("15", "30"), True, False)]
)
def test_an_import_advertises_what_it_has(
    resolutions: tuple[str, ...], intraday: bool, daily: bool
) -> None:
    described = symbol_info(replace(GOLD, resolutions=resolutions, live=False), FEED)

    assert (described.has_intraday, described.has_daily) == (intraday, daily)
    assert described.supported_resolutions == list(resolutions)
    assert described.data_status == DataStatus.END_OF_DAY


def test_a_description_has_no_key_that_old_clients_take_for_an_error() -> None:
    assert "s" not in symbol_info(GOLD, FEED).model_dump()
