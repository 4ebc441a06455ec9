import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trading_api.models.market import DataStatus
from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.wire import symbol_info, wire_bar

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
GOLD_DESCRIBED = {
    "name": "XAU/USD",
    "ticker": "XAU/USD",
    "description": "Gold",
    "type": "commodity",
    "session": "24x7",
    "timezone": "Etc/UTC",
    "exchange": "FX",
    "listed_exchange": "FX",
    "format": "price",
    "pricescale": 100,
    "minmov": 5,
    "has_intraday": True,
    "has_daily": True,
    "supported_resolutions": ["1", "60", "1D"],
    "volume_precision": 2,
    "data_status": "streaming",
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
    assert symbol_info(GOLD).model_dump(mode="json") == GOLD_DESCRIBED


@pytest.mark.parametrize(
    ("resolutions", "intraday", "daily"), [(("1D",), False, True), (("15", "30"), True, False)]
)
def test_an_import_advertises_what_it_has(
    resolutions: tuple[str, ...], intraday: bool, daily: bool
) -> None:
    described = symbol_info(replace(GOLD, resolutions=resolutions, live=False))

    assert (described.has_intraday, described.has_daily) == (intraday, daily)
    assert described.supported_resolutions == list(resolutions)
    assert described.data_status == DataStatus.END_OF_DAY


def test_a_description_has_no_key_that_old_clients_take_for_an_error() -> None:
    assert "s" not in symbol_info(GOLD).model_dump()
