import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from trading_api.modules.workspace.bounded_route import MOST_BODY_BYTES
from trading_api.modules.workspace.service import MOST_CONTENT_BYTES

DOCUMENTS = "/api/v1/workspace/documents"
MAIN = f"{DOCUMENTS}/layout/main"
JSON = {"Content-Type": "application/json"}


def save(client: TestClient, revision: int, content: Any, path: str = MAIN) -> Any:
    return client.put(path, json={"revision": revision, "content": content})


def saying(content: str) -> str:
    return f'{{"revision": 0, "content": {content}}}'


def test_a_document_is_saved_listed_read_and_deleted(client: TestClient) -> None:
    saved = save(client, 0, {"panels": ["chart"]}).json()
    listed = client.get(DOCUMENTS).json()
    read = client.get(MAIN).json()
    deleted = client.delete(f"{MAIN}?revision={saved['revision']}").json()

    assert (saved["kind"], saved["name"], saved["revision"]) == ("layout", "main", 1)
    assert listed == [saved] and deleted == saved
    assert read == {**saved, "content": {"panels": ["chart"]}}
    assert client.get(DOCUMENTS).json() == []


@pytest.mark.parametrize("name", ["Day trading", "日本", "a.b", "50%?#&", "x" * 64])
def test_a_name_may_be_what_a_person_would_type(client: TestClient, name: str) -> None:
    path = f"{DOCUMENTS}/layout/{quote(name)}"

    assert save(client, 0, {}, path).json()["name"] == name
    assert client.get(path).json()["name"] == name


def test_a_content_comes_back_as_it_was_saved(client: TestClient) -> None:
    content = '{"b":1.50,"a":[null,-0.0,1e-7,12345678901234567890],"ü":"\\u2028","":{}}'

    client.put(MAIN, content=saying(content), headers=JSON)
    read = client.get(MAIN).json()["content"]

    assert json.dumps(read) == json.dumps(json.loads(content))


@pytest.mark.parametrize(
    ("path", "status", "code", "said"),
    [
        (f"{DOCUMENTS}/layout/nothing", 404, "WORKSPACE_NOT_FOUND", "none named 'nothing'"),
        (f"{DOCUMENTS}/chart/main", 422, "invalid_payload", "'layout', 'watchlists' or"),
        (f"{DOCUMENTS}/layout/%2E%2Emain", 422, "invalid_payload", "name"),
        (f"{DOCUMENTS}/layout/%20main", 422, "invalid_payload", "name"),
        (f"{DOCUMENTS}/layout/a%00b", 422, "invalid_payload", "name"),
        (f"{DOCUMENTS}/layout/{'x' * 65}", 422, "invalid_payload", "at most 64 characters"),
        (f"{DOCUMENTS}/layout/a%2Fb", 404, "not_found", "a/b"),
    ],
)
def test_what_no_document_is_called_is_refused(
    client: TestClient, path: str, status: int, code: str, said: str
) -> None:
    reply = client.get(path)

    assert (reply.status_code, reply.json()["code"]) == (status, code)
    assert said in reply.json()["message"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "body: field required"),
        ("{", "expected JSON"),
        ("[]", "body"),
        ('{"content": {}}', "revision: field required"),
        ('{"revision": 0}', "content: field required"),
        ('{"revision": -1, "content": {}}', "greater than or equal to 0, got -1"),
        ('{"revision": "1", "content": {}}', 'valid integer, got "1"'),
        ('{"revision": 0, "content": {}, "owner": "x"}', "owner: unknown field"),
        (saying("[1]"), "content: input should be a valid dictionary, got [1]"),
        (saying("null"), "content"),
        (saying('{"a": NaN}'), "content: expected what every reader of JSON knows, got"),
        (saying('{"a": 1e999}'), "content: expected what every reader of JSON knows, got"),
        (saying('{"a": "\\ud800"}'), "content: expected what every reader of JSON knows, got"),
        (saying('{"a":' + "[" * 100_000 + "]" * 100_000 + "}"), "parsing the body"),
    ],
)
def test_what_is_no_document_is_refused(client: TestClient, body: str, said: str) -> None:
    reply = client.put(MAIN, content=body, headers=JSON)

    assert (reply.status_code, reply.json()["code"]) == (422, "invalid_payload")
    assert said in reply.json()["message"]
    assert client.get(DOCUMENTS).json() == []


def test_a_content_may_have_so_many_bytes_and_no_more(client: TestClient) -> None:
    most = "ü" * ((MOST_CONTENT_BYTES - len('{"a":""}')) // 2)

    taken, refused = save(client, 0, {"a": most}), save(client, 1, {"a": most + "x"})

    assert taken.status_code == 200
    assert (refused.status_code, refused.json()["code"]) == (413, "WORKSPACE_TOO_LARGE")
    expected = f"expected at most {MOST_CONTENT_BYTES} bytes, got {MOST_CONTENT_BYTES + 1}"
    assert expected in refused.json()["message"]


def test_a_body_is_not_read_beyond_its_bound(client: TestClient) -> None:
    reply = client.put(MAIN, content=b" " * (MOST_BODY_BYTES + 1), headers=JSON)

    assert (reply.status_code, reply.json()["code"]) == (413, "WORKSPACE_TOO_LARGE")


def test_A1_what_is_not_json_changes_nothing(client: TestClient) -> None:
    body = saying("{}").encode()

    reply = client.put(MAIN, content=body, headers={"Content-Type": "text/plain"})

    assert reply.json()["code"] == "unsupported_media_type"
    assert client.get(DOCUMENTS).json() == []


def test_a_revision_must_be_named_to_delete(client: TestClient) -> None:
    save(client, 0, {})

    reply = client.delete(MAIN)

    assert reply.json() == {"code": "invalid_payload", "message": "query.revision: field required"}


def test_a_damaged_file_refuses_the_workspace_and_no_more(
    client: TestClient, tmp_path: Path
) -> None:
    (tmp_path / "workspace.sqlite3").write_bytes(b"no database" * 100)

    reply = save(client, 0, {})

    assert (reply.status_code, reply.json()["code"]) == (503, "WORKSPACE_CORRUPT")
    assert str(tmp_path) not in reply.json()["message"]
    assert client.get("/api/v1/health").json()["status"] == "ok"
