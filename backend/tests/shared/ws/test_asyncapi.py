"""The AsyncAPI document: valid, complete, and true of the frames that are really sent."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from trading_api.models.market import Bar, BarsSubscriptionRequest
from trading_api.shared.errors import CLOSE_CODES, ERRORS
from trading_api.shared.ws import messages
from trading_api.shared.ws.asyncapi import asyncapi_document
from trading_api.shared.ws.frames import UpdateEncoder, encode_frame
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.rfc6455 import payloads_of
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import RecordingService, ValueWsRouter

OFFICIAL = Path(__file__).parents[2] / "vendor" / "asyncapi-3.1.0.json"
BAR = Bar(time=60_000, open=1, high=3, low=1, close=2, volume=0.5)


class BarWsRouter(WsRouter[BarsSubscriptionRequest, Bar]):
    request_model = BarsSubscriptionRequest
    update_model = Bar


def _document() -> dict[str, Any]:
    service = RecordingService()
    delivery = Delivery("latest", key="time", held=16)
    bars = BarWsRouter(route="bars", tags=["datafeed"], service=service, delivery=delivery)
    return asyncapi_document([ValueWsRouter(route="values", service=service), bars])


def _check(frame: str | dict[str, Any]) -> list[str]:
    """Return what the document finds wrong with a frame of its type."""
    document, value = _document(), json.loads(frame) if isinstance(frame, str) else frame
    schema = document["components"]["messages"][value["type"]]["payload"]
    validator = Draft7Validator({**schema, "components": document["components"]})
    return [error.message for error in validator.iter_errors(value)]


def test_document_is_valid_asyncapi():
    schema = json.loads(OFFICIAL.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(_document())] == []


def test_every_reference_leads_somewhere():
    document = _document()

    def references(node: Any) -> list[str]:
        if isinstance(node, list):
            return [ref for item in node for ref in references(item)]
        if not isinstance(node, dict):
            return []
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [ref for value in node.values() for ref in references(value)]

    for reference in set(references(document)):
        target: Any = document
        for part in reference.removeprefix("#/").split("/"):
            target = target[part]


def test_document_does_not_depend_on_the_order_of_routers():
    service = RecordingService()
    bars, values = (
        BarWsRouter(route="b", service=service),
        ValueWsRouter(route="v", service=service),
    )

    one, other = asyncapi_document([bars, values]), asyncapi_document([values, bars])
    assert json.dumps(one) == json.dumps(other)


def test_every_message_has_its_constant_type_and_a_payload():
    for name, message in _document()["components"]["messages"].items():
        assert message["payload"]["properties"]["type"] == {"type": "string", "const": name}
        assert "payload" in message["payload"]["required"] or name == "ping"


def test_requests_are_received_with_their_reply_and_updates_are_sent():
    operations = _document()["operations"]
    message = "#/channels/ws/messages/"

    for request in ("bars.subscribe", "bars.unsubscribe", "ping"):
        reply = "pong" if request == "ping" else f"{request}.response"
        assert operations[request]["action"] == "receive"
        assert operations[request]["reply"]["messages"] == [{"$ref": message + reply}]
    sent = [message + "bars.update", message + "bars.status"]
    assert [ref["$ref"] for ref in operations["bars.update"]["messages"]] == sent
    assert {operations[name]["action"] for name in ("error", "server.draining")} == {"send"}


def test_U2_delivery_key_limits_and_codes_are_visible():
    document = _document()

    update = document["components"]["messages"]["bars.update"]
    assert (update["x-delivery"], update["x-key"], update["x-held"]) == ("latest", "time", 16)
    assert document["channels"]["ws"]["address"] == "/api/v1/ws"
    limits = document["channels"]["ws"]["x-limits"]
    assert (limits["frame_bytes"], limits["server_frame_bytes"]) == (64 * 1024, 256 * 1024)
    assert limits["topic_bytes"] == 2048
    assert [row["code"] for row in document["x-error-codes"]] == list(ERRORS)
    assert [row["code"] for row in document["x-close-codes"]] == list(CLOSE_CODES)


SUBSCRIBED = messages.SubscribeOk(
    message="m",
    topic="t",
    delivery="latest",
    epoch="e",
    seq=0,
    snapshot=0,
    recovered=False,
    held=False,
)
REFUSED = messages.RequestError(code="c", message="m", temporary=True)
TOPIC_REFUSED = messages.RequestError(code="c", message="m", temporary=True, topic="t")
SENT = [
    ("bars.subscribe.response", SUBSCRIBED),
    ("bars.subscribe.response", REFUSED),
    ("bars.unsubscribe.response", messages.UnsubscribeOk(message="m", topic="t")),
    ("bars.unsubscribe.response", TOPIC_REFUSED),
    ("bars.status", messages.StatusPayload(topic="t", state="live")),
    ("bars.status", messages.StatusPayload(topic="t", state="ended", code="c", temporary=False)),
    ("pong", messages.PongPayload(t=None, ts=1, contract=1)),
    ("pong", messages.PongPayload(t=1.5, ts=1, contract=1)),
    ("error", messages.FrameError(code="c", message="m", temporary=False)),
    ("server.draining", messages.DrainingPayload(grace_ms=1)),
]


@pytest.mark.parametrize("request_id", [None, "a", 2**53])
@pytest.mark.parametrize(("type_", "payload"), SENT)
def test_frames_of_the_server_are_as_documented(type_, payload, request_id):
    assert _check(next(payloads_of(encode_frame(type_, payload, request_id))).decode()) == []


def test_updates_of_the_server_are_as_documented():
    encoder = UpdateEncoder("bars", "bars:{}")
    entry = messages.Entry(seq=1, ts=2, payload=BAR.model_dump_json(), step=3)

    for frame in (encoder.frame(entry, skipped=1, gap=True), encoder.snapshot(entry, 0)):
        assert _check(next(payloads_of(frame)).decode()) == []
    wrong = encoder.frame(messages.Entry(1, 2, '{"time":1}'))
    assert _check(next(payloads_of(wrong)).decode()) != []


REQUEST = {"symbol": "AAPL", "resolution": "1"}


@pytest.mark.parametrize(
    ("frame", "is_right"),
    [
        ({"type": "bars.subscribe", "payload": REQUEST}, True),
        ({"type": "bars.subscribe", "payload": REQUEST, "id": 1, "unheard": 1}, True),
        ({"type": "bars.subscribe", "payload": REQUEST, "recover": {"epoch": "", "seq": 0}}, True),
        ({"type": "bars.subscribe", "payload": REQUEST, "recover": {"epoch": ""}}, False),
        ({"type": "bars.subscribe", "payload": {**REQUEST, "unheard": 1}}, False),
        ({"type": "bars.subscribe", "payload": None}, False),
        ({"type": "bars.subscribe"}, False),
        ({"type": "bars.subscribe", "payload": REQUEST, "id": "x" * 65}, False),
        ({"type": "bars.unsubscribe", "payload": REQUEST}, True),
        ({"type": "ping"}, True),
        ({"type": "ping", "payload": {"t": 1}}, True),
        ({"type": "ping", "payload": {"t": "1"}}, False),
        ({"type": "error", "payload": {"code": "c", "message": "m", "temporary": None}}, False),
    ],
)
def test_frames_of_a_client_are_as_documented(frame, is_right):
    assert (_check(frame) == []) is is_right


def test_F4_a_newer_server_may_send_more():
    payload = {"topic": "t", "payload": {**BAR.model_dump(), "new": 1}, "seq": 1, "ts": 1, "new": 1}
    assert _check({"type": "bars.update", "payload": payload, "new": 1}) == []
