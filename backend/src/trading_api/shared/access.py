"""Who may talk to the server: Host and Origin are checked before anything is served (rule A1).

A page on another site can make the browser send requests and open WebSockets to a server on this
machine. It cannot forge `Host` (so DNS rebinding shows) nor `Origin` (so its own name shows).
"""

import logging
from collections import Counter
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from .errors import ERRORS, Refusal
from .validation import shown

logger = logging.getLogger(__name__)

LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "testserver")
DEVELOPMENT_PORT = "5173"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
DEFAULT_PORTS = {"http": "80", "https": "443"}
ENCRYPTED = ("https", "wss")
# What closes a handshake where the server cannot answer it with a status.
POLICY_VIOLATION = 1008


class AccessGuard:
    """ASGI middleware that refuses foreign hosts, foreign pages and unsafe requests not in JSON."""

    def __init__(
        self,
        app: ASGIApp,
        allowed_hosts: Iterable[str] = (),
        refusals: Counter[str] | None = None,
    ) -> None:
        """Guard `app`, served as loopback and as `allowed_hosts` (names without port).

        What is refused is counted by code in `refusals`.
        """
        self._refusals = Counter() if refusals is None else refusals
        self._app = app
        self._hosts = frozenset(map(_bare_name, (*LOOPBACK, *allowed_hosts)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            try:
                self._check(scope)
            except Refusal as refusal:
                self._refusals[refusal.code] += 1
                await _refuse(refusal, scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        host_port = self._check_host(headers.getlist("host"))
        origins = headers.getlist("origin")
        if origins:
            self._check_origin(origins, host_port)
            _check_encrypted(origins[0], scope["scheme"])
        if scope["type"] == "http" and scope["method"] not in SAFE_METHODS:
            _check_unsafe(scope["method"], headers, has_origin=bool(origins))

    def _check_host(self, hosts: list[str]) -> str | None:
        """Return the port of the one Host header, once its name is ours."""
        name, port = _split_port(hosts[0]) if len(hosts) == 1 else ("", None)
        if name not in self._hosts:
            came = shown(", ".join(hosts))
            expected = "one of the server's names (TP_ALLOWED_HOSTS adds more)"
            raise Refusal("host_not_allowed", f"Host: expected {expected}, got {came}")
        return port

    def _check_origin(self, origins: list[str], host_port: str | None) -> None:
        scheme, separator, rest = origins[0].partition("://")
        default = DEFAULT_PORTS.get(scheme)
        name, port = _split_port(rest)
        ours = {host_port or default, DEVELOPMENT_PORT}
        known = len(origins) == 1 and bool(separator) and default is not None
        if not known or name not in self._hosts or (port or default) not in ours:
            came = shown(", ".join(origins))
            raise Refusal("origin_not_allowed", f"Origin: expected this server's own, got {came}")


def _check_encrypted(origin: str, scheme: str) -> None:
    """Whoever is on the line could be the page that came over http; not the one over https."""
    if scheme in ENCRYPTED and not origin.startswith("https://"):
        expected = "this server's own over https"
        raise Refusal("origin_not_allowed", f"Origin: expected {expected}, got {shown(origin)}")


def _check_unsafe(method: str, headers: Headers, *, has_origin: bool) -> None:
    site = headers.get("sec-fetch-site", "none")
    if not has_origin and site not in ("same-origin", "none"):
        message = f"Sec-Fetch-Site: expected same-origin or none, got {shown(site)}"
        raise Refusal("origin_not_allowed", message)
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == "application/json" or (method == "DELETE" and _has_no_body(headers)):
        return
    message = f"Content-Type: expected application/json, got {shown(media_type)}"
    raise Refusal("unsupported_media_type", message)


def _has_no_body(headers: Headers) -> bool:
    chunked = "transfer-encoding" in headers
    return not chunked and headers.get("content-length", "0") == "0"


def _bare_name(host: str) -> str:
    """Return `host` as a Host header spells it: lower case, IPv6 in brackets."""
    name = host.lower()
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


def _split_port(host: str) -> tuple[str, str | None]:
    """Split `name:port`; the colons of a bracketed IPv6 address are its own."""
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        return host.lower(), None
    return name.lower(), port


async def _refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    client = scope.get("client")
    # A browser shows its user no more than 403; who set the server up reads the reason here.
    logger.info("refused client=%s %s", client and client[0], refusal.message)
    reply = {"code": refusal.code, "message": refusal.message}
    response = JSONResponse(reply, ERRORS[refusal.code].http_status)
    if scope["type"] == "http":
        await response(scope, receive, send)
        return
    await receive()
    if "websocket.http.response" in scope.get("extensions", {}):
        await response(scope, receive, send)
    else:
        await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": refusal.code})
