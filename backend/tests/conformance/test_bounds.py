"""What one client can make the protocol class keep: never more than a message and a little."""

import tracemalloc
from collections.abc import Iterable

import pytest

from trading_api.shared.ws.limits import Limits

from .fake_connection import Echo, FakeConnection, settle
from .wire import client_frame

LIMIT = Limits().frame_bytes
# A message, twice where it is joined, and what a connection needs by itself.
BOUND = 4 * LIMIT
# Messages that an application may have waiting are bounded in number too.
WAITING = 16 * LIMIT
MIB = 1 << 20


async def kept_bytes(parts: Iterable[bytes], *, reads: bool = True) -> int:
    """Return what the memory grew by at most while a client says `parts`, as far as it is heard."""
    echo = Echo(reads=reads)
    connection = FakeConnection(echo)
    await connection.shake_hands()
    tracemalloc.start()
    try:
        for part in parts:
            if not connection.wants_more:
                await settle()
            if not connection.wants_more:
                break
            await connection.feed(part)
            connection.forget_written()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        echo.read_on()
        await connection.hang_up()


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("empty fragments", client_frame(0x00) * 1000),
        ("fragments of a byte", client_frame(0x00, b"x") * 1000),
        ("pings", client_frame(0x89, b"x" * 125) * 100),
        ("pongs that answer nothing", client_frame(0x8A, b"x" * 125) * 100),
    ],
)
async def test_F5_no_number_of_frames_makes_the_server_keep_more(name: str, part: bytes) -> None:
    parts = (part if number else client_frame(0x01, b"x") for number in range(60))

    assert await kept_bytes(parts) < BOUND, name


@pytest.mark.parametrize("said", [LIMIT + 1, 1 << 31, (1 << 63) - 1, (1 << 64) - 1])
async def test_F5_a_claim_is_refused_before_its_payload(said: int) -> None:
    connection = FakeConnection(Echo())
    await connection.shake_hands()

    await connection.feed(client_frame(0x82, said=said))

    codes = {frame.close_code for frame in connection.frames()}
    assert codes <= {1009, 1002} and len(codes) == 1
    await connection.hang_up()


async def test_F5_what_comes_after_a_refused_claim_is_not_kept() -> None:
    parts = [client_frame(0x82, said=1 << 40), *(b"x" * MIB for _ in range(20))]

    assert await kept_bytes(parts) < BOUND + 2 * MIB


async def test_F5_a_message_that_never_ends_is_refused() -> None:
    fragments = [client_frame(0x01, b"x" * 1000), *[client_frame(0x00, b"x" * 1000)] * 70]
    connection = FakeConnection(Echo())
    await connection.shake_hands()

    await connection.feed(*fragments)

    assert [frame.close_code for frame in connection.frames()] == [1009]
    await connection.hang_up()


async def test_U4_who_is_not_read_is_told_to_wait() -> None:
    message = client_frame(0x82, b"x" * LIMIT)

    assert await kept_bytes((message for _ in range(100)), reads=False) < WAITING


async def test_C1_pings_to_a_blocked_socket_have_one_answer() -> None:
    connection = FakeConnection(Echo())
    await connection.shake_hands()
    connection.pause_writing()

    await connection.feed(*(client_frame(0x89, b"%d" % number) for number in range(1000)))
    connection.resume_writing()
    await settle()

    assert [frame.payload for frame in connection.frames()] == [b"999"]
    await connection.hang_up()
