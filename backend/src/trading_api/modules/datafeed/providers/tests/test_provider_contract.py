from pathlib import Path

import pytest

from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.resolutions import MINUTE_MS
from trading_api.modules.datafeed.testing import (
    EndingProviderContract,
    PassingClock,
    ProviderContract,
)

START = 1_704_239_880_000
BARS = 30


def rows() -> str:
    lines = (f"{START + n * MINUTE_MS},{100 + n},{120 + n},{80 + n},{90 + n}" for n in range(BARS))
    return "time,open,high,low,close\n" + "\n".join(lines)


class TestSimulated(ProviderContract):
    symbol = "BTC/USD"

    @pytest.fixture
    def provider(self) -> SimulatedProvider:
        clock = PassingClock()
        return SimulatedProvider(seed=7, clock=clock, sleep=clock.sleep)


class TestReplay(EndingProviderContract):
    symbol = "DEMO"
    paged = "1"
    page = 4
    ticks_before = 40

    @pytest.fixture
    def provider(self, tmp_path: Path) -> ReplayProvider:
        (tmp_path / "demo.csv").write_text(rows())
        clock = PassingClock()
        path = tmp_path / "demo.csv"
        return ReplayProvider(path, symbol="DEMO", clock=clock, sleep=clock.sleep)
