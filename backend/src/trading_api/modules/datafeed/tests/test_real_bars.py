"""Real daily bars: the file, the store and the replay agree bar for bar."""

import asyncio
import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.instruments import Instrument, StoredBar
from trading_api.modules.datafeed.providers.base import ProviderEnded
from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.resolutions import DAILY, extend

FILE = Path(__file__).parent / "data" / "daily-stocks.csv"
FAR = 2**53
PRICES = ("Open", "High", "Low", "Close")

Written = tuple[int, Decimal, Decimal, Decimal, Decimal, int]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[BarsStore]:
    opened = BarsStore(tmp_path / "bars.sqlite3")
    opened.open()
    yield opened
    opened.close()


def in_file() -> dict[str, list[Written]]:
    bars: dict[str, list[Written]] = {}
    with FILE.open() as lines:
        for row in csv.DictReader(lines):
            day = datetime.fromisoformat(row["Date"]).replace(tzinfo=UTC)
            open_, high, low, close = (Decimal(row[name]) for name in PRICES)
            bars.setdefault(row["Ticker"], []).append(
                (int(day.timestamp()) * 1000, open_, high, low, close, int(row["Volume"]))
            )
    return bars


def as_written(bar: StoredBar, instrument: Instrument) -> Written:
    open_, high, low, close = (Decimal(price) / instrument.price_scale for price in bar[1:5])
    return bar.time, open_, high, low, close, bar.volume


def test_file_is_imported_and_browsed_to_its_first_bar(store: BarsStore) -> None:
    report = import_file(FILE, store)
    assert (report.bars, report.new, import_file(FILE, store).new) == (500, 500, 0)
    for instrument in store.instruments():
        browsed: list[StoredBar] = []
        before = FAR
        while page := store.history(instrument.symbol, "1D", before, 40):
            browsed[:0] = page
            before = page[0].time
        expected = in_file()[instrument.symbol]
        assert [as_written(bar, instrument) for bar in browsed] == expected
        assert (instrument.price_scale, instrument.resolutions) == (10_000, DAILY)


async def test_file_is_replayed_bar_for_bar() -> None:
    provider = ReplayProvider(FILE, speed=1e15)
    await provider.start()
    symbols = [one.symbol for one in provider.instruments()]
    streams = await asyncio.gather(*(streamed(provider, symbol) for symbol in symbols))
    for instrument, bars in zip(provider.instruments(), streams, strict=True):
        expected = in_file()[instrument.symbol]
        assert [as_written(bar, instrument) for bar in bars] == expected
        assert provider.history(instrument.symbol, "1D", FAR, 999) == bars


async def streamed(provider: ReplayProvider, symbol: str) -> list[StoredBar]:
    bars: dict[int, StoredBar] = {}
    bar: StoredBar | None = None
    with pytest.raises(ProviderEnded):
        async for tick in provider.ticks(symbol):
            bar = extend(bar, tick, "1D")
            bars[bar.time] = bar
    return list(bars.values())
