"""What each answer forbids a browser to do; a page that needs more names it in its own policy."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY_HEADER = "Content-Security-Policy"
NOTHING = {
    "default-src": "'none'",
    # These three do not fall back to default-src.
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def content_policy(allowed: Mapping[str, str]) -> str:
    """Return a Content-Security-Policy that forbids everything but `allowed`.

    Args:
        allowed: sources by directive, for example `{"script-src": "'self'"}`.
    """
    return "; ".join(f"{name} {sources}" for name, sources in {**NOTHING, **allowed}.items())


ON_EVERY_ANSWER: Mapping[str, str] = {
    POLICY_HEADER: content_policy({}),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ON_PAGES: Mapping[str, str] = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
RawHeader = tuple[bytes, bytes]
"""As ASGI has it: the name in lower case."""


def _raw(headers: Mapping[str, str]) -> list[RawHeader]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


HEADERS, PAGE_HEADERS = _raw(ON_EVERY_ANSWER), _raw({**ON_EVERY_ANSWER, **ON_PAGES})


class GuardedResponses:
    """ASGI middleware that adds the headers which an answer does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = headers = list(message.get("headers", ()))
                _add_missing(headers)
            await send(message)

        await self._app(scope, receive, send_guarded)


def _add_missing(headers: list[RawHeader]) -> None:
    given = dict(headers)
    is_page = given.get(b"content-type", b"").startswith(b"text/html")
    headers += [one for one in (PAGE_HEADERS if is_page else HEADERS) if one[0] not in given]
