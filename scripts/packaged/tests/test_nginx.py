"""nginx in front, with the configuration that is shipped: what comes through, and what does not."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from packaged.address import Address, receive, subscribe
from packaged.nginx import NAME, Nginx
from packaged.served import Served
from websockets import Origin
from websockets.exceptions import InvalidStatus

AAPL = {"symbol": "AAPL", "resolution": "1"}
HARBOUR = {"station": "harbour"}
CLAIMS = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evil.example",
}
# A loopback address that is nobody's configured proxy.
STRANGER = "127.0.0.9"


@pytest.fixture
def logged(server: Served) -> Iterator[Any]:
    """Return what the server has logged since the test began."""
    begin = server.log.stat().st_size
    yield lambda: server.log.read_text()[begin:]


def test_plain_http_is_sent_to_https(nginx: Nginx) -> None:
    reply = Address(nginx.plain_port, NAME).ask("/some/view")

    assert reply.status == 301
    assert reply.headers["location"] == f"https://{NAME}:{nginx.plain_port}/some/view"


def test_the_page_comes_over_tls_and_packed(nginx: Nginx) -> None:
    page = nginx.address.ask("/")
    script = page.body.decode().split('src="/assets/')[1].split('"')[0]
    packed = nginx.address.ask(f"/assets/{script}", {"Accept-Encoding": "gzip"})

    assert page.status == 200 and "max-age" in page.headers["strict-transport-security"]
    assert packed.headers["content-encoding"] == "gzip"


def test_A1_a_page_of_the_name_over_https_gets_its_stream(nginx: Nginx) -> None:
    with nginx.address.connect(origin=Origin(nginx.address.origin)) as client:
        answer = subscribe(client, "bars", AAPL)
        update = receive(client, "bars.update")

    assert answer["status"] == "ok" and update["payload"]["close"] > 0


@pytest.mark.parametrize(
    ("origin", "code"),
    [
        ("https://evil.example", "origin_not_allowed"),
        (f"http://{NAME}", "origin_not_allowed"),
    ],
)
def test_A1_another_page_is_refused_before_the_handshake(
    nginx: Nginx, origin: str, code: str
) -> None:
    with pytest.raises(InvalidStatus) as refused:
        nginx.address.connect(origin=Origin(origin))

    assert refused.value.response.status_code == 403
    assert json.loads(refused.value.response.body)["code"] == code


def test_A1_a_name_that_is_not_configured_is_refused(nginx: Nginx) -> None:
    reply = nginx.address.ask("/api/v1/health", {"Host": "evil.example"})

    assert (reply.status, reply.json()["code"]) == (403, "host_not_allowed")


def test_a_redirection_stays_on_https_and_on_the_name(nginx: Nginx) -> None:
    reply = nginx.address.ask("/api/v1/health/")

    assert reply.headers["location"] == f"{nginx.address.origin}/api/v1/health"


def test_the_server_knows_who_asked_nginx_whatever_the_client_claims(
    nginx: Nginx, logged: Any
) -> None:
    visitor = replace(nginx.address, source=STRANGER)

    visitor.ask("/", {"Host": "evil.example", **CLAIMS})

    assert f"refused client={STRANGER} Host: expected" in logged()


def test_claims_of_who_is_no_configured_proxy_are_ignored(server: Served, logged: Any) -> None:
    stranger = replace(server.address, source=STRANGER)

    stranger.ask("/", {"Host": "evil.example", **CLAIMS})

    assert f"refused client={STRANGER} Host: expected" in logged()


@pytest.mark.parametrize(("source", "status"), [(STRANGER, 200), ("127.0.0.1", 403)])
def test_A1_that_it_was_https_is_believed_of_a_configured_proxy_alone(
    server: Served, source: str, status: int
) -> None:
    client = replace(server.address, source=source)

    reply = client.ask("/api/v1/health", {"Origin": client.origin, **CLAIMS})

    assert reply.status == status


@pytest.mark.parametrize(("size", "status"), [(64 * 1024, 422), (64 * 1024 + 1, 413)])
def test_a_body_has_a_limit(nginx: Nginx, size: int, status: int) -> None:
    body = b'{"symbols": "' + b"x" * (size - 15) + b'"}'

    reply = nginx.address.ask("/api/v1/datafeed/quotes", {"Content-Type": "application/json"}, body)

    assert reply.status == status


def test_frames_of_the_full_size_pass_both_ways(nginx: Nginx) -> None:
    with nginx.address.connect() as client:
        client.send(json.dumps({"type": "ping", "payload": {}, "x": "x" * 65_000}))

        assert receive(client, "pong")["contract"] >= 1
