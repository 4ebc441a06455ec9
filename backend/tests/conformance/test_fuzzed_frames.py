"""Any bytes of a client, cut anywhere: what the protocol class makes of them, and what is left.

TP_FUZZ_EXAMPLES makes a longer run than the suite's.
"""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trading_api.shared.ws.limits import Limits

from .fake_connection import Echo, FakeConnection
from .rfc_reader import Reading, read
from .wire import client_frame

EXAMPLES = int(os.environ.get("TP_FUZZ_EXAMPLES", "150"))
fuzzed = settings(max_examples=EXAMPLES, deadline=None, derandomize=True)

LIMIT = Limits().frame_bytes
TEXTS = st.one_of(
    st.text(max_size=40).map(str.encode),
    st.binary(max_size=40),
    st.sampled_from([b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xce\xba\xe1\xbd"]),
    st.sampled_from([125, 126, 127, 65_535, LIMIT, LIMIT + 1]).map(lambda length: b"x" * length),
)
MASKS = st.one_of(st.binary(min_size=4, max_size=4), st.just(bytes(4)))
CLOSES = st.one_of(
    st.just(b""),
    st.binary(max_size=3),
    st.tuples(st.integers(0, 5500), st.binary(max_size=8)).map(
        lambda said: said[0].to_bytes(2, "big") + said[1]
    ),
)


@st.composite
def right_frames(draw: Any) -> bytes:
    """One message in any number of fragments, with control frames between them."""
    payload, first = draw(TEXTS), draw(st.sampled_from([1, 2]))
    cuts = sorted(draw(st.lists(st.integers(0, len(payload)), max_size=4)))
    parts = [payload[a:b] for a, b in zip([0, *cuts], [*cuts, len(payload)], strict=True)]
    frames = []
    for number, part in enumerate(parts):
        final = 0x80 if number == len(parts) - 1 else 0
        frames.append(client_frame(final | (0 if number else first), part, mask=draw(MASKS)))
        if draw(st.booleans()):
            ping = draw(st.binary(max_size=125))
            frames.append(client_frame(draw(st.sampled_from([0x89, 0x8A])), ping))
    return b"".join(frames)


@st.composite
def any_frame(draw: Any) -> bytes:
    """A frame with any first byte and any claim about its length, masked or not."""
    first = draw(st.one_of(st.integers(0, 255), st.sampled_from([0, 1, 0x80, 0x81, 0x88, 0x89])))
    payload = draw(CLOSES if first & 15 == 8 else TEXTS)
    mask = draw(st.one_of(MASKS, MASKS, MASKS, st.none()))
    said = draw(st.sampled_from([-1, -1, -1, 0, 126, 1 << 16, 1 << 62, (1 << 64) - 1]))
    return client_frame(first, payload, mask=mask, said=said)


class Stream(bytes):
    """Bytes that are shown in short: what Hypothesis finds is cut to its least anyway."""

    def __repr__(self) -> str:
        return f"{self[:200].hex()} ({len(self)} bytes)"


STREAMS = st.lists(
    st.one_of(right_frames(), right_frames(), any_frame()), min_size=1, max_size=6
).map(lambda frames: Stream(b"".join(frames)))
CUTS = st.lists(st.integers(0, 400), max_size=12)


def pieces(data: bytes, cuts: Sequence[int]) -> Iterator[bytes]:
    """Yield `data` in pieces of the given lengths, then the rest."""
    for cut in cuts:
        yield data[:cut]
        data = data[cut:]
    yield data


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run in a loop of its own; what it reports as unhandled fails, and so does a task left."""
    faults: list[Any] = []

    async def watched() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, fault: faults.append(fault))
        await scenario()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(watched())
    assert faults == []


async def exchange(parts: Sequence[bytes], expected: Reading) -> None:
    """Say `parts` to an echo, then check what it heard and answered."""
    echo = Echo()
    connection = FakeConnection(echo)
    await connection.shake_hands()
    await connection.feed(*parts)
    frames = connection.frames()
    closes = [frame.close_code for frame in frames if frame.opcode == 8]
    pongs = [frame.payload for frame in frames if frame.opcode == 10]
    echoed = [frame.payload for frame in frames if frame.opcode in {1, 2}]
    await connection.hang_up()

    sent = [said.encode() if isinstance(said, str) else said for said in expected.messages]
    assert echo.got == expected.messages[: len(echo.got)]
    assert echoed == sent[: len(echoed)]
    assert pongs == expected.pings[: len(pongs)]
    if not closes:
        assert not expected.is_due, expected.codes
        assert (echo.got, echoed, pongs) == (expected.messages, sent, expected.pings)
    else:
        assert len(closes) == 1 and closes[0] in expected.codes, (closes, expected.codes)
        assert frames[-1].opcode == 8


@pytest.fixture(autouse=True)
def no_faults_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    assert [one.getMessage() for one in caplog.records if one.exc_info] == []


@fuzzed
@given(STREAMS, CUTS)
def test_F5_frames_are_read_as_the_rfc_says(data: bytes, cuts: list[int]) -> None:
    run(lambda: exchange(list(pieces(data, cuts)), read(data, LIMIT)))


@fuzzed
@given(st.binary(max_size=300), CUTS)
def test_F5_noise_ends_in_order(data: bytes, cuts: list[int]) -> None:
    run(lambda: exchange(list(pieces(data, cuts)), read(data, LIMIT)))


@settings(max_examples=max(10, EXAMPLES // 10), deadline=None, derandomize=True)
@given(
    st.lists(right_frames(), min_size=1, max_size=2).map(b"".join).filter(lambda d: len(d) < 999)
)
def test_F5_bytes_may_come_one_by_one(data: bytes) -> None:
    run(lambda: exchange([data[at : at + 1] for at in range(len(data))], read(data, LIMIT)))
