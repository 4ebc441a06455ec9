"""Frames as a client sends them, right or wrong, and those of a server taken apart."""

from dataclasses import dataclass

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="


def handshake(path: str = "/", **changed: str | None) -> bytes:
    """Return an opening request; `changed` replaces headers, None leaves one out."""
    headers: dict[str, str | None] = {
        "Host": "127.0.0.1",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": KEY,
        "Sec-WebSocket-Version": "13",
    }
    headers |= {name.replace("_", "-"): value for name, value in changed.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value is not None]
    return "\r\n".join([f"GET {path} HTTP/1.1", *lines, "", ""]).encode("latin-1")


def client_frame(
    first: int, payload: bytes = b"", *, mask: bytes | None = b"\x37\xfa\x21\x3d", said: int = -1
) -> bytes:
    """Return a frame whose first byte is `first`; `said` is a length other than the payload's."""
    length = len(payload) if said < 0 else said
    bit = 0 if mask is None else 0x80
    if length < 126:
        head = bytes([first, bit | length])
    elif length < 1 << 16:
        head = bytes([first, bit | 126]) + length.to_bytes(2, "big")
    else:
        head = bytes([first, bit | 127]) + length.to_bytes(8, "big")
    if mask is None:
        return head + payload
    return head + mask + masked(payload, mask)


def masked(payload: bytes, mask: bytes) -> bytes:
    """Return what masking makes of `payload`; masked again it is what it was (5.3)."""
    if mask == bytes(4):
        return payload
    out = bytearray(payload)
    for place, key in enumerate(mask):
        flipped = bytes(byte ^ key for byte in range(256))
        out[place::4] = payload[place::4].translate(flipped)
    return bytes(out)


@dataclass(frozen=True)
class ServerFrame:
    """One frame of a server."""

    opcode: int
    payload: bytes

    @property
    def close_code(self) -> int | None:
        """What a close frame says; 1000 where it says nothing."""
        if self.opcode != 8:
            return None
        return int.from_bytes(self.payload[:2], "big") if self.payload else 1000


def server_frames(data: bytes) -> list[ServerFrame]:
    """Take apart whole frames; anything that a server must not send is an AssertionError."""
    frames = []
    while data:
        assert data[0] & 0xF0 == 0x80, f"not final, or reserved bits: {data[:2].hex()}"
        assert data[1] < 128, f"masked: {data[:2].hex()}"
        start = 2 + {126: 2, 127: 8}.get(data[1], 0)
        length = int.from_bytes(data[2:start], "big") if start > 2 else data[1]
        assert len(data) >= start + length, f"cut off after {len(data)} bytes"
        frames.append(ServerFrame(data[0] & 15, data[start : start + length]))
        data = data[start + length :]
    return frames
