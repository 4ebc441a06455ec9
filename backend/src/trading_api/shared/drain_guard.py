"""What comes once the process is leaving is refused: rule C3 over HTTP and before handshakes."""

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from .access import SAFE_METHODS
from .draining import Draining
from .errors import ERRORS

# Within it every client comes back, and by then another process listens.
RETRY_AFTER_S = 2
LEAVING = {"Retry-After": str(RETRY_AFTER_S), "Connection": "close"}


class DrainGuard:
    """ASGI middleware that refuses every request that comes once the process is leaving.

    But those for `watched`, a path that shows how the leave goes.
    """

    def __init__(self, app: ASGIApp, draining: Draining, watched: str = "") -> None:
        self._app = app
        self._draining = draining
        self._watched = watched

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] == self._watched:
            await self._app(scope, receive, send)
        elif self._draining.has_begun:
            await refusal("draining")(scope, receive, send)
        elif scope["method"] in SAFE_METHODS:
            await self._app(scope, receive, send)
        else:
            await self._command(scope, receive, send)

    async def _command(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._draining.entered()
        try:
            await self._app(scope, receive, send)
        finally:
            self._draining.left()


def refusal(code: str) -> JSONResponse:
    """Return the answer to what is refused before anything of it is read."""
    row = ERRORS[code]
    headers = LEAVING if code == "draining" else None
    return JSONResponse({"code": code, "message": row.meaning}, row.http_status, headers=headers)
