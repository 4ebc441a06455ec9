"""Each mistake that a client can make, after and within right messages, cut at many places."""

from functools import partial

import pytest

from trading_api.shared.ws.limits import Limits

from .rfc_reader import read
from .test_fuzzed_frames import exchange, run
from .wire import client_frame

LIMIT = Limits().frame_bytes
TEXT, OPEN_TEXT, OPEN_BINARY = client_frame(0x81, b"ok"), client_frame(1, b"a"), client_frame(2)
MISTAKES = {
    "unmasked text": client_frame(0x81, b"hello", mask=None),
    "unmasked ping": client_frame(0x89, b"hello", mask=None),
    "text within text": OPEN_TEXT + TEXT,
    "binary within binary": OPEN_BINARY + client_frame(0x82, b"b"),
    "nothing to continue": client_frame(0x80, b"more"),
    "nothing to continue any more": OPEN_TEXT + client_frame(0x80) + client_frame(0x80),
    **{f"reserved bit {bit}": client_frame(0x81 | bit, b"x") for bit in (0x10, 0x20, 0x40)},
    **{f"opcode {code}": client_frame(0x80 | code) for code in (*range(3, 8), *range(11, 16))},
    **{f"fragment of control {code}": client_frame(code, b"x") for code in (8, 9, 10)},
    **{f"long control {code}": client_frame(0x80 | code, b"x" * 126) for code in (8, 9, 10)},
    "close of a byte": client_frame(0x88, b"x"),
    "close without UTF-8": client_frame(0x88, b"\x03\xe8\xff"),
    **{
        f"close with {code}": client_frame(0x88, code.to_bytes(2, "big"))
        for code in (0, 999, 1004, 1005, 1006, 1015, 1016, 2000, 2999, 5000, 65_535)
    },
    "no UTF-8": client_frame(0x81, b"\xc0\xaf"),
    "half a character": client_frame(0x81, b"\xe2\x82"),
    "no UTF-8 in fragments": OPEN_TEXT + client_frame(0x00, b"\xff") + client_frame(0x80, b"b"),
    "half a character in the end": OPEN_TEXT + client_frame(0x80, b"\xe2\x82"),
    "too large": client_frame(0x82, said=LIMIT + 1),
    "too large in fragments": OPEN_TEXT + client_frame(0x80, said=LIMIT),
    "length in too many bytes": b"\x82\xfe\x00\x05" + bytes(9),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_F5_each_mistake_ends_the_connection_with_its_code(mistake: bytes) -> None:
    data = TEXT + mistake + TEXT
    expected = read(data, LIMIT)

    assert expected.is_due and expected.codes and expected.codes <= {1002, 1007, 1009}
    for place in range(0, len(data), 3):
        run(partial(exchange, [data[:place], data[place:]], expected))


@pytest.mark.parametrize("code", [1000, 1001, 1003, *range(1007, 1015), 3000, 4999])
def test_F5_a_right_close_is_answered_with_its_code(code: int) -> None:
    data = OPEN_TEXT + client_frame(0x88, code.to_bytes(2, "big") + b"bye") + TEXT
    expected = read(data, LIMIT)

    assert expected.codes == {code, 1000} and expected.messages == []
    run(lambda: exchange([data], expected))


def test_F5_characters_may_be_cut_between_fragments() -> None:
    said = "κόσμε 😀".encode()
    parts = [client_frame(1), *(client_frame(0, said[at : at + 1]) for at in range(len(said)))]
    data = b"".join(parts) + client_frame(0x80)

    run(lambda: exchange([data], read(data, LIMIT)))

    assert read(data, LIMIT).messages == ["κόσμε 😀"]
