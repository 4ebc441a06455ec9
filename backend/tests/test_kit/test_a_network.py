"""A network that fails when the test says."""

import asyncio

import pytest

from trading_api.shared.ws.testing import Conditions, FaultProxy


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while line := await reader.readline():
        writer.write(line)
    writer.close()


async def test_a_client_meets_a_slow_and_then_a_broken_network() -> None:
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with server, FaultProxy(server.sockets[0].getsockname()) as proxy:
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        proxy.conditions = Conditions(delay_s=0.01)
        writer.write(b"hello\n")
        assert await reader.readline() == b"hello\n"

        assert proxy.reset() == 1
        with pytest.raises(ConnectionResetError):
            await reader.readline()
        writer.close()
