import asyncio
import subprocess
import sys
from threading import Event, Semaphore

import pytest

from trading_api.modules.datafeed.border import SourceReaders
from trading_api.modules.datafeed.border.source_readers import READERS
from trading_api.modules.datafeed.testing import ScriptedProvider
from trading_api.shared.errors import Refusal

PROVIDER = ScriptedProvider()
AAPL = PROVIDER.instruments()[0]
HANGS = """
import asyncio, threading
from trading_api.modules.datafeed.border.tests.test_source_readers import AAPL, PROVIDER
from trading_api.modules.datafeed.border import SourceReaders

async def main():
    readers, hanging = SourceReaders(PROVIDER), threading.Event()
    hang = lambda: hanging.set() or threading.Event().wait()
    page = asyncio.create_task(readers.page(AAPL, hang))
    await asyncio.to_thread(hanging.wait)
    readers.stop()
    page.cancel()

asyncio.run(main())
"""


async def test_what_reads_may_return_or_refuse() -> None:
    readers = SourceReaders(PROVIDER)

    def refuse() -> None:
        raise Refusal("unknown_symbol", "none")

    assert await readers.page(AAPL, lambda: 7) == 7
    with pytest.raises(Refusal):
        await readers.beginning(AAPL, refuse)
    readers.stop()


async def test_what_nobody_has_begun_to_read_is_cancelled_by_the_stop() -> None:
    readers, go, begun = SourceReaders(PROVIDER), Event(), Semaphore(0)

    def read() -> bool:
        begun.release()
        return go.wait()

    pages = [asyncio.create_task(readers.page(AAPL, read)) for _ in range(READERS + 2)]
    for _ in range(READERS):
        await asyncio.to_thread(begun.acquire)
    readers.stop()
    go.set()
    ends = await asyncio.gather(*pages, return_exceptions=True)

    assert [type(end) for end in ends] == [bool] * READERS + [asyncio.CancelledError] * 2


def test_the_process_ends_while_a_source_hangs() -> None:
    ended = subprocess.run([sys.executable, "-c", HANGS], timeout=30, check=False)

    assert ended.returncode == 0
