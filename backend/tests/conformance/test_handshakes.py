"""Opening requests, right, wrong and cut anywhere: in memory, and on the product's own socket."""

import os
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager
from functools import partial

import pytest
from hostile.process import ServerProcess, server_process
from hypothesis import given, settings
from hypothesis import strategies as st

from .fake_connection import Echo, FakeConnection
from .raw_client import RawClient
from .test_fuzzed_frames import run
from .wire import ACCEPT, client_frame, handshake, server_frames

EXAMPLES = int(os.environ.get("TP_FUZZ_EXAMPLES", "150"))
PATH = "/api/v1/ws"
END_OF_HEAD = b"\r\n\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[ServerProcess]:
    with server_process(linger_s="0") as server:
        yield server


def client_of(server: ServerProcess) -> AbstractAsyncContextManager[RawClient]:
    return RawClient.of(server.url.removeprefix("http://"))


async def answer_to(server: ServerProcess, *parts: bytes) -> bytes:
    """Return the status line that a request on a connection of its own is answered with."""
    async with client_of(server) as client:
        await client.say(parts)
        return (await client.hear(b"\r\n")).removesuffix(b"\r\n")


async def test_a_handshake_is_answered_as_the_rfc_says(server: ServerProcess) -> None:
    async with client_of(server) as client:
        await client.say([handshake(PATH)])
        head = (await client.hear(END_OF_HEAD)).decode().lower()

    assert head.startswith("http/1.1 101 ")
    assert f"sec-websocket-accept: {ACCEPT.lower()}\r\n" in head
    assert "upgrade: websocket\r\n" in head and "connection: upgrade\r\n" in head


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Sec_WebSocket_Version": "8"}, b"426"),
        ({"Sec_WebSocket_Version": None}, b"426"),
        ({"Sec_WebSocket_Key": None}, b"400"),
        ({"Sec_WebSocket_Key": "short"}, b"400"),
        ({"Sec_WebSocket_Key": "x" * 24}, b"400"),
        ({"Host": "rebound.example"}, b"403"),
        ({"Origin": "https://elsewhere.example"}, b"403"),
    ],
)
async def test_A1_a_wrong_handshake_is_refused_over_http(
    server: ServerProcess, changed: dict[str, str | None], status: bytes
) -> None:
    answer = await answer_to(server, handshake(PATH, **changed))

    assert answer.startswith(b"HTTP/1.1 " + status), answer


async def test_an_unknown_path_is_refused_over_http(server: ServerProcess) -> None:
    answer = await answer_to(server, handshake("/no/such/path"))

    assert answer.startswith((b"HTTP/1.1 403", b"HTTP/1.1 404")), answer


@pytest.mark.parametrize("name", ["Cookie", "X-" + "y" * 70_000])
async def test_headers_without_end_are_refused(server: ServerProcess, name: str) -> None:
    endless = handshake(PATH, **{name: "x" * 1000})[: -len(END_OF_HEAD)]

    answer = await answer_to(server, endless, *[b"x" * 65_536] * 40)

    assert answer == b"" or answer.startswith((b"HTTP/1.1 400", b"HTTP/1.1 431")), answer


async def test_a_request_may_be_cut_at_each_place(server: ServerProcess) -> None:
    request = handshake(PATH)

    for place in range(1, len(request), 7):
        answer = await answer_to(server, request[:place], request[place:])
        assert answer.startswith(b"HTTP/1.1 101 "), (place, answer)


async def test_frames_right_behind_the_answer_are_read(server: ServerProcess) -> None:
    pings = client_frame(0x89, b"1") + client_frame(0x89, b"2") + client_frame(0x88)
    async with client_of(server) as client:
        await client.say([handshake(PATH)])
        await client.hear(END_OF_HEAD)
        await client.say([pings])
        said = [(one.opcode, one.payload) for one in server_frames(await client.hear_all())]

    assert said == [(10, b"1"), (10, b"2"), (8, b"")]


async def test_frames_before_the_answer_are_read_or_refused(server: ServerProcess) -> None:
    """A client must wait (RFC 6455, 4.1); who does not is not left without an end."""
    early = client_frame(0x89, b"1") + client_frame(0x88)
    async with client_of(server) as client:
        await client.say([handshake(PATH) + early])
        await client.hear(END_OF_HEAD)
        client.end()
        said = server_frames(await client.hear_all())

    assert [one.opcode for one in said] in ([10, 8], [8], [])


def test_any_cut_of_a_handshake_opens_in_memory() -> None:
    request = handshake("/")

    async def open_in_two(place: int) -> None:
        connection = FakeConnection(Echo())
        await connection.feed(request[:place], request[place:])
        assert connection.transport.written.startswith(b"HTTP/1.1 101 ")
        await connection.hang_up()

    for place in range(1, len(request)):
        run(partial(open_in_two, place))


@settings(max_examples=EXAMPLES, deadline=None, derandomize=True)
@given(
    st.integers(0, len(handshake())),
    st.one_of(st.binary(max_size=30), st.sampled_from([b"\0", b"\r\n", b": ", b"\r\n\r\n"])),
    st.integers(0, 20),
)
def test_a_spoiled_handshake_ends_in_order(place: int, noise: bytes, lost: int) -> None:
    request = handshake()[:place] + noise + handshake()[place + lost :]

    async def spoil() -> None:
        connection = FakeConnection(Echo())
        await connection.feed(request, b"\r\n\r\n")
        said = bytes(connection.transport.written)
        assert said == b"" or said.startswith(b"HTTP/1.1 ")
        assert connection.transport.closed or not said or said.startswith(b"HTTP/1.1 101 ")
        await connection.hang_up()

    run(spoil)


async def test_handshakes_that_stop_midway_leave_nothing(server: ServerProcess) -> None:
    before = await server.holdings()
    request = handshake(PATH)

    for place in range(0, len(request), 9):
        async with client_of(server) as client:
            await client.say([request[:place]])
    after = await server.at_rest(before.live)

    assert after.live == before.live and server.troubles() == 0
