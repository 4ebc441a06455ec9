"""Every answer forbids what it does not need; no page runs a script that it did not bring."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from starlette.responses import HTMLResponse

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.site import add_site

# The address of the terminal, which is a mount and no route.
TERMINAL = "/"
DOCUMENTED = {"/api/v1/docs", "/api/v1/ws/docs"}
LAX = {"'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "blob:"}
NOT_COVERED_BY_DEFAULT = ("default-src", "base-uri", "form-action", "frame-ancestors")


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    """The product on a machine that has built no user interface."""
    app = create_app(settings=Settings(data_dir=tmp_path))
    del app.router.routes[-1]
    add_site(app, None)
    return app


def terminal(folder: Path) -> TestClient:
    (folder / "index.html").write_text("<title>terminal</title>")
    app = FastAPI()
    add_site(app, folder)
    return TestClient(app)


def pages(app: FastAPI) -> dict[str, str]:
    """Return the policy of each address without parameters that answers with a page."""
    with TestClient(app) as client:
        answers = {path: client.get(path).headers for path in addresses(app)}
    found = {path: headers for path, headers in answers.items() if is_page(headers)}
    return {path: headers.get("content-security-policy", "") for path, headers in found.items()}


def addresses(app: FastAPI) -> set[str]:
    routes = iter_route_contexts(app.router.routes)
    asked = {route.path for route in routes if "GET" in (getattr(route, "methods", None) or ())}
    return {path for path in asked if path and "{" not in path}


def is_page(headers: Mapping[str, str]) -> bool:
    return headers.get("content-type", "").startswith("text/html")


def directives(policy: str) -> dict[str, list[str]]:
    parts = [part.split() for part in policy.split(";")]
    return {name: sources for name, *sources in parts}


def assert_strict(policy: str) -> None:
    named = directives(policy)
    assert all(named[name] == ["'none'"] for name in NOT_COVERED_BY_DEFAULT)
    assert not LAX & {source for sources in named.values() for source in sources}


def test_the_pages_are_found(app: FastAPI) -> None:
    assert set(pages(app)) == {TERMINAL, *DOCUMENTED}


def test_every_page_has_a_strict_policy(app: FastAPI) -> None:
    for policy in pages(app).values():
        assert_strict(policy)


def test_the_references_allow_no_script_at_all(app: FastAPI) -> None:
    policies = pages(app)

    for path in DOCUMENTED:
        allowed = directives(policies[path])
        assert set(allowed) == {*NOT_COVERED_BY_DEFAULT, "style-src", "img-src"}


def test_a_page_that_names_no_policy_may_do_nothing(app: FastAPI) -> None:
    app.add_api_route("/api/v1/new", lambda: HTMLResponse("<script>1</script>"))

    headers = TestClient(app).get("/api/v1/new").headers

    policy = headers["content-security-policy"]
    assert set(directives(policy)) == set(NOT_COVERED_BY_DEFAULT)
    assert headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/some/view", "/index.html"])
def test_the_terminal_runs_its_own_files_only(tmp_path: Path, path: str) -> None:
    policy = terminal(tmp_path).get(path).headers["content-security-policy"]

    assert_strict(policy)
    assert directives(policy)["script-src"] == directives(policy)["style-src"] == ["'self'"]


def test_a_kept_page_keeps_its_policy(tmp_path: Path) -> None:
    client = terminal(tmp_path)
    first = client.get("/")

    again = client.get("/", headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/api/v1/health", "testserver", 200),
        ("/api/v1/nothing", "testserver", 404),
        ("/api/v1/health", "elsewhere.example", 403),
        ("/api/v1/fault", "testserver", 500),
    ],
)
def test_no_answer_is_guessed_or_framed(app: FastAPI, path: str, host: str, status: int) -> None:
    app.add_api_route("/api/v1/fault", lambda: 1 / 0)

    reply = TestClient(app, raise_server_exceptions=False).get(path, headers={"host": host})

    assert reply.status_code == status
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
