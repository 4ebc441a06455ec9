"""Arguments of well-formed requests are read at once; anything else is the framework's."""

from decimal import Decimal
from typing import Annotated, Any

import pytest
from fastapi import Header, Query, Response
from pydantic import BaseModel

from trading_api.modules.broker.api.arguments import ArgumentReader
from trading_api.modules.broker.api.exact_json import ExactRequest

PATH = "/things/{thing}"
Key = Annotated[str | None, Header(alias="The-Key", min_length=1)]
Limit = Annotated[int | None, Query(ge=1)]


class Wish(BaseModel):
    amount: Decimal


async def endpoint(thing: str, wish: Wish, limit: Limit = None, key: Key = None) -> None: ...


def request(
    body: bytes = b'{"amount":0.1}', query: bytes = b"", headers: dict[bytes, bytes] | None = None
) -> ExactRequest:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    scope = {
        "type": "http",
        "path_params": {"thing": "one"},
        "query_string": query,
        "headers": list((headers or {}).items()),
    }
    return ExactRequest(scope, receive)


async def read(asked: ExactRequest) -> dict[str, Any] | None:
    reader = ArgumentReader.of(endpoint, PATH)
    assert reader is not None
    return await reader.read(asked)


async def test_every_place_of_a_request_is_read():
    asked = request(query=b"limit=1&limit=7&other=x", headers={b"the-key": b"k"})

    found = await read(asked)

    assert found == {"thing": "one", "wish": Wish(amount=Decimal("0.1")), "limit": 7, "key": "k"}


async def test_what_is_left_out_keeps_its_default():
    found = await read(request())

    assert found == {"thing": "one", "wish": Wish(amount=Decimal("0.1"))}


@pytest.mark.parametrize(
    "asked",
    [
        request(body=b""),
        request(body=b"{"),
        request(body=b"null"),
        request(body=b"\xff\xff\xff"),
        request(body=b'{"amount":NaN}'),
        request(body=b"[" * 100_000),
        request(body=b'{"amount":"much"}'),
        request(query=b"limit=0"),
        request(query=b"limit=many"),
        request(headers={b"the-key": b""}),
    ],
)
async def test_what_is_not_well_formed_is_left_to_the_framework(asked: ExactRequest):
    assert await read(asked) is None


async def test_a_client_that_goes_away_is_left_to_the_framework():
    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    asked = ExactRequest({**request().scope}, receive)

    assert await read(asked) is None


async def takes_a_response(response: Response) -> None: ...


async def takes_two_bodies(wish: Wish, other: Wish) -> None: ...


async def takes_a_name_that_is_not_in_the_path(name: str) -> None: ...


@pytest.mark.parametrize(
    "unknown", [takes_a_response, takes_two_bodies, takes_a_name_that_is_not_in_the_path]
)
def test_an_endpoint_that_takes_anything_else_has_no_reader(unknown: Any):
    assert ArgumentReader.of(unknown, PATH) is None
