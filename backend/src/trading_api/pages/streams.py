"""The page of the socket: its AsyncAPI document as a person reads it, route by route."""

from collections.abc import Iterable, Iterator
from typing import Any

from trading_api.shared.ws.topics import topic_of

from .markup import Part, element, prose, spans, table
from .reference import Section, folded, reference_page, schema_sections
from .samples import sample, sample_text
from .schemas import Schema, Schemas, fields, fields_table

SOURCE = "/api/v1/ws/asyncapi.json"
# Envelope, payload and what the payload holds.
SHOWN_DEPTH = 3
# What a developer reads first; the other messages of a route wait folded.
OPENED = (".subscribe", ".update")
SOCKET = ("", "")
DIRECTIONS = {"receive": "you send", "send": "you receive"}


def streams_page(document: dict[str, Any]) -> str:
    """Return the page of an AsyncAPI document that `shared.ws.asyncapi` wrote."""
    return reference_page(
        document["info"]["title"],
        document["info"]["description"],
        SOURCE,
        [
            *_route_sections(document),
            *_table_sections(document),
            *schema_sections(document["components"]["schemas"]),
        ],
    )


def _route_sections(document: dict[str, Any]) -> Iterator[Section]:
    """Yield the section of the socket itself, then one a route."""
    bodies: dict[tuple[str, str], list[Part]] = {}
    for name, operation in document["operations"].items():
        body = bodies.setdefault(_place(document, name), [])
        body.extend(_operation(document, name))
        if "x-delivery" in operation:
            body.insert(0, element("p", *_delivery(operation)))
    (channel,) = document["channels"].values()
    address = element("p", "The address is ", element("code", channel["address"]), ".")
    yield Section("The socket", "socket", channel["title"], [address, *bodies.pop(SOCKET, [])])
    for group, route in sorted(bodies):
        yield Section(group, f"route-{route}", route, bodies[group, route])


def _place(document: dict[str, Any], name: str) -> tuple[str, str]:
    """Return the group and the route of an operation; the socket's own belong to no route."""
    route = name.rpartition(".")[0]
    if f"{route}.subscribe" not in document["operations"]:
        return SOCKET
    tags = document["operations"][name].get("tags") or [{"name": "other"}]
    return tags[0]["name"], route


def _operation(document: dict[str, Any], name: str) -> Iterator[Part]:
    operation = document["operations"][name]
    direction = DIRECTIONS[operation["action"]]
    for message in _names(operation["messages"]):
        yield _message(document, message, direction)
    for message in _names(operation.get("reply", {}).get("messages", [])):
        yield _message(document, message, "you receive")


def _names(refs: Iterable[Schema]) -> list[str]:
    return [ref["$ref"].rpartition("/")[2] for ref in refs]


def _delivery(operation: dict[str, Any]) -> Iterator[Part]:
    """Yield how updates are delivered, in the words of the route's own declaration."""
    yield "Delivery "
    yield element("code", operation["x-delivery"])
    if "x-key" in operation:
        yield ", one state for each "
        yield element("code", operation["x-key"])
    if "x-held" in operation:
        yield f", the newest {operation['x-held']} held"
    if "x-merged" in operation:
        yield ", what was missed merged into one"
    yield "."


def _message(document: dict[str, Any], name: str, direction: str) -> Part:
    message = document["components"]["messages"][name]
    schemas: Schemas = document["components"]["schemas"]
    frame = _sample_frame(name, message["payload"], document)
    body = [
        *prose(message.get("summary", "")),
        element("pre", sample_text(frame)),
        fields_table(list(fields(message["payload"], schemas, depth=SHOWN_DEPTH))),
    ]
    shown = folded(f"{name} · {direction}", *body)
    if name.endswith(OPENED):
        shown.set("open", "open")
    return shown


def _sample_frame(name: str, schema: Schema, document: dict[str, Any]) -> dict[str, Any]:
    """Return one whole frame, its topic that of the route's own sample request."""
    schemas: Schemas = document["components"]["schemas"]
    frame = dict(sample(schema, schemas))
    if "id" in schema["properties"]:
        frame = {"type": frame.pop("type"), "id": 1, **frame}
    request = document["components"]["messages"].get(f"{name.partition('.')[0]}.subscribe")
    payload = frame.get("payload", {})
    if request and "topic" in payload:
        asked = sample(request["payload"]["properties"]["payload"], schemas)
        payload["topic"] = topic_of(name.partition(".")[0], asked)
    return frame


def _table_sections(document: dict[str, Any]) -> Iterator[Section]:
    group = "Errors and limits"
    errors: list[tuple[Part | list[Part], ...]] = [
        (element("code", row["code"]), _yes(row["temporary"]), list(spans(row["meaning"])))
        for row in document["x-error-codes"]
    ]
    yield Section(group, "errors", "Error codes", [table(("code", "temporary", "means"), errors)])
    closing: list[tuple[Part | list[Part], ...]] = [
        (element("code", str(row["code"])), _yes(row["terminal"]), row["reason"])
        for row in document["x-close-codes"]
    ]
    yield Section(group, "closing", "Close codes", [table(("code", "terminal", "says"), closing)])
    (channel,) = document["channels"].values()
    limits: list[tuple[Part | list[Part], ...]] = [
        (element("code", name), f"{value:,}") for name, value in channel["x-limits"].items()
    ]
    yield Section(group, "limits", "Limits", [table(("limit", "value"), limits)])


def _yes(value: bool) -> str:
    return "yes" if value else "no"
