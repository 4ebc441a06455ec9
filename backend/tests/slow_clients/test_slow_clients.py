"""Clients that do not read, beside others, in small; `make slow-clients` does it in full."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack

import pytest
from slow_clients.trial import LoadServer, load_server

from trading_api.shared.ws.limits import Limits

from .slow_reader import SlowReader

SYMBOLS = [f"T{number:03}" for number in range(10)]
RATE = 1000
# More than the buffers of a connection hold: 190 bytes an update.
UNREAD_UPDATES = 3000
READERS, STALLED, TRICKLING = 6, 2, 2


@pytest.fixture
def server() -> Iterator[LoadServer]:
    with load_server(RATE) as server:
        yield server


async def until_published(server: LoadServer, updates: int) -> int:
    """Wait for that many updates; return the bytes of the outbox that was fullest meanwhile."""
    fullest = 0
    while (held := await asyncio.to_thread(server.held))["published"] < updates:
        fullest = max(fullest, held["fullest_outbox_bytes"])
    return fullest


async def test_U4_who_does_not_read_gets_the_last_values_right(server: LoadServer) -> None:
    ends: dict[str, int] = {}
    async with AsyncExitStack() as stack:
        readers = [
            await stack.enter_async_context(SlowReader.of(server.port, SYMBOLS, 4096))
            for _ in range(READERS)
        ]
        slow, trickling = readers[:STALLED], readers[STALLED : STALLED + TRICKLING]
        reading = [asyncio.ensure_future(reader.read_until(ends)) for reader in readers]
        for reader in readers:
            reader.hold() if reader in slow else reader.read_on()
        for reader in trickling:
            reader.trickle()
        fullest = await until_published(server, UNREAD_UPDATES)
        for reader in readers:
            reader.read_on()
        ends.update(await asyncio.to_thread(server.stop_updates))
        await asyncio.gather(*reading)

    assert [reader.faults for reader in readers] == [[]] * READERS
    assert all(reader.at == ends for reader in readers)
    assert min(reader.skipped for reader in slow) > 0
    assert fullest <= Limits().outbox_bytes
