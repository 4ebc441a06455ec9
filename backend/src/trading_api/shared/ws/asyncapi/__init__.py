"""The AsyncAPI 3.1 document of the socket, written from its routers. Pure and deterministic."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.messages import CONTRACT_VERSION, SERVER_FRAME_BYTES
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.topics import MAX_TOPIC_BYTES

from .frames import (
    RECEIVED_PAYLOADS,
    REQUEST_ID,
    SENT_PAYLOADS,
    delivery_notes,
    route_messages,
    server_messages,
)
from .schemas import Schema, model_schemas, without_nulls

ADDRESS = "/api/v1/ws"
CHANNEL = "ws"
DESCRIPTION = (
    "One WebSocket, text frames of JSON. A client subscribes to topics of routes; every request is "
    "answered, updates are numbered for each topic. The rules are in docs/reference/protocol.md."
)


def asyncapi_document(routers: Iterable[WsRouteInterface]) -> dict[str, Any]:
    """Return the document of a socket that serves `routers`.

    Raises:
        ConfigurationError: models of the routes share a name, or one is both received and sent.
    """
    served = sorted(routers, key=lambda router: router.route)
    messages = server_messages()
    for router in served:
        messages |= route_messages(router)
    return {
        "asyncapi": "3.1.0",
        "info": {
            "title": "Trading Pro streams",
            "version": f"{CONTRACT_VERSION}.0.0",
            "description": DESCRIPTION,
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "channels": {CHANNEL: _channel(messages)},
        "operations": _operations(served),
        "components": {"messages": messages, "schemas": _schemas(served)},
        "x-error-codes": [asdict(row) for row in ERRORS.values()],
        "x-close-codes": [asdict(row) for row in CLOSE_CODES.values()],
    }


def _channel(messages: Iterable[str]) -> Schema:
    limits: Schema = {name: field.default for name, field in Limits.model_fields.items()}
    limits |= {"topic_bytes": MAX_TOPIC_BYTES, "server_frame_bytes": SERVER_FRAME_BYTES}
    return {
        "address": ADDRESS,
        "title": "The socket",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
        "bindings": {"ws": {"method": "GET", "bindingVersion": "0.1.0"}},
        "x-limits": dict(sorted(limits.items())),
    }


def _operations(routers: Iterable[WsRouteInterface]) -> dict[str, Schema]:
    operations = {
        "ping": _receive("ping", "pong"),
        "error": _send("error"),
        "server.draining": _send("server.draining"),
    }
    for router in routers:
        route = router.route
        tags = {"tags": [{"name": tag} for tag in router.tags]}
        for request in (f"{route}.subscribe", f"{route}.unsubscribe"):
            operations[request] = {**_receive(request, f"{request}.response"), **tags}
        updates = _send(f"{route}.update", f"{route}.status")
        operations[f"{route}.update"] = {**updates, **tags, **delivery_notes(router)}
    return operations


def _receive(message: str, reply: str) -> Schema:
    """Describe what a client asks; "receive" is the server's view."""
    answered = {"channel": _channel_ref(), "messages": [_message_ref(reply)]}
    return {
        "action": "receive",
        "channel": _channel_ref(),
        "messages": [_message_ref(message)],
        "reply": answered,
    }


def _send(*messages: str) -> Schema:
    return {
        "action": "send",
        "channel": _channel_ref(),
        "messages": [_message_ref(message) for message in messages],
    }


def _channel_ref() -> Schema:
    return {"$ref": f"#/channels/{CHANNEL}"}


def _message_ref(name: str) -> Schema:
    return {"$ref": f"#/channels/{CHANNEL}/messages/{name}"}


def _schemas(routers: list[WsRouteInterface]) -> dict[str, Schema]:
    received = [*RECEIVED_PAYLOADS, *(router.request_model for router in routers)]
    sent = [*SENT_PAYLOADS, *(router.update_model for router in routers)]
    schemas = model_schemas(received, sent)
    for payload in SENT_PAYLOADS:
        schemas[payload.__name__] = without_nulls(schemas[payload.__name__])
    schemas["RequestId"] = REQUEST_ID
    return {name: schemas[name] for name in sorted(schemas)}
