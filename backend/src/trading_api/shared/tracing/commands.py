"""Commands over HTTP as spans, from the first byte of the request to the last of the answer."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trading_api.shared.access import SAFE_METHODS

from .spans import SPAN, Tracer


class TracedCommands:
    """ASGI middleware: one span a request that may change something.

    What only reads is asked so often that its spans would bury the others; `/metrics` counts it.
    """

    def __init__(self, app: ASGIApp, tracer: Tracer) -> None:
        self._app = app
        self._tracer = tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            await self._app(scope, receive, send)
            return
        method = scope["method"]
        facts = {"http.request.method": method, "url.path": scope["path"]}
        span = self._tracer.begin(method, facts, Headers(scope=scope))

        async def noting_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                span.note({"http.response.status_code": message["status"]})
                if message["status"] >= 500:
                    span.fail(str(message["status"]))
            await send(message)

        # For the rest of the request's task: who logs a fault of it stands outside of this.
        SPAN.set(span)
        try:
            await self._app(scope, receive, noting_send)
        except Exception as error:
            span.fail(type(error).__name__)
            raise
        finally:
            if "route" in scope:
                span.rename(f"{method} {_route(scope)}")
                span.note({"http.route": _route(scope)})
            span.end()


def _route(scope: Scope) -> str:
    """Return the path with its parameters' names: one name for the same of all orders."""
    names = {value: f"{{{name}}}" for name, value in scope["path_params"].items()}
    return "/".join(names.get(part, part) for part in scope["path"].split("/"))
