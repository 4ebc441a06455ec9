"""The HTTP part of a WebSocket: a request to upgrade, and what it is answered (RFC 6455, 4.2)."""

import base64
import binascii
import hashlib
from collections.abc import Iterable
from http import HTTPStatus

import h11

ACCEPT_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
VERSION = b"13"

PHRASES = {status.value: status.phrase for status in HTTPStatus}

Header = tuple[bytes, bytes]


class BadHandshake(Exception):
    """The request is no handshake; `headers` belong to the answer."""

    def __init__(self, status: int, message: str, headers: Iterable[Header] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = list(headers)


class Handshake:
    """One handshake, from its bytes to its answer's bytes; h11 reads and writes the HTTP."""

    def __init__(self) -> None:
        self._http = h11.Connection(h11.SERVER)
        self._accept = b""
        self.target = b""
        self.headers: list[Header] = []

    def feed(self, data: bytes) -> bool:
        """Take bytes; return whether the request is whole.

        Raises:
            BadHandshake: it is none that can be served.
        """
        self._http.receive_data(data)
        try:
            event = self._http.next_event()
        except h11.RemoteProtocolError as error:
            raise BadHandshake(error.error_status_hint, "expected an HTTP request") from None
        if not isinstance(event, h11.Request):
            return False
        self.target = bytes(event.target)
        self.headers = [(name.lower(), bytes(value)) for name, value in event.headers]
        if event.method != b"GET" or event.http_version < b"1.1":
            raise BadHandshake(400, "expected GET and HTTP/1.1")
        self._accept = self._answer_to_key()
        return True

    @property
    def trailing(self) -> bytes:
        """Return what came behind the request."""
        return self._http.trailing_data[0]

    @property
    def subprotocols(self) -> list[str]:
        return [token.decode("latin-1") for token in self._tokens(b"sec-websocket-protocol")]

    def accepted(self, headers: Iterable[Header], subprotocol: str | None) -> bytes:
        """Return the answer that makes it a WebSocket."""
        answer: list[Header] = [
            (b"Upgrade", b"websocket"),
            (b"Connection", b"Upgrade"),
            (b"Sec-WebSocket-Accept", self._accept),
        ]
        if subprotocol is not None:
            answer.append((b"Sec-WebSocket-Protocol", subprotocol.encode("latin-1")))
        answer.extend(headers)
        event = h11.InformationalResponse(status_code=101, headers=answer)
        return self._http.send(event) or b""

    def refused(self, status: int, headers: Iterable[Header], body: bytes) -> bytes:
        """Return an answer that leaves it HTTP, and ends the connection."""
        answer = [one for one in headers if one[0].lower() not in (b"content-length",)]
        answer += [(b"Content-Length", b"%d" % len(body)), (b"Connection", b"close")]
        if self._http.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return b""
        events = (
            h11.Response(status_code=status, headers=answer, reason=PHRASES.get(status, "")),
            h11.Data(data=body),
            h11.EndOfMessage(),
        )
        return b"".join(self._http.send(event) or b"" for event in events)

    def _answer_to_key(self) -> bytes:
        upgrades = [token.lower() for token in self._tokens(b"upgrade")]
        connections = [token.lower() for token in self._tokens(b"connection")]
        if b"websocket" not in upgrades or b"upgrade" not in connections:
            raise BadHandshake(
                426, "expected an upgrade to websocket", [(b"Upgrade", b"websocket")]
            )
        if self._values(b"sec-websocket-version") != [VERSION]:
            expected = [(b"Sec-WebSocket-Version", VERSION)]
            raise BadHandshake(426, "expected Sec-WebSocket-Version: 13", expected)
        keys = self._values(b"sec-websocket-key")
        if len(keys) != 1 or not _is_key(keys[0]):
            raise BadHandshake(400, "expected one Sec-WebSocket-Key of 16 bytes in base64")
        return base64.b64encode(hashlib.sha1(keys[0] + ACCEPT_GUID).digest())

    def _values(self, name: bytes) -> list[bytes]:
        return [value.strip() for key, value in self.headers if key == name]

    def _tokens(self, name: bytes) -> list[bytes]:
        tokens = b",".join(self._values(name)).split(b",")
        return [token.strip() for token in tokens if token.strip()]


def _is_key(value: bytes) -> bool:
    try:
        return len(base64.b64decode(value, validate=True)) == 16
    except binascii.Error:
        return False
