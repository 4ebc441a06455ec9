"""The threads that read history: each source has its own, so that one that hangs is alone."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

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
        self._readers: dict[tuple[str, str], _Readers] = {}

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
        readers = self._readers.get((source, kind))
        if readers is None:
            readers = self._readers[source, kind] = _Readers(f"{kind} {source}")
        return await asyncio.wrap_future(readers.submit(read))

    def stop(self) -> None:
        """Take nothing more up; what is being read is not waited for."""
        for readers in self._readers.values():
            readers.stop()
        self._readers.clear()


class _Readers:
    """Threads for which the end of the process does not wait, as for those of a pool it would."""

    def __init__(self, name: str) -> None:
        self._asked: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        for number in range(READERS):
            Thread(target=self._read_on, name=f"{name} {number}", daemon=True).start()

    def submit(self, read: Callable[[], Value]) -> Future[Value]:
        future: Future[Value] = Future()
        self._asked.put((future, read))
        return future

    def stop(self) -> None:
        """Cancel what nobody has begun to read."""
        try:
            while asked := self._asked.get_nowait():
                asked[0].cancel()
        except Empty:
            for _ in range(READERS):
                self._asked.put(None)

    def _read_on(self) -> None:
        while asked := self._asked.get():
            future, read = asked
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(read())
            except BaseException as failure:
                future.set_exception(failure)
