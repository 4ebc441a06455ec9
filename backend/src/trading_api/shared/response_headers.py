"""What each answer forbids a browser to do; a page that needs more names it in its own policy."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
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
                _add_missing(MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, send_guarded)


def _add_missing(headers: MutableHeaders) -> None:
    is_page = headers.get("content-type", "").startswith("text/html")
    for name, value in {**ON_EVERY_ANSWER, **(ON_PAGES if is_page else {})}.items():
        headers.setdefault(name, value)
