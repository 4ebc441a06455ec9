"""The bytes that RFC 6455 puts around what a server says. Pure.

A frame is whole when it is built, header included, so that many connections can share its bytes.
"""

from collections.abc import Iterator

TEXT, BINARY, CLOSE, PING, PONG = 0x1, 0x2, 0x8, 0x9, 0xA
CONTINUATION = 0x0
FINAL = 0x80
COMPRESSED = 0x40
# Control frames carry no more (RFC 6455, 5.5); of a close frame two bytes are the code.
MAX_CONTROL_BYTES = 125


def text_frame(payload: bytes) -> bytes:
    """Return the frame of one text message."""
    length = len(payload)
    if length < 126:
        return b"\x81%c%b" % (length, payload)
    if length < 65_536:
        return b"\x81\x7e%b%b" % (length.to_bytes(2, "big"), payload)
    return b"\x81\x7f%b%b" % (length.to_bytes(8, "big"), payload)


def data_frame(first: int, payload: bytes) -> bytes:
    """Return the frame of one message whose first byte is `first`."""
    return bytes([first]) + text_frame(payload)[1:]


def control_frame(opcode: int, payload: bytes = b"") -> bytes:
    """Return a ping, pong or close frame; what does not fit is cut off."""
    payload = payload[:MAX_CONTROL_BYTES]
    return bytes([FINAL | opcode, len(payload)]) + payload


def close_frame(code: int, reason: str = "") -> bytes:
    """Return the frame that ends a connection; `reason` is cut to what fits."""
    text = reason.encode()[: MAX_CONTROL_BYTES - 2].decode(errors="ignore")
    return control_frame(CLOSE, code.to_bytes(2, "big") + text.encode())


def payloads_of(data: bytes) -> Iterator[bytes]:
    """Yield what each of a server's frames carries, in their order."""
    at = 0
    while at < len(data):
        length, begin = data[at + 1], at + 2
        if length >= 126:
            begin = at + (4 if length == 126 else 10)
            length = int.from_bytes(data[at + 2 : begin], "big")
        at = begin + length
        yield data[begin:at]
