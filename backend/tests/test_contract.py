"""The committed contract is what the app serves; generated code is what `ws.py` declares."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from jsonschema import Draft7Validator

from trading_api import contract
from trading_api.app_factory import MODULES_DIR, create_app
from trading_api.settings import Settings
from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.ws.codegen import ensure_current
from trading_api.shared.ws.messages import CONTRACT_VERSION

ROOT = Path(__file__).parents[2]
OFFICIAL = Path(__file__).parent / "vendor" / "asyncapi-3.1.0.json"
ROUTES = {"bars", "quotes", "orders", "positions", "executions", "equity", "connection"}


def _app(*modules: str) -> FastAPI:
    return create_app(list(modules) or None, settings=Settings.model_construct())


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    return {name: json.loads(text) for name, text in contract.documents(_app()).items()}


def test_generated_routers_are_current():
    assert ensure_current(MODULES_DIR, check=True) == []


def test_committed_contract_is_current():
    assert contract.stale(_app(), ROOT / "contract") == []


def test_contract_is_the_same_for_every_app():
    backwards = reversed(Settings.model_construct().module_names)

    assert contract.documents(_app()) == contract.documents(_app(*backwards))


def test_write_changes_only_what_is_stale(tmp_path):
    app, folder = _app("broker"), tmp_path / "contract"
    everything = ["asyncapi.json", "openapi.json", "errors.json"]

    assert contract.stale(app, folder) == everything
    assert contract.write(app, folder) == everything
    (folder / "errors.json").write_text("{}")
    assert contract.write(app, folder) == ["errors.json"]
    assert contract.stale(app, folder) == []
    assert sorted(path.name for path in folder.iterdir()) == sorted(everything)


def test_server_serves_what_is_committed(documents):
    client = TestClient(_app())

    assert client.get("/api/v1/ws/asyncapi.json").json() == documents["asyncapi.json"]
    assert client.get("/api/v1/openapi.json").json() == documents["openapi.json"]
    assert client.get("/api/v1/docs").status_code == 200


def test_streams_are_valid_asyncapi_and_complete(documents):
    schema = json.loads(OFFICIAL.read_text(encoding="utf-8"))
    document = documents["asyncapi.json"]

    assert [error.message for error in Draft7Validator(schema).iter_errors(document)] == []
    updates = [name for name in document["operations"] if name.endswith(".update")]
    assert {name.removesuffix(".update") for name in updates} >= ROUTES


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]


def test_operation_ids_are_unique_and_in_camel_case(documents):
    names = [operation["operationId"] for operation in _operations(documents["openapi.json"])]

    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+([A-Z][a-z0-9]*)*", name)] == []


def test_every_http_error_has_the_one_shape_in_openapi(documents):
    document = documents["openapi.json"]

    assert [name for name in document["components"]["schemas"] if "ValidationError" in name] == []
    for operation in _operations(document):
        refused = {key: value for key, value in operation["responses"].items() if key != "200"}
        assert {"4XX", "5XX"} <= refused.keys()
        for response in refused.values():
            schema = response["content"]["application/json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/ErrorReply"}


def test_F4_answers_may_get_fields_and_requests_may_not(documents):
    schemas = documents["openapi.json"]["components"]["schemas"]

    for name in ("Bar", "PlacedOrder", "ErrorReply", "SymbolInfo"):
        assert "additionalProperties" not in schemas[name]
    assert schemas["PreOrder"]["additionalProperties"] is False


def test_F8_all_sides_name_the_same_contract_version(documents):
    client = (ROOT / "frontend/src/plugins/ws/messages.ts").read_text(encoding="utf-8")
    page = (ROOT / "docs/reference/protocol.md").read_text(encoding="utf-8")

    assert documents["asyncapi.json"]["info"]["version"] == f"{CONTRACT_VERSION}.0.0"
    assert f"export const CONTRACT_VERSION = {CONTRACT_VERSION};" in client
    assert f"The contract, version {CONTRACT_VERSION}." in page


def test_model_is_described_alike_in_both_documents(documents):
    streams = documents["asyncapi.json"]["components"]["schemas"]
    rest = documents["openapi.json"]["components"]["schemas"]

    shared = {name for name in streams.keys() & rest.keys() if "properties" in streams[name]}
    assert {"Bar", "QuoteData"} <= shared
    for name in shared:
        assert streams[name]["properties"].keys() == rest[name]["properties"].keys()
        assert streams[name].get("required") == rest[name].get("required")


def test_E1_error_table_is_exported_whole(documents):
    table = documents["errors.json"]

    assert [row["code"] for row in table["errors"]] == list(ERRORS)
    assert [row["code"] for row in table["close_codes"]] == list(CLOSE_CODES)
    assert all(
        {"code", "temporary", "http_status", "meaning"} == row.keys() for row in table["errors"]
    )
