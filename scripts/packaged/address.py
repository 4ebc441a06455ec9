"""Where a product answers, and how a client asks it: plain or over TLS, from any loopback."""

import json
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from websockets.sync.client import ClientConnection, connect

LIMIT_S = 20.0
Frame = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """An answer over HTTP; header names are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Address:
    """A port of this machine, and the name under which a client asks there."""

    port: int
    name: str = "127.0.0.1"
    certificate: Path | None = None
    source: str = "127.0.0.1"

    @property
    def origin(self) -> str:
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://{self.name}:{self.port}"

    def ask(
        self, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
    ) -> Reply:
        """Ask for a path (with a body: POST it); redirections are not followed."""
        client = HTTPConnection(self.name, self.port, timeout=LIMIT_S)
        client.sock = self._tls(self._tcp())
        try:
            client.request("POST" if body else "GET", path, body, dict(headers or {}))
            answer = client.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, named, answer.read())
        finally:
            client.close()

    def connect(self, received_bytes: int | None = None, **options: Any) -> ClientConnection:
        """Open a WebSocket; `received_bytes` bounds what waits unread in the client's kernel."""
        plain = self._tcp(received_bytes)
        if self.certificate:
            options |= {"ssl": self._context(), "server_hostname": self.name}
        url = f"ws{self.origin.removeprefix('http')}/api/v1/ws"
        # A message at a time is kept unread, so that who does not read is felt by the other side.
        options |= {"max_queue": 1, "close_timeout": 1, "compression": None, "proxy": None}
        client: ClientConnection = connect(url, sock=plain, **options)
        return client

    def _tcp(self, received_bytes: int | None = None) -> socket.socket:
        client = socket.socket()
        if received_bytes:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, received_bytes)
        client.settimeout(LIMIT_S)
        client.bind((self.source, 0))
        client.connect(("127.0.0.1", self.port))
        return client

    def _tls(self, plain: socket.socket) -> socket.socket:
        if not self.certificate:
            return plain
        return self._context().wrap_socket(plain, server_hostname=self.name)

    def _context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.certificate)


def address_of(url: str) -> Address:
    """Return the address of a URL on this machine."""
    return Address(urlsplit(url).port or 80)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def subscribe(client: ClientConnection, route: str, payload: Frame, **more: Any) -> Frame:
    """Subscribe and return the payload of the response; updates of others are passed over."""
    client.send(json.dumps({"type": f"{route}.subscribe", "payload": payload, **more}))
    return receive(client, f"{route}.subscribe.response")


def receive(client: ClientConnection, kind: str, limit_s: float = LIMIT_S) -> Frame:
    """Return the payload of the next frame of this type."""
    while True:
        frame = json.loads(client.recv(timeout=limit_s))
        if frame["type"] == kind:
            payload: Frame = frame["payload"]
            return payload
