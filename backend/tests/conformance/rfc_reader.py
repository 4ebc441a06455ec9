"""Reads a client's bytes as RFC 6455 says, slowly and plainly: what a server must make of them.

It shares nothing with the product, so that a misreading would have to be made twice.
"""

import codecs
from dataclasses import dataclass, field

from .wire import masked

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
DATA, CONTROL = (0, TEXT, BINARY), (CLOSE, PING, PONG)
NORMAL, PROTOCOL_ERROR, NOT_UTF8, TOO_LARGE = 1000, 1002, 1007, 1009
# What a peer may say why it closes (7.4 and the registry of codes that it founds).
CLOSE_CODES = {*range(1000, 1004), *range(1007, 1015), *range(3000, 5000)}


@dataclass
class Reading:
    """What was said, and with which of `codes` the connection ends (none: it stays open)."""

    messages: list[str | bytes] = field(default_factory=list)
    pings: list[bytes] = field(default_factory=list)
    codes: set[int] = field(default_factory=set)
    is_due: bool = False
    """Whether it has ended by now: what is not whole may be waited for."""


class _Ended(Exception):
    """The connection ends with one of `codes`."""

    def __init__(self, *codes: int) -> None:
        super().__init__(codes)
        self.codes = set(codes)


def read(data: bytes, limit: int) -> Reading:
    """Read all of `data`; messages over `limit` bytes are too large."""
    reader = _Reader(limit)
    try:
        while data:
            taken = reader.frame(data)
            if not taken:
                break
            data = data[taken:]
    except _Ended as ended:
        reader.reading.codes, reader.reading.is_due = ended.codes, _is_due(data, ended.codes)
    reader.reading.codes |= reader.early
    return reader.reading


def _is_due(data: bytes, codes: set[int]) -> bool:
    """Too large is told by the header, before anything is kept; the rest by the whole frame."""
    header = 2 + {126: 2, 127: 8}.get(data[1] & 127, 0)
    length = int.from_bytes(data[2:header], "big") if header > 2 else data[1] & 127
    header += 4 if data[1] & 0x80 else 0
    return len(data) >= (header if TOO_LARGE in codes else header + length)


class _Reader:
    def __init__(self, limit: int) -> None:
        self.reading = Reading()
        self.early: set[int] = set()
        """A server may refuse text that is no UTF-8 before it is whole (8.1)."""
        self._limit = limit
        self._opcode: int | None = None
        self._parts = b""

    def frame(self, data: bytes) -> int:
        """Take one frame; return its length, 0 where it is not whole."""
        if len(data) < 2:
            return 0
        final, opcode = data[0] >= 0x80, data[0] & 15
        header = 2 + {126: 2, 127: 8}.get(data[1] & 127, 0)
        length = int.from_bytes(data[2:header], "big") if header > 2 else data[1] & 127
        codes = {PROTOCOL_ERROR} if self._is_wrong(data[0], data[1]) else set()
        if len(data) >= header:
            # The shortest form is asked for, and its highest bit is 0 (5.2).
            shortest = {2: 0, 4: 126, 10: 1 << 16}[header]
            codes |= set() if shortest <= length < 1 << 63 else {PROTOCOL_ERROR}
            is_large = opcode in DATA and length + len(self._parts) > self._limit
            codes |= {TOO_LARGE} if is_large else set()
        if codes:
            # Which of two mistakes in one header is told is not said.
            raise _Ended(*codes)
        if len(data) < header + 4:
            return 0
        mask, said = data[header : header + 4], data[header + 4 : header + 4 + length]
        payload = masked(said, mask)
        if len(said) < length:
            self._look_early(opcode, payload)
            return 0
        self._take(final, opcode, payload)
        return header + 4 + length

    def _is_wrong(self, first: int, second: int) -> bool:
        opcode, is_control = first & 15, first & 15 in CONTROL
        return bool(
            first & 0x70
            or not (is_control or opcode in DATA)
            or second < 0x80
            or (is_control and (first < 0x80 or second & 127 > 125))
            or (opcode == 0 and self._opcode is None)
            or (opcode in {TEXT, BINARY} and self._opcode is not None)
        )

    def _take(self, final: bool, opcode: int, payload: bytes) -> None:
        if opcode == PING:
            self.reading.pings.append(payload)
        elif opcode == CLOSE:
            raise _closing(payload)
        elif opcode in DATA:
            self._opcode = self._opcode if opcode == 0 else opcode
            self._parts += payload
            self._look_early(0, b"")
            if final:
                self._whole()

    def _whole(self) -> None:
        try:
            text = self._parts.decode() if self._opcode == TEXT else self._parts
        except UnicodeDecodeError:
            raise _Ended(NOT_UTF8) from None
        self.reading.messages.append(text)
        self._opcode, self._parts = None, b""

    def _look_early(self, opcode: int, more: bytes) -> None:
        if opcode in CONTROL or (opcode or self._opcode) != TEXT:
            return
        try:
            codecs.getincrementaldecoder("utf-8")().decode(self._parts + more)
        except UnicodeDecodeError:
            self.early = {NOT_UTF8}


def _closing(payload: bytes) -> _Ended:
    if not payload:
        return _Ended(NORMAL)
    code = int.from_bytes(payload[:2], "big")
    if len(payload) == 1 or code not in CLOSE_CODES:
        return _Ended(PROTOCOL_ERROR)
    try:
        payload[2:].decode()
    except UnicodeDecodeError:
        return _Ended(NOT_UTF8)
    return _Ended(code, NORMAL)
