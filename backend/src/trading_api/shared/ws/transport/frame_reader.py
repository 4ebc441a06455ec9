"""Reads a client's frames from the bytes of its socket, as RFC 6455 has them. Pure.

Bytes are taken in as they come and frames are taken out when somebody wants one, so that what a
client sends ahead stays bytes. A message is judged by its announced length, before it is there.
"""

import codecs
from collections.abc import Callable
from typing import Any, NamedTuple

from trading_api.shared.ws.rfc6455 import (
    BINARY,
    CLOSE,
    CONTINUATION,
    FINAL,
    MAX_CONTROL_BYTES,
    TEXT,
)

RESERVED_BITS = 0x70
MASKED = 0x80
# First byte, length, extended length and mask of the largest frame.
MAX_HEADER_BYTES = 14
PROTOCOL_ERROR, INVALID_TEXT, TOO_LARGE = 1002, 1007, 1009
# Codes that a close frame may carry (RFC 6455, 7.4, and its registry).
CLOSE_CODES_OF_PEERS = frozenset((*range(1000, 1004), *range(1007, 1015), *range(3000, 5000)))


class Violation(Exception):
    """The client broke RFC 6455: `code` is what the connection is failed with."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Received(NamedTuple):
    """A whole message, or a control frame; the payload of `TEXT` is a str."""

    opcode: int
    payload: bytes | str


FRAGMENT = Received(CONTINUATION, b"")


class _Frame(NamedTuple):
    is_final: bool
    opcode: int
    payload: bytes


class FrameReader:
    """One client's frames, of at most `max_bytes` a message."""

    __slots__ = ("_bytes", "_max_bytes", "_message", "_opcode", "_utf8")

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._bytes = bytearray()
        self._opcode = CONTINUATION
        """Of the message whose fragments are being read."""
        self._message = bytearray()
        """What came of it: one buffer, because fragments may be many and empty."""
        self._utf8: codecs.IncrementalDecoder | None = None

    def __len__(self) -> int:
        """Return how many bytes wait to be read."""
        return len(self._bytes)

    def feed(self, data: bytes) -> None:
        self._bytes += data

    def next(self) -> Received | None:
        """Return what the next frame completes, `FRAGMENT` for nothing; None before it is there.

        Raises:
            Violation: the client may not say this.
        """
        frame = self._next_frame()
        if frame is None:
            return None
        if frame.opcode >= CLOSE:
            return Received(frame.opcode, frame.payload)
        return self._add(frame)

    def _next_frame(self) -> _Frame | None:
        waiting = self._bytes
        if len(waiting) < 2:
            return None
        first, length = waiting[0], waiting[1] & 0x7F
        opcode, is_final = first & 0x0F, first >= FINAL
        self._check_first(first, opcode, is_final)
        if waiting[1] < MASKED or (opcode >= CLOSE and length > MAX_CONTROL_BYTES):
            raise Violation(PROTOCOL_ERROR)
        begin = 2
        if length >= 126:
            begin = 4 if length == 126 else 10
            if len(waiting) < begin:
                return None
            length = _long_length(waiting, begin)
        if opcode < CLOSE and len(self._message) + length > self._max_bytes:
            raise Violation(TOO_LARGE)
        end = begin + 4 + length
        if len(waiting) < end:
            return None
        payload = unmask(bytes(waiting[begin + 4 : end]), bytes(waiting[begin : begin + 4]))
        del waiting[:end]
        return _Frame(is_final, opcode, payload)

    def _check_first(self, first: int, opcode: int, is_final: bool) -> None:
        if opcode >= CLOSE:
            is_allowed = opcode <= 0xA and is_final
        elif opcode == CONTINUATION:
            is_allowed = self._opcode != CONTINUATION
        else:
            is_allowed = opcode <= BINARY and self._opcode == CONTINUATION
        if first & RESERVED_BITS or not is_allowed:
            raise Violation(PROTOCOL_ERROR)

    def _add(self, frame: _Frame) -> Received:
        """Add a data frame to its message; return that when it is whole."""
        if frame.opcode != CONTINUATION:
            if frame.is_final:
                return Received(frame.opcode, _message(frame.opcode, frame.payload))
            self._opcode = frame.opcode
            self._utf8 = codecs.getincrementaldecoder("utf-8")() if frame.opcode == TEXT else None
        if self._utf8 is not None:
            _decoded(self._utf8.decode, frame.payload, frame.is_final)
        self._message += frame.payload
        if not frame.is_final:
            return FRAGMENT
        received = Received(self._opcode, _message(self._opcode, bytes(self._message)))
        self._opcode, self._utf8 = CONTINUATION, None
        self._message.clear()
        return received


def _message(opcode: int, payload: bytes) -> bytes | str:
    return _decoded(bytes.decode, payload) if opcode == TEXT else payload


def _decoded(decode: Callable[..., str], *arguments: Any) -> str:
    """Return the text.

    Raises:
        Violation: it is no UTF-8.
    """
    try:
        return decode(*arguments)
    except UnicodeDecodeError:
        raise Violation(INVALID_TEXT) from None


def unmask(payload: bytes, mask: bytes) -> bytes:
    """Return what the client said (RFC 6455, 5.3): one operation on whole numbers."""
    size = len(payload)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(key, "little")).to_bytes(
        size, "little"
    )


def close_reason(payload: bytes) -> tuple[int, str]:
    """Return code and reason of a client's close frame; 1005 where it gave none.

    Raises:
        Violation: the frame is none that may be sent.
    """
    if not payload:
        return 1005, ""
    code = int.from_bytes(payload[:2], "big")
    if len(payload) == 1 or code not in CLOSE_CODES_OF_PEERS:
        raise Violation(PROTOCOL_ERROR)
    return code, _decoded(payload[2:].decode)


def _long_length(waiting: bytearray, end: int) -> int:
    length = int.from_bytes(waiting[2:end], "big")
    # The shortest form is asked for, and the highest bit is no part of the number.
    if length < (126 if end == 4 else 65_536) or length >= 2**63:
        raise Violation(PROTOCOL_ERROR)
    return length
