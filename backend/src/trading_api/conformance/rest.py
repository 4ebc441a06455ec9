"""What lies beside the socket over HTTP: the OpenAPI document, and what its operations answer."""

import asyncio
import json
import urllib.error
from collections.abc import Mapping
from email.message import Message
from typing import Any
from urllib.parse import urlencode, urljoin
from urllib.request import Request

from trading_api.shared.local_http import LOCAL

from .verdicts import NotJudged

ANSWER_LIMIT_S = 10.0
Schema = dict[str, Any]


async def operations(socket_url: str, method: str) -> Mapping[str, Schema]:
    """Return the operations of this method by their path.

    Raises:
        NotJudged: there is no document of them.
    """
    url = _beside(socket_url, "openapi.json")
    status, _, body = await asked(url)
    if status != 200:
        raise NotJudged(f"no OpenAPI document at {url}")
    paths = json.loads(body)["paths"]
    return {path: of_path[method] for path, of_path in paths.items() if method in of_path}


def address(socket_url: str, path: str, query: Mapping[str, Any]) -> str:
    """Return where the operation of a path is called."""
    return f"{_beside(socket_url, path)}?{urlencode(query)}"


async def asked(url: str, form: bytes | None = None) -> tuple[int, Mapping[str, str], bytes]:
    """Return status, headers by their lower-case names and body of a GET, or of a form posted.

    Raises:
        NotJudged: nobody answers.
    """
    request = Request(url, data=form)
    try:
        return await asyncio.to_thread(_opened, request)
    except OSError as fault:
        raise NotJudged(f"no answer from {url}: {fault}") from None


def _opened(request: Request) -> tuple[int, Mapping[str, str], bytes]:
    try:
        with LOCAL.open(request, timeout=ANSWER_LIMIT_S) as answer:
            return answer.status, _lowered(answer.headers), answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, _lowered(refused.headers), refused.read()


def _lowered(headers: Message) -> Mapping[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _beside(socket_url: str, name: str) -> str:
    return urljoin(f"http{socket_url.removeprefix('ws')}", name)
