"""Every HTTP error has the one shape, the status of its code and a place in OpenAPI."""

import logging

import pytest
from fastapi import FastAPI, Query
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException

from trading_api.models.market import GetQuotesRequest
from trading_api.shared.errors import ERRORS, Refusal
from trading_api.shared.http_errors import COMMON_ERRORS, add_error_handlers, error_responses


@pytest.fixture
def client() -> TestClient:
    app = FastAPI(responses=COMMON_ERRORS)
    add_error_handlers(app)

    @app.get("/refuse/{code}", responses=error_responses("unknown_symbol", "not_found"))
    async def refuse(code: str) -> None:
        raise Refusal(code, "expected this, got that")

    @app.get("/count")
    async def count(limit: int = Query(ge=1)) -> int:
        return limit

    @app.post("/quotes")
    async def quotes(request: GetQuotesRequest) -> list[str]:
        return request.symbols

    @app.get("/fault")
    async def fault() -> None:
        raise ZeroDivisionError("a secret of ours")

    @app.get("/framework/{status}")
    async def framework(status: int) -> None:
        raise HTTPException(status, "words of the framework")

    return TestClient(app, raise_server_exceptions=False)


@pytest.mark.parametrize("code", ERRORS)
def test_E1_refusal_has_the_status_of_its_code(client, code):
    response = client.get(f"/refuse/{code}")

    assert response.status_code == ERRORS[code].http_status
    assert response.json() == {"code": code, "message": "expected this, got that"}


@pytest.mark.parametrize(
    ("method", "path", "body", "code", "said"),
    [
        ("GET", "/count", None, "invalid_payload", "query.limit: field required"),
        ("GET", "/count?limit=0", None, "invalid_payload", 'equal to 1, got "0"'),
        ("GET", "/count?limit=x", None, "invalid_payload", "query.limit: input should be a valid"),
        ("POST", "/quotes", {"symbols": [1]}, "invalid_payload", "body.symbols.0: input should"),
        ("POST", "/quotes", {"symbols": [], "x": 1}, "invalid_payload", "body.x: unknown field"),
        ("POST", "/quotes", {"x": 1}, "invalid_payload", "body.x: unknown field; body.symbols: f"),
        ("POST", "/quotes", [], "invalid_payload", "body: "),
        ("GET", "/nowhere", None, "not_found", "GET /nowhere"),
        ("GET", "/quotes", None, "method_not_allowed", "expected POST, got GET /quotes"),
        ("GET", "/framework/418", None, "invalid_payload", "words of the framework"),
        ("GET", "/framework/503", None, "internal_error", "a fault of the server"),
        ("GET", "/fault", None, "internal_error", "a fault of the server"),
    ],
)
def test_E1_every_failure_has_the_one_shape(client, method, path, body, code, said):
    response = client.request(method, path, json=body)

    assert response.status_code == ERRORS[code].http_status
    assert response.json().keys() == {"code", "message"}
    assert response.json()["code"] == code
    assert said in response.json()["message"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"symbols":', "body: expected JSON, got the end at character 12: expecting value"),
        (b"{bad", 'body: expected JSON, got "bad" at character 2: expecting property name'),
    ],
)
def test_body_that_is_no_json_is_refused_with_its_place(client, body, said):
    headers = {"content-type": "application/json"}
    response = client.post("/quotes", content=body, headers=headers)
    assert (response.status_code, response.json()["code"]) == (422, "invalid_payload")
    assert response.json()["message"].startswith(said)


def test_fault_is_logged_and_not_told(client, caplog):
    with caplog.at_level(logging.ERROR):
        response = client.get("/fault")

    assert "secret" not in response.text
    assert "method=GET path=/fault" in caplog.text


def test_errors_are_in_openapi_and_the_frameworks_own_are_not(client):
    document = client.get("/openapi.json").json()

    shapes = {name for name in document["components"]["schemas"] if "Error" in name}
    assert shapes == {"ErrorReply"}
    for path in ("/count", "/quotes", "/refuse/{code}"):
        for operation in document["paths"][path].values():
            assert {"4XX", "5XX"} < operation["responses"].keys()
    refusal = document["paths"]["/refuse/{code}"]["get"]["responses"]["404"]
    assert "`unknown_symbol`: no instrument has this symbol" in refusal["description"]
    assert refusal["x-error-codes"] == ["unknown_symbol", "not_found"]
    assert refusal["content"]["application/json"]["schema"]["$ref"].endswith("/ErrorReply")
