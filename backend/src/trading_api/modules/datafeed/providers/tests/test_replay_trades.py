from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from trading_api.modules.datafeed.providers.base import ProviderEnded
from trading_api.modules.datafeed.providers.replay import ReplayProvider
from trading_api.modules.datafeed.providers.trade_source import Trade
from trading_api.shared.ws.testing import ManualClock

START = 1_704_187_800_000
PRINTS = f"""time,bid,ask,last,last_size
{START},10.00,10.02,10.01,5
{START + 100},10.00,10.03,,
{START + 200},10.01,10.03,10.03,7
"""
FIRST, SECOND = (
    Trade("2", START, 1001, 5, None),
    Trade("4", START + 200, 1003, 7, None),
)


@asynccontextmanager
async def replay(folder: Path, content: str) -> AsyncIterator[ReplayProvider]:
    path = folder / "file.csv"
    path.write_text(content)
    clock = ManualClock()

    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    provider = ReplayProvider(path, symbol="X", clock=clock, sleep=sleep)
    await provider.start()
    yield provider
    await provider.stop()


async def test_the_prints_of_a_file_are_trades(tmp_path: Path) -> None:
    heard = []
    async with replay(tmp_path, PRINTS) as provider:
        with pytest.raises(ProviderEnded):
            async for trade in provider.trades("X"):
                heard.append(trade)

        recent = [list(provider.recent_trades("X", count)) for count in (1, 9)]

    assert heard == [FIRST, SECOND]
    assert recent == [[SECOND], [FIRST, SECOND]]


@pytest.mark.parametrize(
    "content",
    [
        f"time,bid,ask\n{START},10.00,10.02\n{START + 100},10.01,10.02\n",
        f"time,open,high,low,close,volume\n{START},1,2,1,2,9\n{START + 60_000},2,3,2,3,9\n",
    ],
)
async def test_quotes_and_bars_have_no_trades(tmp_path: Path, content: str) -> None:
    async with replay(tmp_path, content) as provider:
        assert not provider.capabilities.trades and not provider.capabilities.depth
        assert list(provider.recent_trades("X", 9)) == []


async def test_a_file_with_prints_says_so(tmp_path: Path) -> None:
    async with replay(tmp_path, PRINTS) as provider:
        assert provider.capabilities.trades and not provider.capabilities.depth
