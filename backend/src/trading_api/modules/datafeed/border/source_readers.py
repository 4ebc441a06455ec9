"""The threads that read history: each source has its own, so that one that hangs is alone."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from trading_api.modules.datafeed.instruments import Instrument
from trading_api.modules.datafeed.providers.base import Provider, served_by

Value = TypeVar("Value")

# Of each source so many read pages, and so many what a stream begins with: long pages queue behind
# each other, never before the start of a stream, nor before what another source is asked.
READERS = 2
IMPORTED = ""


class SourceReaders:
    """Runs what may block on the source of an instrument."""

    def __init__(self, provider: Provider) -> None:
        self._provider = provider
        self._executors: dict[tuple[str, str], ThreadPoolExecutor] = {}

    async def page(self, instrument: Instrument, read: Callable[[], Value]) -> Value:
        """Run what reads a page, in a thread of the instrument's source."""
        return await self._run("page", instrument, read)

    async def beginning(self, instrument: Instrument, read: Callable[[], Value]) -> Value:
        """Run what reads the first of a stream or quote, in a thread of the instrument's source."""
        return await self._run("beginning", instrument, read)

    async def _run(self, kind: str, instrument: Instrument, read: Callable[[], Value]) -> Value:
        source = IMPORTED
        if instrument.live:
            source = served_by(self._provider, instrument.symbol).provider.name
        executor = self._executors.get((source, kind))
        if executor is None:
            executor = ThreadPoolExecutor(READERS, thread_name_prefix=f"{kind} {source}")
            self._executors[source, kind] = executor
        return await asyncio.get_running_loop().run_in_executor(executor, read)

    def stop(self) -> None:
        """Take nothing more up; what is being read is not waited for."""
        for executor in self._executors.values():
            executor.shutdown(wait=False, cancel_futures=True)
        self._executors.clear()
