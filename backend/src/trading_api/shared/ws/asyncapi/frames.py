"""The messages of the document: each is one whole frame, told apart by its constant `type`."""

from typing import Any

from pydantic import BaseModel

from trading_api.models.wire import MAX_SAFE_INTEGER
from trading_api.shared.ws.messages import (
    MAX_ID_LENGTH,
    MAX_ID_NUMBER,
    DrainingPayload,
    FrameError,
    PingPayload,
    PongPayload,
    Recover,
    RequestError,
    StatusPayload,
    SubscribeOk,
    UnsubscribeOk,
)
from trading_api.shared.ws.router_interface import WsRouteInterface

from .schemas import Schema

RECEIVED_PAYLOADS: tuple[type[BaseModel], ...] = (PingPayload, Recover)
SENT_PAYLOADS: tuple[type[BaseModel], ...] = (
    DrainingPayload,
    FrameError,
    PongPayload,
    RequestError,
    StatusPayload,
    SubscribeOk,
    UnsubscribeOk,
)
REQUEST_ID: Schema = {
    "description": "Chosen by the client, echoed in the answer (rule F3).",
    "anyOf": [
        {"type": "string", "maxLength": MAX_ID_LENGTH},
        {"type": "integer", "minimum": -MAX_ID_NUMBER, "maximum": MAX_ID_NUMBER},
    ],
}
SEQ: Schema = {"type": "integer", "minimum": 0, "maximum": MAX_SAFE_INTEGER}
ONLY_TRUE: Schema = {"type": "boolean", "const": True}


def server_messages() -> dict[str, Schema]:
    """Return the messages that belong to no route."""
    ping = _frame("ping", _ref("PingPayload"), with_id=True, payload_required=False)
    return {
        "ping": _message("Ask for a sign of life, the clock and the contract.", ping),
        "pong": _message("Answer a ping.", _frame("pong", _ref("PongPayload"), with_id=True)),
        "error": _message(
            "Refuse a frame that belongs to no route.",
            _frame("error", _ref("FrameError"), with_id=True),
        ),
        "server.draining": _message(
            "Announce the end of the connection.",
            _frame("server.draining", _ref("DrainingPayload")),
        ),
    }


def route_messages(router: WsRouteInterface) -> dict[str, Schema]:
    """Return the messages of one route; the update carries `x-delivery` and `x-key`."""
    route, request = router.route, _ref(router.request_model.__name__)
    subscribe = _frame(f"{route}.subscribe", request, with_id=True)
    subscribe["properties"]["recover"] = _ref("Recover")
    messages = {
        f"{route}.subscribe": _message(f"Subscribe to {route}.", subscribe),
        f"{route}.subscribe.response": _answer(f"{route}.subscribe.response", "SubscribeOk"),
        f"{route}.unsubscribe": _message(
            f"Unsubscribe from {route}.", _frame(f"{route}.unsubscribe", request, with_id=True)
        ),
        f"{route}.unsubscribe.response": _answer(f"{route}.unsubscribe.response", "UnsubscribeOk"),
        f"{route}.update": _update(router),
        f"{route}.status": _message(
            f"Tell how a topic of {route} fares.", _frame(f"{route}.status", _ref("StatusPayload"))
        ),
    }
    for message in messages.values():
        message["tags"] = [{"name": tag} for tag in router.tags]
    return messages


def delivery_notes(router: WsRouteInterface) -> dict[str, Any]:
    """Return how a route delivers, as extensions."""
    delivery = router.delivery
    notes = {
        "x-delivery": delivery.policy,
        "x-key": delivery.key,
        "x-held": delivery.held,
        "x-merged": True if delivery.merge else None,
        "x-stale-after-s": router.stale_after_s,
    }
    return {name: value for name, value in notes.items() if value is not None}


def _update(router: WsRouteInterface) -> Schema:
    model = router.update_model
    payload = {
        "type": "object",
        "properties": {
            "topic": {"type": "string"},
            "payload": _ref(model.__name__),
            "seq": {**SEQ, "description": "Contiguous within one topic and epoch."},
            "ts": {**SEQ, "format": "int64", "description": "When published, Unix ms, UTC."},
            "step": {**SEQ, "description": "The ledger's step behind the update (rule U7)."},
            "snapshot": {**ONLY_TRUE, "description": "A part of the state as of `seq` (rule S5)."},
            "skipped": {**SEQ, "minimum": 1, "description": "Updates left out before this one."},
            "gap": {**ONLY_TRUE, "description": "Keys were evicted: reload the history (rule U2)."},
        },
        "required": ["topic", "payload", "seq", "ts"],
    }
    summary = (model.__doc__ or f"An update of {router.route}.").strip().partition("\n")[0]
    message = _message(summary, _frame(f"{router.route}.update", payload))
    return {**message, **delivery_notes(router)}


def _answer(type_: str, ok: str) -> Schema:
    payload = {"oneOf": [_ref(ok), _ref("RequestError")], "discriminator": "status"}
    return _message("Answer the request.", _frame(type_, payload, with_id=True))


def _frame(
    type_: str, payload: Schema, *, with_id: bool = False, payload_required: bool = True
) -> Schema:
    properties: Schema = {"type": {"type": "string", "const": type_}}
    if with_id:
        properties["id"] = _ref("RequestId")
    properties["payload"] = payload
    required = ["type", "payload"] if payload_required else ["type"]
    return {"type": "object", "properties": properties, "required": required}


def _message(summary: str, frame: Schema) -> Schema:
    message: Schema = {"summary": summary, "payload": frame}
    if "id" in frame["properties"]:
        message["correlationId"] = {"location": "$message.payload#/id"}
    return message


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
