from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from trading_api.site import add_site, built_ui


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("<title>terminal</title>")
    (tmp_path / "app.js").write_text("1")
    return tmp_path


def client_of(folder: Path) -> TestClient:
    app = FastAPI()
    add_site(app, built_ui([folder]))
    return TestClient(app)


def test_without_a_build_the_page_says_how_to_build(tmp_path: Path) -> None:
    reply = client_of(tmp_path).get("/")

    assert reply.status_code == 200 and "make build" in reply.text


def test_a_page_inside_the_package_wins_over_one_beside_it(built: Path, tmp_path: Path) -> None:
    packaged = tmp_path / "packaged"

    assert built_ui([packaged, built]) == built

    packaged.mkdir()
    (packaged / "index.html").touch()
    assert built_ui([packaged, built]) == packaged


def test_the_built_page_and_its_files_are_served(built: Path) -> None:
    client = client_of(built)

    assert "terminal" in client.get("/").text
    assert client.get("/app.js").text == "1"


def test_a_view_of_the_page_is_the_page(built: Path) -> None:
    assert "terminal" in client_of(built).get("/some/view").text


def test_a_wrong_method_of_the_api_is_no_missing_page(built: Path) -> None:
    app = FastAPI()
    app.add_api_route("/api/v1/orders", lambda: None, methods=["POST"])
    add_site(app, built)

    reply = TestClient(app).get("/api/v1/orders")

    assert reply.status_code == 405 and reply.headers["allow"] == "POST"


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/missing.js"])
def test_what_is_no_view_is_not_found(built: Path, path: str) -> None:
    assert client_of(built).get(path).status_code == 404
