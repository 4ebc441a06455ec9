from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import WebSocketRoute

from trading_api.shared.metrics import METRICS
from trading_api.shared.metrics.families import names_of
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.messages import StatusPayload
from trading_api.shared.ws.stream_metrics import stream_metrics
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter
from trading_api.shared.ws.ws_app import WsApp

SUBSCRIBE = {"type": "values.subscribe", "payload": {"name": "x"}}
TOPIC = 'values:{"name":"x"}'
ROUTE = {"route": "values"}


def app() -> tuple[WsApp, RecordingService]:
    ws_app, service = WsApp(Limits(linger_s=0)), RecordingService()
    ws_app.add_routers([ValueWsRouter(route="values", service=service)])
    return ws_app, service


def sample(ws_app: WsApp, name: str, labels: dict[str, str] | None = None) -> float | None:
    samples = [one for family in stream_metrics(ws_app) for one in family.samples]
    wanted = (f"trading_pro_{name}", labels or {})
    return next((one.value for one in samples if (one.name, one.labels) == wanted), None)


def test_what_nobody_used_is_there_at_nothing() -> None:
    ws_app, _ = app()

    assert sample(ws_app, "topics", ROUTE) == sample(ws_app, "updates_total", ROUTE) == 0
    assert sample(ws_app, "connections") == sample(ws_app, "outbox_bytes_max") == 0
    assert names_of(stream_metrics(ws_app)) <= set(METRICS)


def test_what_is_published_is_counted_once_and_delivered_to_each() -> None:
    ws_app, service = app()
    app_routes = FastAPI()
    app_routes.router.routes.append(WebSocketRoute("/ws", ws_app.endpoint.serve))
    with TestClient(app_routes) as client, client.websocket_connect("/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        assert client.portal is not None
        client.portal.call(service.updates[TOPIC], Value(key="a", number=1))
        socket.receive_json()

        assert sample(ws_app, "updates_total", ROUTE) == 1
        assert sample(ws_app, "deliveries_total", ROUTE) == 1
        assert sample(ws_app, "subscriptions") == sample(ws_app, "connections") == 1


def test_a_topic_in_trouble_is_counted_by_its_state() -> None:
    ws_app, _ = app()
    topic = ws_app.hub.open(TOPIC, ws_app.routers["values"])

    topic.set_status(StatusPayload(topic=TOPIC, state="stale", code="no_updates"))

    assert sample(ws_app, "topics_troubled", ROUTE | {"state": "stale"}) == 1


def test_ends_of_an_unknown_code_are_counted_together() -> None:
    ws_app, _ = app()

    ws_app.endpoint.closes.update([1000, 3456, 3457])

    assert sample(ws_app, "connections_closed_total", {"code": "1000"}) == 1
    assert sample(ws_app, "connections_closed_total", {"code": "other"}) == 2
