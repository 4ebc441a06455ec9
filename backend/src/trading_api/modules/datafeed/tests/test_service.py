import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from trading_api.models.market import GetBarsResponse, QuoteError, QuoteValues
from trading_api.modules.datafeed.bars_store import BarsStore
from trading_api.modules.datafeed.freshness.service import FreshnessService
from trading_api.modules.datafeed.importing import import_file
from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.providers.base import ProviderEnded
from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.service import DatafeedService
from trading_api.modules.datafeed.testing import Published, ScriptedProvider
from trading_api.modules.datafeed.tick_sources import TickSources
from trading_api.shared.ws.producers import Producers
from trading_api.shared.ws.testing import ManualClock, SteppedClock, settle

FAR = 2**53 - 1
# 2024-01-05T12:00:00Z: the imported days end on the day before.
NOW = 1_704_456_000_000
DAYS = """date,open,high,low,close,volume
2024-01-02,100,110,95,105,10
2024-01-03,105,115,100,110,20
2024-01-04,110,120,105,115.125,30
"""
BARS = 'bars:{"resolution":"1","symbol":"AAPL"}'
BARS_QUALIFIED = 'bars:{"resolution":"1","symbol":"NASDAQ:AAPL"}'
QUOTES = 'quotes:{"symbol":"AAPL"}'
END = ProviderEnded("replay_ended", "the file is over")
SOUND = Tick(time=NOW, bid=99, ask=101, last=100, bid_size=5, ask_size=5, last_size=1)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[BarsStore]:
    store = BarsStore(tmp_path / "bars.sqlite3")
    store.open()
    yield store
    store.close()


@pytest.fixture
async def service() -> AsyncIterator[DatafeedService]:
    clock = ManualClock(NOW)
    service = DatafeedService(ScriptedProvider(clock))
    # What dies comes back in the same turn.
    service.producers = Producers(chance=lambda: 0.0)
    service.sources = TickSources(service.provider, service.producers, clock, service.refused)
    service.freshness = FreshnessService(service.provider, service.catalog, service.sources, clock)
    yield service
    await service.stop()


async def page_of(
    service: DatafeedService, symbol: str, resolution: str, count: int
) -> GetBarsResponse:
    page = await service.get_bars(symbol, resolution, start=0, end=FAR, count_back=count)
    return GetBarsResponse.model_validate_json(page)


async def listen(service: DatafeedService, topic: str) -> Published:
    listener = Published()
    await service.create_topic(topic, listener)
    return listener


async def play(service: DatafeedService, *steps: Tick | Exception) -> None:
    assert isinstance(service.provider, ScriptedProvider)
    await service.provider.play(*steps)


def do_import(store: BarsStore, symbol: str) -> None:
    path = store.database.path.with_name("days.csv")
    path.write_text(DAYS)
    import_file(path, store, symbol=symbol)


async def test_E4_a_dead_source_makes_its_topics_stale_and_comes_back(
    service: DatafeedService,
) -> None:
    listeners = [await listen(service, topic) for topic in (BARS, QUOTES)]

    await play(service, RuntimeError("line cut"))

    assert [one.statuses for one in listeners] == [[("stale", "producer_failed")]] * 2
    assert all("line cut" in (one.messages[0] or "") for one in listeners)
    await play(service, SOUND)
    late = await listen(service, BARS_QUALIFIED)
    assert [len(one.updates) for one in listeners] == [1, 1]
    assert late.statuses == []


async def test_E4_who_subscribes_while_the_source_is_dead_is_told(
    service: DatafeedService,
) -> None:
    await listen(service, BARS)
    await play(service, RuntimeError("line cut"))

    late = await listen(service, BARS_QUALIFIED)

    assert late.statuses == [("stale", "producer_failed")]


async def test_an_ended_replay_is_stale_for_later_subscribers_too(
    service: DatafeedService,
) -> None:
    early = await listen(service, BARS)
    await play(service, SOUND, END)

    same_stream = await listen(service, BARS_QUALIFIED)
    other_stream = await listen(service, QUOTES)

    told = [one.statuses for one in (early, same_stream, other_stream)]
    assert told == [[("stale", "replay_ended")]] * 3
    assert service.snapshot(BARS_QUALIFIED) and service.snapshot(QUOTES)


async def test_lies_of_a_provider_are_not_passed_on(service: DatafeedService) -> None:
    bars = await listen(service, BARS)

    lies = [replace(SOUND, bid=-1), replace(SOUND, time=NOW - 1), replace(SOUND, last=1.5)]  # type: ignore[arg-type]
    await play(service, SOUND, *lies, replace(SOUND, time=NOW + 1))

    assert (len(bars.updates), service.refused.total) == (2, 3)
    assert bars.statuses == []


