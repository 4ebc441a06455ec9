"""Routes that read no more of a body than they may keep."""

from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from trading_api.shared.errors import Refusal

from .service import MOST_CONTENT_BYTES

# The same content may be written longer: with blanks, and a character by its number.
MOST_BODY_BYTES = 2 * MOST_CONTENT_BYTES


class BoundedRequest(Request):
    """A request that is refused where its body becomes too long."""

    async def stream(self) -> AsyncGenerator[bytes, None]:
        size = 0
        async for chunk in super().stream():
            size += len(chunk)
            if size > MOST_BODY_BYTES:
                message = f"body: expected at most {MOST_BODY_BYTES} bytes, got more"
                raise Refusal("WORKSPACE_TOO_LARGE", message)
            yield chunk


class BoundedRoute(APIRoute):
    """A route of bounded requests."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        framework = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            read = BoundedRequest(request.scope, request.receive)
            # Read here, where a refusal is not yet taken for a body that cannot be parsed.
            await read.body()
            return await framework(read)

        return bounded
