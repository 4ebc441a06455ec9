from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import WebSocketRoute

from trading_api.shared.ws.connections.endpoint import ENDS_KEPT
from trading_api.shared.ws.count_streams import count_streams
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.messages import StatusPayload
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter
from trading_api.shared.ws.ws_app import WsApp

SUBSCRIBE = {"type": "values.subscribe", "payload": {"name": "x"}}
TOPIC = 'values:{"name":"x"}'


def served() -> tuple[WsApp, RecordingService, TestClient]:
    ws_app, service = WsApp(Limits(linger_s=0)), RecordingService()
    ws_app.add_routers([ValueWsRouter(route="values", service=service)])
    app = FastAPI(routes=[WebSocketRoute("/ws", ws_app.endpoint.serve)])
    return ws_app, service, TestClient(app)


def test_an_idle_app_counts_nothing() -> None:
    counts = count_streams(served()[0])

    assert (counts.connections, counts.updates, counts.outbox_bytes) == (0, 0, 0)
    assert not counts.topics and not counts.ended and not counts.is_draining


def test_a_topic_is_counted_with_its_listeners_and_its_place() -> None:
    ws_app, service, client = served()
    with client, client.websocket_connect("/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        assert client.portal is not None
        client.portal.call(service.updates[TOPIC], Value(key="a", number=1))
        counts = count_streams(ws_app)
        stale = StatusPayload(topic=TOPIC, state="stale", code="no_updates")
        client.portal.call(ws_app.hub.topics[TOPIC].set_status, stale)
        (troubled,) = count_streams(ws_app).topics

    (topic,) = counts.topics
    assert (topic.name, topic.seq, topic.listeners, topic.state) == (TOPIC, 1, 1, "live")
    assert (counts.connections, counts.subscriptions, counts.deliveries) == (1, 1, 1)
    assert (troubled.state, troubled.code) == ("stale", "no_updates")


def test_a_topic_that_starts_has_no_state_yet() -> None:
    ws_app, *_ = served()
    ws_app.hub.open(TOPIC, ws_app.routers["values"])

    (topic,) = count_streams(ws_app).topics

    assert (topic.state, topic.last_update_s) == (None, None)


def test_the_last_ends_are_kept_with_their_code_and_number() -> None:
    ws_app, _, client = served()
    with client:
        for number in range(ENDS_KEPT + 2):
            with client.websocket_connect("/ws") as socket:
                socket.close(1000 + number)

    ended = count_streams(ws_app).ended
    assert len(ended) == ENDS_KEPT
    assert [(one.number, one.code) for one in ended][::-1][:2] == [(22, 1021), (21, 1020)]
