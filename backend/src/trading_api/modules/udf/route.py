"""Routes whose refusals are what UDF clients read: an envelope of their own, with HTTP 200."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from trading_api.models.udf import UdfError
from trading_api.shared.errors import Refusal
from trading_api.shared.validation import describe_errors


class UdfRoute(APIRoute):
    """A route of the façade; what it refuses counts among the refusals as everywhere."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def answer_or_say_why(request: Request) -> Response:
            try:
                return await answer(request)
            except RequestValidationError as mistake:
                return _error(request, "invalid_payload", describe_errors(mistake.errors()))
            except Refusal as refusal:
                return _error(request, refusal.code, refusal.message)

        return answer_or_say_why


def _error(request: Request, code: str, message: str) -> Response:
    request.app.state.refusals[code] += 1
    return JSONResponse(UdfError(s="error", errmsg=message).model_dump())
