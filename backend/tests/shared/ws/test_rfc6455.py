import pytest

from trading_api.shared.ws.rfc6455 import (
    BINARY,
    CLOSE,
    FINAL,
    PING,
    close_frame,
    control_frame,
    data_frame,
    payloads_of,
    text_frame,
)


@pytest.mark.parametrize(
    ("size", "head"),
    [
        (0, "8100"),
        (125, "817d"),
        (126, "817e007e"),
        (65_535, "817effff"),
        (65_536, "817f0000000000010000"),
    ],
)
def test_F5_a_length_takes_its_shortest_form(size: int, head: str) -> None:
    frame = text_frame(b"x" * size)

    assert frame == bytes.fromhex(head) + b"x" * size


def test_joined_frames_come_apart_again() -> None:
    payloads = [b"", b"a" * 125, b"b" * 126, b"c" * 70_000]

    assert list(payloads_of(b"".join(map(text_frame, payloads)))) == payloads


def test_a_message_may_be_binary() -> None:
    assert data_frame(FINAL | BINARY, b"ab") == b"\x82\x02ab"


def test_a_control_frame_is_never_longer_than_it_may_be() -> None:
    ping, close = control_frame(PING, b"x" * 200), close_frame(1001, "é" * 100)

    assert (ping[0], ping[1], len(ping)) == (FINAL | PING, 125, 127)
    assert close[0] == FINAL | CLOSE and close[2:4] == (1001).to_bytes(2, "big")
    assert close[4:].decode() == "é" * 61
