"""Modules of others describe themselves in ways of their own; the pages show them all the same."""

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel

from trading_api.app_factory import create_app
from trading_api.models.wire import RequestModel, WireModel
from trading_api.pages import rest_page
from trading_api.settings import Settings
from trading_api.shared.ws.asyncapi import asyncapi_document
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.testing import RecordingService

from .reading import Reading


class Node(BaseModel):
    label: str
    place: tuple[int, float] | None = None
    children: list["Node"] = []
    notes: dict[str, Any] = {}


class TreeRequest(RequestModel):
    root: str


class Tree(WireModel):
    nodes: list[Node]
    anything: Any
    pair: tuple[int, str]


class TreeWsRouter(WsRouter[TreeRequest, Tree]):
    request_model = TreeRequest
    update_model = Tree


def plain() -> str:
    return "text"


def gone() -> None:
    pass


def grow(node: Node) -> Node:
    return node


@pytest.fixture
def app() -> FastAPI:
    app = create_app([], settings=Settings())
    app.add_api_route("/api/v1/plain", plain, response_class=PlainTextResponse)
    app.add_api_route("/api/v1/gone", gone, methods=["DELETE"], status_code=204)
    app.add_api_route("/api/v1/grow", grow, methods=["POST"], status_code=201)
    app.state.ws_app.add_routers([TreeWsRouter(route="trees", service=RecordingService())])
    return app


def test_odd_routes_have_a_place_on_the_rest_page(app: FastAPI) -> None:
    text = Reading(TestClient(app).get("/api/v1/docs").text).text

    assert "GET /api/v1/plain" in text
    assert "DELETE /api/v1/gone" in text and "Answers 204." in text
    assert "POST /api/v1/grow" in text and "list of Node" in text


def test_a_stream_without_a_tag_has_a_place_on_the_streams_page(app: FastAPI) -> None:
    page = Reading(TestClient(app).get("/api/v1/ws/docs").text)

    assert "route-trees" in page.places
    assert "list of integer or string" in page.text and "any value" in page.text


def test_a_document_without_models_is_a_page_too() -> None:
    bare = FastAPI(title="Bare").openapi()

    assert "Bare REST" in Reading(rest_page(bare, "http://testserver/")).text


def test_the_socket_alone_is_a_page_too() -> None:
    assert list(asyncapi_document([])["channels"]) == ["ws"]
    page = TestClient(create_app([], settings=Settings())).get("/api/v1/ws/docs")

    assert "server.draining" in Reading(page.text).text
