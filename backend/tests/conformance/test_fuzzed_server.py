"""Hostile bytes on real sockets, against a server in Python's development mode.

That mode tells of every socket and task that is let go of instead of closed. TP_FUZZ_CONNECTIONS
makes a longer run than the suite's; the seed is TP_FUZZ_SEED.
"""

import asyncio
import json
import os
import random
import time
from collections.abc import Iterator
from typing import Any
from urllib.request import ProxyHandler, build_opener

import pytest
from conformance.run import EchoServer, echo_server

from .raw_client import RawClient
from .wire import client_frame, handshake, server_frames

CONNECTIONS = int(os.environ.get("TP_FUZZ_CONNECTIONS", "400"))
SEED = int(os.environ.get("TP_FUZZ_SEED", "5"))
AT_ONCE = 40
REST_WITHIN_S = 15.0
# What uvicorn says of requests that are no handshake.
REFUSALS = {"Invalid HTTP request received.", "Unsupported upgrade request."}
END_OF_HEAD = b"\r\n\r\n"
OPENER = build_opener(ProxyHandler({}))


@pytest.fixture
def server() -> Iterator[EchoServer]:
    with echo_server(PYTHONDEVMODE="1") as server:
        yield server


class Attacker:
    """Makes hostile conversations, the same ones again from the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def opening(self) -> bytes:
        """Return a request, most often a right one."""
        request = bytearray(handshake())
        if self._chance.random() < 0.2:
            at = self._chance.randrange(len(request))
            request[at : at + self._chance.randrange(9)] = self._chance.randbytes(5)
        return bytes(request)

    def talk(self) -> list[bytes]:
        """Return frames, right and wrong, cut anywhere."""
        said = b"".join(self._frame() for _ in range(self._chance.randrange(8)))
        cuts = sorted(self._chance.randrange(len(said) + 1) for _ in range(4))
        return [said[a:b] for a, b in zip([0, *cuts], [*cuts, len(said)], strict=True)]

    def dies(self) -> bool:
        return self._chance.random() < 0.3

    def _frame(self) -> bytes:
        size = self._chance.choice((0, 1, 5, 125, 126, 4096, 65_536, 65_537))
        payload = self._chance.choice((b"x" * size, self._chance.randbytes(size)))
        first = self._chance.choice((0x81, 0x81, 0x82, 0x82, 0x89, 0x8A, 0x01, 0x80, 0x88))
        if self._chance.random() < 0.1:
            first = self._chance.randrange(256)
        mask = None if self._chance.random() < 0.05 else self._chance.randbytes(4)
        said = self._chance.choice((-1,) * 12 + (0, 70_000, 1 << 63))
        return client_frame(first, payload, mask=mask, said=said)


async def attack(server: EchoServer, attacker: Attacker, turns: asyncio.Semaphore) -> None:
    """Hold one conversation; what is answered must be HTTP, then frames of a server."""
    opening, talk, dies = attacker.opening(), attacker.talk(), attacker.dies()
    async with turns, RawClient.of(server.address) as client:
        if dies:
            await client.say([opening, *talk])
        elif opening != handshake():
            # A spoiled opening may still be a request of HTTP, or wait for its own end.
            await client.say([opening, *talk])
            client.end()
            said = await client.hear_all()
            assert not said or said.startswith(b"HTTP/1.1 "), said[:80]
        else:
            await client.say([opening])
            assert (await client.hear(END_OF_HEAD)).startswith(b"HTTP/1.1 101 ")
            server_frames(await client.converse(talk))


def held(server: EchoServer) -> Any:
    with OPENER.open(f"http://{server.address}/", timeout=REST_WITHIN_S) as reply:
        return json.load(reply)


def at_rest(server: EchoServer, before: Any) -> Any:
    """Ask until it is as before, or too long; connections end in their own time."""
    until_s = time.monotonic() + REST_WITHIN_S
    while (now := held(server)) != before and time.monotonic() < until_s:
        time.sleep(0.05)
    return now


async def test_F5_no_bytes_crash_the_server_or_stay_with_it(server: EchoServer) -> None:
    before = await asyncio.to_thread(held, server)
    attacker, turns = Attacker(SEED), asyncio.Semaphore(AT_ONCE)

    await asyncio.gather(*(attack(server, attacker, turns) for _ in range(CONNECTIONS)))

    assert await asyncio.to_thread(at_rest, server, before) == before
    logged = set(server.log.read_text(encoding="utf-8").splitlines())
    assert logged <= REFUSALS
