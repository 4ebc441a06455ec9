import pytest

from trading_api.shared.ws.rfc6455 import BINARY, CONTINUATION, FINAL, PING, TEXT
from trading_api.shared.ws.transport.frame_reader import (
    FRAGMENT,
    FrameReader,
    Received,
    Violation,
    close_reason,
    unmask,
)

MASK = b"\x01\x02\x03\x04"


def sent(first: int, payload: bytes = b"", *, announced: int | None = None) -> bytes:
    """Return a client's frame."""
    length = len(payload) if announced is None else announced
    head = bytes([first, 0x80 | (length if length < 126 else 126 if length < 65_536 else 127)])
    if length >= 126:
        head += length.to_bytes(2 if length < 65_536 else 8, "big")
    return head + MASK + unmask(payload, MASK)


def read(*frames: bytes, max_bytes: int = 100_000) -> list[Received]:
    """Return what comes of frames, each byte of which arrives alone."""
    reader, received = FrameReader(max_bytes), list[Received]()
    for byte in b"".join(frames):
        reader.feed(bytes([byte]))
        while (one := reader.next()) is not None:
            received += [one] if one is not FRAGMENT else []
    return received


def violation(*frames: bytes, max_bytes: int = 100_000) -> int:
    with pytest.raises(Violation) as broken:
        read(*frames, max_bytes=max_bytes)
    return broken.value.code


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536])
def test_F5_a_message_of_any_length_is_read(size: int) -> None:
    reader = FrameReader(70_000)
    reader.feed(sent(FINAL | TEXT, b"x" * size))

    assert reader.next() == (TEXT, "x" * size)
    assert len(reader) == 0


def test_F1_text_is_text_and_binary_is_bytes() -> None:
    text, binary = "é".encode(), b"\xff"

    assert read(sent(FINAL | TEXT, text), sent(FINAL | BINARY, binary)) == [
        (TEXT, "é"),
        (BINARY, b"\xff"),
    ]


def test_fragments_make_one_message_and_a_ping_may_come_between() -> None:
    first, second = "né".encode()[:2], "né".encode()[2:]

    received = read(sent(TEXT, first), sent(FINAL | PING, b"p"), sent(FINAL | CONTINUATION, second))

    assert received == [(PING, b"p"), (TEXT, "né")]


def test_binary_fragments_make_one_message() -> None:
    frames = (sent(BINARY, b"\xff"), sent(CONTINUATION), sent(FINAL | CONTINUATION, b"\xfe"))

    assert read(*frames) == [(BINARY, b"\xff\xfe")]


@pytest.mark.parametrize(
    "frame",
    [
        b"\x81\x00",
        sent(FINAL | 0x40 | TEXT, b"x"),
        sent(FINAL | 0x3),
        sent(FINAL | 0xB),
        sent(PING, b"x"),
        sent(FINAL | PING, b"x" * 126),
        sent(FINAL | CONTINUATION, b"x"),
        b"\x81\xfe\x00\x7d" + MASK,
        b"\x81\xff" + (65_535).to_bytes(8, "big") + MASK,
        b"\x81\xff" + (2**63).to_bytes(8, "big") + MASK,
    ],
    ids=[
        "unmasked",
        "a reserved bit",
        "an unknown opcode",
        "an unknown control opcode",
        "a control frame in fragments",
        "a control frame too long",
        "nothing to continue",
        "a short length in the long form",
        "a length in the longest form",
        "a length beyond 63 bits",
    ],
)
def test_F5_a_broken_frame_is_a_violation(frame: bytes) -> None:
    assert violation(frame) == 1002


def test_F5_a_message_in_the_middle_of_another_is_a_violation() -> None:
    assert violation(sent(TEXT, b"a"), sent(FINAL | TEXT, b"b")) == 1002


def test_F5_a_message_is_too_large_before_it_has_come() -> None:
    announcement = sent(FINAL | TEXT, announced=101)

    assert violation(announcement, max_bytes=100) == 1009


def test_F5_fragments_are_too_large_together() -> None:
    halves = (sent(TEXT, b"x" * 60), sent(CONTINUATION, b"x" * 41))

    assert violation(*halves, max_bytes=100) == 1009


@pytest.mark.parametrize(
    "frames",
    [
        (sent(FINAL | TEXT, b"\xff"),),
        (sent(TEXT, b"\xc3"), sent(CONTINUATION, b"\x28")),
        (sent(TEXT, b"a"), sent(FINAL | CONTINUATION, b"\xc3")),
    ],
    ids=["at once", "in a fragment", "cut off at the end"],
)
def test_F5_text_that_is_no_utf8_is_a_violation(frames: tuple[bytes, ...]) -> None:
    assert violation(*frames) == 1007


def test_close_frames_say_why() -> None:
    assert close_reason(b"") == (1005, "")
    assert close_reason((1000).to_bytes(2, "big") + b"bye") == (1000, "bye")


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b"\x03", 1002),
        ((1005).to_bytes(2, "big"), 1002),
        ((2999).to_bytes(2, "big"), 1002),
        ((5000).to_bytes(2, "big"), 1002),
        ((1000).to_bytes(2, "big") + b"\xff", 1007),
    ],
)
def test_F5_a_close_frame_that_may_not_be_sent_is_a_violation(payload: bytes, code: int) -> None:
    with pytest.raises(Violation) as broken:
        close_reason(payload)

    assert broken.value.code == code


def test_F5_fragments_without_end_take_no_room() -> None:
    reader = FrameReader(100)
    reader.feed(sent(TEXT))
    reader.next()
    for _ in range(10_000):
        reader.feed(sent(CONTINUATION))
        assert reader.next() is FRAGMENT

    reader.feed(sent(FINAL | CONTINUATION, b"x"))

    assert reader.next() == (TEXT, "x")