async def test_an_imported_symbol_has_a_snapshot_and_no_live_source(store: BarsStore) -> None:
    do_import(store, "OLD")
    service = DatafeedService(ScriptedProvider(ManualClock(NOW)), store)

    listeners = [
        await listen(service, topic)
        for topic in ('bars:{"resolution":"1D","symbol":"OLD"}', 'quotes:{"symbol":"OLD"}')
    ]

    assert [one.statuses for one in listeners] == [[("stale", "no_live_source")]] * 2
    (bar,) = service.snapshot('bars:{"resolution":"1D","symbol":"OLD"}')
    assert bar == (await page_of(service, "OLD", "D", 1)).bars[0]
    assert service.snapshot('quotes:{"symbol":"OLD"}') == await service.get_quotes(["OLD"])
    assert len(service.producers) == 0


async def test_D7_a_symbol_without_quotes_gets_an_error_entry(service: DatafeedService) -> None:
    quotes = await service.get_quotes(["NIX", "AAPL", "NASDAQ:AAPL", "AAPL"])

    assert [one.n for one in quotes] == ["NIX", "AAPL", "NASDAQ:AAPL", "AAPL"]
    assert [one.s for one in quotes] == ["error", "ok", "ok", "ok"]
    assert isinstance(quotes[0].v, QuoteError) and "NIX" in quotes[0].v.error
    assert quotes[1].v == quotes[2].v == quotes[3].v


async def test_the_previous_close_is_that_of_the_chart(store: BarsStore) -> None:
    do_import(store, "AAPL")
    service = DatafeedService(ScriptedProvider(ManualClock(NOW)), store)

    yesterday, today = (await page_of(service, "AAPL", "1D", 2)).bars
    (quote,) = await service.get_quotes(["AAPL"])

    assert isinstance(quote.v, QuoteValues)
    assert quote.v.prev_close_price == yesterday.close == 115.125
    assert quote.v.ch == pytest.approx(today.close - 115.125)


async def test_S2_topics_that_start_together_share_one_stream(service: DatafeedService) -> None:
    topics = (BARS, BARS_QUALIFIED, QUOTES)
    listeners = await asyncio.gather(*(listen(service, topic) for topic in topics))

    await play(service, SOUND, replace(SOUND, time=NOW + 1))
    assert [len(one.updates) for one in listeners] == [2, 2, 2]
    assert len(service.producers) == 1
    for topic in topics:
        service.remove_topic(topic)
    await settle()

    assert len(service.producers) == 0


async def test_S2_a_topic_that_never_started_may_be_removed(service: DatafeedService) -> None:
    service.remove_topic(BARS)

    kept = await listen(service, BARS)
    await play(service, SOUND)

    assert len(kept.updates) == 1


class SlowPages(SimulatedProvider):
    """A provider whose pages of four hours take as long as the test likes."""

    def __init__(self) -> None:
        super().__init__(seed=1, clock=ManualClock(NOW))
        self.released = threading.Event()

    def history(self, symbol: str, resolution: str, before: int, count: int) -> Sequence[StoredBar]:
        if resolution == "240":
            self.released.wait()
        return super().history(symbol, resolution, before, count)


async def test_S2_long_pages_of_history_delay_no_stream() -> None:
    provider = SlowPages()
    service = DatafeedService(provider)
    page = {"start": 0, "end": NOW, "count_back": 10}
    pages = [asyncio.ensure_future(service.get_bars("AAPL", "240", **page)) for _ in range(50)]
    await settle()

    await listen(service, BARS)

    assert not any(one.done() for one in pages)
    provider.released.set()
    read = [GetBarsResponse.model_validate_json(page) for page in await asyncio.gather(*pages)]
    assert [len(one.bars) for one in read] == [10] * 50
    await service.stop()


async def test_D9_a_stopped_service_runs_nothing(service: DatafeedService) -> None:
    await listen(service, BARS)
    await listen(service, 'quotes:{"symbol":"BTC/USD"}')
    assert len(service.producers) == 2

    await service.stop()

    assert len(service.producers) == 0


def replay_of(file: Path, clock: SteppedClock) -> ReplayProvider:
    """Return a replay of four minutes of AAPL that open at 50, 51, 52, 53."""
    rows = [f"{NOW + n * 60_000},{50 + n},{60 + n},{40 + n},{55 + n},1" for n in range(4)]
    file.write_text("\n".join(["time,open,high,low,close,volume", *rows]))
    return ReplayProvider(file, symbol="AAPL", clock=clock, sleep=clock.sleep)


async def test_a_replayed_symbol_stands_alone(store: BarsStore, tmp_path: Path) -> None:
    do_import(store, "AAPL")
    clock = SteppedClock()
    service = DatafeedService(replay_of(tmp_path / "replay.csv", clock), store)
    await service.provider.start()
    bars = await listen(service, BARS)

    await clock.step(4 * 60)

    page = await page_of(service, "AAPL", "1", 99)
    assert [bar.open for bar in page.bars] == [50, 51, 52, 53]
    assert (bars.updates[-1:], bars.statuses) == (page.bars[-1:], [("stale", "replay_ended")])
    days = await page_of(service, "AAPL", "1D", 9)
    assert [day.open for day in days.bars] == [50]
    await service.producers.stop()
