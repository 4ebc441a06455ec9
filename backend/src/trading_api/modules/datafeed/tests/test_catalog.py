from pathlib import Path

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.catalog import Catalog
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.resolutions import DAILY, RESOLUTIONS
from trading_api.modules.datafeed.sessions import calendar_named
from trading_api.shared.errors import Refusal

BARS = "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,10\n2024-01-03,2,3,2,3,10\n"


def catalog(store: BarsStore | None = None) -> Catalog:
    return Catalog(SimulatedProvider(seed=7), store)


def found(text: str = "", *, exchange: str = "", kind: str = "", limit: int = 30) -> list[str]:
    return [one.symbol for one in catalog().search(text, exchange, kind, limit)]


@pytest.mark.parametrize("spelling", ["BTC/USD", "COINBASE:BTC/USD", "btc/usd", "coinbase:BTC/usd"])
def test_D8_a_symbol_is_found_by_each_spelling(spelling: str) -> None:
    assert catalog().find(spelling).symbol == "BTC/USD"


@pytest.mark.parametrize("symbol", ["", "AAP", "NYSE:AAPL", ":AAPL", "AAPL/", "NASDAQ:"])
def test_what_only_resembles_a_symbol_is_refused(symbol: str) -> None:
    with pytest.raises(Refusal) as refused:
        catalog().find(symbol)

    assert refused.value.code == "unknown_symbol" and repr(symbol) in refused.value.message


def test_what_is_streamed_is_found_with_its_calendar_read() -> None:
    calendar_named.cache_clear()

    assert catalog().find_live("nyse:ko").calendar == "XNYS"
    assert calendar_named.cache_info().currsize == 1


def test_an_empty_search_lists_all_up_to_the_limit() -> None:
    assert found() == [one.symbol for one in catalog().instruments()]
    assert found(limit=3) == found()[:3]


def test_the_symbol_itself_comes_first_then_what_begins_so() -> None:
    assert found("f")[0] == "F"
    assert found("usd")[0] == "USD/JPY"
    assert set(found("usd")[1:]) == {"BTC/USD", "ETH/USD", "EUR/USD", "XAU/USD"}


@pytest.mark.parametrize("text", ["apple", "  aapl ", "ASDAQ:AA", "Apple Inc."])
def test_descriptions_and_qualified_symbols_are_searched(text: str) -> None:
    assert found(text) == ["AAPL"]


def test_exchange_and_type_filter() -> None:
    assert found(exchange="NYSE") == ["F", "KO"]
    assert found(kind="crypto") == ["BTC/USD", "ETH/USD"]
    assert found("e", exchange="COINBASE", kind="forex") == []


def test_an_import_is_listed_as_soon_as_it_is_there(tmp_path: Path) -> None:
    store = BarsStore(tmp_path / "bars.sqlite3")
    store.open()
    listed = catalog(store)
    before = len(listed.instruments())
    (tmp_path / "bars.csv").write_text(BARS)

    import_file(tmp_path / "bars.csv", store, symbol="NEW")

    new = listed.find("NEW")
    assert (len(listed.instruments()), new.live, new.resolutions) == (before + 1, False, DAILY)
    store.close()


def test_an_import_of_a_streamed_symbol_adds_no_second_one(tmp_path: Path) -> None:
    store = BarsStore(tmp_path / "bars.sqlite3")
    store.open()
    (tmp_path / "bars.csv").write_text(BARS)

    import_file(tmp_path / "bars.csv", store, symbol="AAPL")

    aapl = catalog(store).find("AAPL")
    assert len(catalog(store).instruments()) == len(catalog().instruments())
    assert (aapl.live, aapl.resolutions) == (True, RESOLUTIONS)
    store.close()
