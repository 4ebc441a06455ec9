"""Rule A1: foreign hosts, foreign pages and unsafe requests that are not JSON are refused."""

from collections.abc import Mapping
from typing import Any

import pytest
from fastapi import FastAPI, WebSocket
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketDenialResponse

from trading_api.shared.access import AccessGuard

app = FastAPI()


@app.api_route("/", methods=["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])
async def answer() -> str:
    return "ok"


@app.websocket("/ws")
async def greet(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text("ok")
    await websocket.close()


app.add_middleware(AccessGuard, allowed_hosts=["Trade.Example", "::2"])


def _send(method: str = "GET", **headers: str) -> tuple[int, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = TestClient(app).request(method, "/", headers=named)
    return response.status_code, response.json() if response.content else None


def _refused(status: int, code: str, reply: tuple[int, Any]) -> bool:
    return reply[0] == status and reply[1]["code"] == code and bool(reply[1]["message"])


OWN_HOSTS = [
    "127.0.0.1",
    "127.0.0.1:8000",
    "localhost:1",
    "LOCALHOST",
    "[::1]:8000",
    "[::1]",
    "testserver",
    "trade.example",
    "[::2]:80",
]
FOREIGN_HOSTS = [
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example:8000",
    "evil.example:127.0.0.1",
    "10.0.0.1",
    "[::3]",
    "",
    "localhost@evil.example",
]


@pytest.mark.parametrize("host", OWN_HOSTS)
def test_A1_own_host_is_served(host):
    assert _send(host=host)[0] == 200


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_A1_foreign_host_is_refused(host):
    assert _refused(403, "host_not_allowed", _send(host=host))


OWN_ORIGINS = [
    ("127.0.0.1:8000", "http://127.0.0.1:8000"),
    ("127.0.0.1:8000", "http://localhost:8000"),
    ("127.0.0.1:8000", "http://localhost:5173"),
    ("localhost:5173", "http://localhost:5173"),
    ("[::1]:8000", "http://[::1]:8000"),
    ("testserver", "http://testserver"),
    ("trade.example", "https://trade.example"),
    ("trade.example", "https://trade.example:443"),
    ("trade.example:443", "https://TRADE.example"),
]
FOREIGN_ORIGINS = [
    ("127.0.0.1:8000", "http://evil.example"),
    ("127.0.0.1:8000", "http://evil.example:8000"),
    ("127.0.0.1:8000", "http://127.0.0.1:9999"),
    ("127.0.0.1:8000", "http://127.0.0.1"),
    ("127.0.0.1:8000", "http://127.0.0.1.evil.example:8000"),
    ("127.0.0.1:8000", "null"),
    ("127.0.0.1:8000", ""),
    ("127.0.0.1:8000", "127.0.0.1:8000"),
    ("127.0.0.1:8000", "file://127.0.0.1:8000"),
    ("127.0.0.1:8000", "chrome-extension://localhost:8000"),
    ("trade.example", "http://trade.example:443"),
]


@pytest.mark.parametrize(("host", "origin"), OWN_ORIGINS)
def test_A1_own_page_is_served(host, origin):
    assert _send(host=host, origin=origin)[0] == 200


@pytest.mark.parametrize(("host", "origin"), FOREIGN_ORIGINS)
@pytest.mark.parametrize("method", ["GET", "OPTIONS", "DELETE"])
def test_A1_foreign_page_is_refused(method, host, origin):
    assert _refused(403, "origin_not_allowed", _send(method, host=host, origin=origin))


@pytest.mark.parametrize(("scheme", "status"), [("http", 403), ("https", 200)])
def test_A1_a_page_of_a_server_over_https_came_over_https(scheme, status):
    client = TestClient(app, base_url="https://trade.example")

    reply = client.get("/", headers={"origin": f"{scheme}://trade.example"})

    assert reply.status_code == status


def test_A1_a_refusal_is_logged_with_its_client(caplog):
    caplog.set_level("INFO")

    TestClient(app, client=("192.0.2.7", 1)).get("/", headers={"host": "evil.example"})

    assert "refused client=192.0.2.7 Host: expected" in caplog.text


def test_A1_two_origins_are_refused():
    headers = [("origin", "http://testserver"), ("origin", "http://testserver")]
    response = TestClient(app).get("/", headers=headers)
    assert response.json()["code"] == "origin_not_allowed"


def test_A1_two_hosts_are_refused():
    headers = [("host", "testserver"), ("host", "evil.example")]
    response = TestClient(app).get("/", headers=headers)
    assert response.json()["code"] == "host_not_allowed"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("media_type", ["application/json", "Application/JSON; charset=utf-8"])
def test_A1_unsafe_request_in_json_is_served(method, media_type):
    assert _send(method, content_type=media_type)[0] == 200


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
@pytest.mark.parametrize("media_type", ["", "text/plain", FORM, "application/json-seq"])
def test_A1_unsafe_request_not_in_json_is_refused(method, media_type):
    reply = _send(method, content_type=media_type)
    assert _refused(415, "unsupported_media_type", reply)


def test_A1_delete_without_body_needs_no_type():
    client = TestClient(app)
    assert client.delete("/").status_code == 200
    assert client.request("DELETE", "/", content=b"x").status_code == 415
    assert client.request("DELETE", "/", content=iter([b"x"])).status_code == 415


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403)],
)
def test_A1_unsafe_request_tells_its_site(site, status):
    headers = {"content_type": "application/json", "sec_fetch_site": site}
    assert _send("POST", **headers)[0] == status
    assert _send("GET", **headers)[0] == 200


def test_A1_own_page_under_another_of_our_names_may_send():
    headers = {"host": "127.0.0.1:8000", "origin": "http://localhost:8000"}
    reply = _send("POST", content_type="application/json", sec_fetch_site="cross-site", **headers)
    assert reply[0] == 200


def _connect(headers: Mapping[str, str]) -> str:
    with TestClient(app).websocket_connect("/ws", headers=dict(headers)) as websocket:
        return websocket.receive_text()


@pytest.mark.parametrize("headers", [{}, {"origin": "http://testserver"}])
def test_A1_own_handshake_is_served(headers):
    assert _connect(headers) == "ok"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"host": "evil.example"}, "host_not_allowed"),
        ({"origin": "http://evil.example"}, "origin_not_allowed"),
    ],
)
def test_A1_foreign_handshake_is_answered_403(headers, code):
    with pytest.raises(WebSocketDenialResponse) as denial:
        _connect(headers)
    assert (denial.value.status_code, denial.value.json()["code"]) == (403, code)


async def test_A1_foreign_handshake_closes_where_no_status_can_be_sent():
    sent: list[Mapping[str, Any]] = []

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"host", b"evil.example")]
    scope = {"type": "websocket", "scheme": "ws", "path": "/ws", "headers": headers}
    await AccessGuard(app)(scope, receive, send)
    assert [(message["type"], message["code"]) for message in sent] == [("websocket.close", 1008)]
