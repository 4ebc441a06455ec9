"""Whom the app believes about its clients: the configured proxies, and nobody else."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request

from trading_api.app_factory import create_app
from trading_api.settings import Settings

PROXY = "10.1.2.3"
SPOOFED = {
    "x-forwarded-for": "203.0.113.9",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
}


def app_behind(proxies: str) -> FastAPI:
    """Return an app that tells whom it takes its client for."""
    app = create_app(["broker"], settings=Settings(trusted_proxies=proxies))

    async def tell(request: Request) -> list[str]:
        return [str(request.client and request.client.host), str(request.url)]

    app.add_api_route("/api/v1/whoami", tell)
    app.router.routes.insert(0, app.router.routes.pop())
    return app


@pytest.mark.parametrize("proxies", ["", "127.0.0.1", "10.1.2.4,192.168.0.0/16"])
def test_A1_who_is_no_configured_proxy_is_not_believed(proxies: str) -> None:
    client = TestClient(app_behind(proxies), client=(PROXY, 1))

    told = client.get("/api/v1/whoami", headers=SPOOFED).json()

    assert told == [PROXY, "http://testserver/api/v1/whoami"]


@pytest.mark.parametrize("proxies", [PROXY, "10.0.0.0/8", "::1, 10.1.2.0/24"])
def test_A1_a_configured_proxy_tells_client_and_scheme_but_never_the_host(proxies: str) -> None:
    client = TestClient(app_behind(proxies), client=(PROXY, 1))

    told = client.get("/api/v1/whoami", headers=SPOOFED).json()

    assert told == ["203.0.113.9", "https://testserver/api/v1/whoami"]


def test_A1_what_a_client_claims_through_a_proxy_is_left_of_what_the_proxy_saw() -> None:
    client = TestClient(app_behind(PROXY), client=(PROXY, 1))
    headers = {"x-forwarded-for": "127.0.0.1, 198.51.100.7"}

    assert client.get("/api/v1/whoami", headers=headers).json()[0] == "198.51.100.7"


@pytest.mark.parametrize(("proxies", "status"), [("", 200), (PROXY, 403)])
def test_A1_a_page_over_http_is_foreign_to_what_a_proxy_serves_over_https(
    proxies: str, status: int
) -> None:
    client = TestClient(app_behind(proxies), client=(PROXY, 1))

    reply = client.get("/api/v1/health", headers={**SPOOFED, "origin": "http://testserver"})

    assert reply.status_code == status
