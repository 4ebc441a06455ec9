"""The pages show the whole of their documents, and what they show is true."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.pages import rest_page, streams_page
from trading_api.settings import Settings
from trading_api.shared.ws.topics import split_topic

from .reading import Reading


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(settings=Settings(data_dir=tmp_path))) as client:
        yield client


@pytest.fixture
def streams(client: TestClient) -> dict[str, Any]:
    return dict(client.get("/api/v1/ws/asyncapi.json").json())


def shown(client: TestClient, path: str) -> Reading:
    return Reading(client.get(path).text)


def test_the_streams_page_shows_every_message_and_schema(client, streams):
    text = shown(client, "/api/v1/ws/docs").text

    for kind in ("messages", "schemas"):
        assert [name for name in streams["components"][kind] if name not in text] == []
    assert all(row["code"] in text for row in streams["x-error-codes"])


def test_the_rest_page_shows_every_operation_and_schema(client):
    document = client.get("/api/v1/openapi.json").json()
    text = shown(client, "/api/v1/docs").text

    for path, item in document["paths"].items():
        assert all(f"{method.upper()} {path}" in text for method in item)
    assert [name for name in document["components"]["schemas"] if name not in text] == []


def test_each_example_frame_fits_its_message(client, streams):
    frames = [json.loads(box) for box in shown(client, "/api/v1/ws/docs").boxes]

    assert {frame["type"] for frame in frames} == set(streams["components"]["messages"])
    for frame in frames:
        schema = {"$ref": f"#/components/messages/{frame['type']}/payload"}
        jsonschema.Draft7Validator({**schema, "components": streams["components"]}).validate(frame)


def test_each_example_topic_is_one_of_its_route(client):
    frames = [json.loads(box) for box in shown(client, "/api/v1/ws/docs").boxes]
    topics = {f["type"]: f["payload"]["topic"] for f in frames if "topic" in f.get("payload", {})}

    assert len(topics) > 10
    for type_, topic in topics.items():
        assert split_topic(topic)[0] == type_.partition(".")[0]


def test_each_shown_command_is_answered(client):
    boxes = shown(client, "/api/v1/docs").boxes
    commands = [shlex.split(box) for box in boxes if box.startswith("curl")]
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    assert len(commands) == sum(map(len, paths.values()))
    for command in commands:
        reply = asked(client, command[2:])
        understood = reply.status_code == 200 or reply.json()["code"].isupper()
        assert understood, (command, reply.text)


@pytest.mark.parametrize(
    "operation",
    ["POST /orders", "POST /orders/preview", "PUT /leverage/set", "POST /leverage/preview"],
)
def test_the_shown_orders_and_leverages_are_accepted(client, operation):
    method, path = operation.split()
    boxes = [box for box in shown(client, "/api/v1/docs").boxes if f"/broker{path}'" in box]
    [command] = [shlex.split(box) for box in boxes if f"-X {method}" in box]
    reply = asked(client, command[2:])

    assert reply.status_code == 200
    assert reply.json().get("errors", []) == []


def asked(client: TestClient, words: list[str]) -> Any:
    """Do what curl would do with these words."""
    method = "GET"
    if words[0] == "-X":
        _, method, *words = words
    address, *options = words
    flags = dict(zip(options[::2], options[1::2], strict=True))
    headers = dict([flags["-H"].split(": ")]) if "-H" in flags else {}
    return client.request(method, address, headers=headers, content=flags.get("-d"))


@pytest.mark.parametrize("path", ["/api/v1/docs", "/api/v1/ws/docs"])
def test_links_lead_somewhere_and_nothing_is_loaded_from_elsewhere(client, path):
    page = shown(client, path)

    assert {link[1:] for link in page.links if link.startswith("#")} <= page.places
    outside = {link for link in page.links if not link.startswith("#")}
    assert all(client.get(link).status_code == 200 for link in outside)
    assert not page.tags & {"script", "style", "iframe", "img"}


HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)> `</code><b>`"


def test_a_text_of_the_streams_document_never_becomes_markup(streams):
    streams["info"]["description"] = HOSTILE
    streams["components"]["schemas"]["Bar"]["description"] = HOSTILE

    page = Reading(streams_page(streams))

    assert not page.tags & {"script", "img", "b"}
    assert "<script>alert(1)</script>" in page.text


def test_a_text_of_the_rest_document_never_becomes_markup(client):
    document = client.get("/api/v1/openapi.json").json()
    document["info"]["title"] = HOSTILE
    document["paths"]["/api/v1/health"]["get"]["description"] = HOSTILE

    page = Reading(rest_page(document, "http://testserver/"))

    assert not page.tags & {"script", "img", "b"}
    assert "<script>alert(1)</script>" in page.text
