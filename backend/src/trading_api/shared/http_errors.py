"""Every HTTP error is `{code, message}` with the status that the error table gives its code."""

import logging
from collections import Counter
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from trading_api.models.errors import ErrorReply

from .errors import ERRORS, ErrorCode, TradingApiError
from .response_headers import ON_EVERY_ANSWER
from .validation import describe_errors, describe_unreadable

logger = logging.getLogger(__name__)

# Pass to FastAPI(responses=...): any route may fail so; keeps FastAPI's own error models out.
COMMON_ERRORS: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": ErrorReply, "description": "The request is refused; `code` says why"},
    "5XX": {"model": ErrorReply, "description": "The server failed; `code` says how"},
}


def error_responses(*codes: str) -> dict[int | str, dict[str, Any]]:
    """Return the `responses=` of a route that refuses with these codes, for its OpenAPI entry."""
    rows: dict[int | str, list[ErrorCode]] = {}
    for code in codes:
        rows.setdefault(ERRORS[code].http_status, []).append(ERRORS[code])
    return {
        status: {
            "model": ErrorReply,
            "description": "; ".join(f"`{row.code}`: {row.meaning}" for row in refused),
            "x-error-codes": [row.code for row in refused],
        }
        for status, refused in sorted(rows.items(), key=lambda item: str(item[0]))
    }


def add_error_handlers(app: FastAPI, refusals: Counter[str] | None = None) -> None:
    """Answer refusals, validation failures, unknown paths and faults alike.

    Each is counted by code in `refusals`.
    """
    app.state.refusals = Counter() if refusals is None else refusals
    app.add_exception_handler(TradingApiError, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_validation)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_fault)


def _reply(request: Request, code: str, message: str, headers: Any = None) -> JSONResponse:
    request.app.state.refusals[code] += 1
    body = ErrorReply(code=code, message=message).model_dump()
    return JSONResponse(body, ERRORS[code].http_status, headers=headers)


async def _on_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, TradingApiError)
    return _reply(request, error.code, error.message)


async def _on_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    mistakes = error.errors()
    if mistakes[0]["type"] == "json_invalid":
        _, at = mistakes[0]["loc"]
        said = describe_unreadable(str(error.body), at, mistakes[0]["ctx"]["error"])
        return _reply(request, "invalid_payload", f"body: {said}")
    return _reply(request, "invalid_payload", describe_errors(mistakes))


async def _on_http(request: Request, error: Exception) -> Response:
    """Answer what the framework itself refuses: unknown paths, wrong methods, unreadable bodies."""
    assert isinstance(error, HTTPException)
    where = f"{request.method} {request.url.path}"
    if error.status_code == HTTPStatus.NOT_FOUND:
        return _reply(request, "not_found", f"nothing is served at {where}")
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = (error.headers or {}).get("Allow", "other methods")
        return _reply(
            request, "method_not_allowed", f"expected {allowed}, got {where}", error.headers
        )
    if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return _reply(request, "invalid_payload", f"{where}: {error.detail}")
    return _reply(request, "internal_error", ERRORS["internal_error"].meaning)


async def _on_fault(request: Request, error: Exception) -> Response:
    """Answer a fault of ours; the server logs it with its traceback, the client learns nothing."""
    logger.error("request_failed method=%s path=%s", request.method, request.url.path)
    # Sent from outside of all middleware, which can add nothing to it.
    return _reply(request, "internal_error", ERRORS["internal_error"].meaning, ON_EVERY_ANSWER)
