from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from trading_api.modules.datafeed.catalog import Catalog
from trading_api.modules.datafeed.feeds import compose
from trading_api.modules.datafeed.feeds.composite import CompositeProvider
from trading_api.modules.datafeed.providers.base import Capabilities, served_by, sources_of
from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.resolutions import END_OF_TIME_MS, RESOLUTIONS
from trading_api.modules.datafeed.testing import PassingClock, ProviderContract
from trading_api.shared.errors import Refusal

ROWS = "symbol,time,open,high,low,close\n" + "".join(
    f"{symbol},{1_704_239_880_000 + 60_000 * n},9,12,8,11\n"
    for n in range(20)
    for symbol in ("AAPL", "DEMO")
)


def replay_in(folder: Path) -> ReplayProvider:
    (folder / "rows.csv").write_text(ROWS)
    clock = PassingClock()
    return ReplayProvider(folder / "rows.csv", clock=clock, sleep=clock.sleep)


@pytest.fixture
def provider(tmp_path: Path) -> CompositeProvider:
    clock = PassingClock()
    simulated = SimulatedProvider(seed=7, clock=clock, sleep=clock.sleep)
    return CompositeProvider([simulated, replay_in(tmp_path)])


class TestItsFirst(ProviderContract):
    symbol = "AAPL"


class TestItsSecond(ProviderContract):
    symbol = "REPLAY:AAPL"
    paged = "1"
    page = 4
    ticks_before = 40


class Searching(SimulatedProvider):
    """Knows an instrument by another name."""

    def __init__(self) -> None:
        super().__init__(seed=7)
        self.name = "acme"
        self.capabilities = replace(self.capabilities, search=True, delay_ms=900_000)

    def search(self, text: str, limit: int) -> Sequence[str]:
        return ["MSFT", "NO SUCH"][:limit] if text == "US5949181045" else []


class Breaking(SimulatedProvider):
    """Cannot be started; `stopped` counts."""

    stopped = 0

    async def start(self) -> None:
        raise OSError("no line")

    async def stop(self) -> None:
        self.stopped += 1


async def test_a_plain_symbol_is_the_first_ones_and_each_has_its_qualified_name(
    provider: CompositeProvider,
) -> None:
    await provider.start()
    catalog = Catalog(provider, None)

    names = ["AAPL", "simulated:aapl", "REPLAY:AAPL", "replay:demo", "DEMO", "NASDAQ:AAPL"]
    symbols = [catalog.find(name).symbol for name in names]

    assert symbols == ["AAPL", "AAPL", "REPLAY:AAPL", "DEMO", "DEMO", "AAPL"]
    assert served_by(provider, "REPLAY:AAPL") == (provider.parts[1], "AAPL")


async def test_an_unserved_symbol_is_refused(provider: CompositeProvider) -> None:
    await provider.start()

    with pytest.raises(Refusal, match="no feed of simulated,replay has 'REPLAY:NIX'"):
        provider.history("REPLAY:NIX", "1", END_OF_TIME_MS, 1)


async def test_it_can_what_one_of_them_can() -> None:
    both = CompositeProvider([SimulatedProvider(seed=1), Searching()])
    await both.start()

    assert both.capabilities == Capabilities(
        RESOLUTIONS, trades=True, depth=True, search=True, delay_ms=900_000
    )
    assert [one.capabilities.search for one in sources_of(both)] == [False, True]


async def test_what_a_source_finds_by_itself_is_found() -> None:
    both = CompositeProvider([SimulatedProvider(seed=1), Searching()])
    await both.start()

    found = Catalog(both, None).search("US5949181045", "", "", 5)

    assert [one.symbol for one in found] == ["ACME:MSFT"]


async def test_what_cannot_be_listed_is_left_out() -> None:
    class Careless(SimulatedProvider):
        def instruments(self) -> Any:
            return [None, replace(super().instruments()[0], price_scale=0)]

    both = CompositeProvider([Careless(seed=1), SimulatedProvider(seed=2)])
    await both.start()

    assert served_by(both, "AAPL").provider is both.parts[1]


async def test_when_one_cannot_start_those_before_it_are_stopped() -> None:
    first = Breaking(seed=1)
    first.start = SimulatedProvider(seed=1).start  # type: ignore[method-assign]

    with pytest.raises(OSError, match="no line"):
        await CompositeProvider([first, Breaking(seed=1)]).start()

    assert first.stopped == 1


def test_a_single_feed_is_itself() -> None:
    only = SimulatedProvider(seed=1)

    assert compose([only]) is only
