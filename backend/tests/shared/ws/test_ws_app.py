import asyncio

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
from starlette.routing import WebSocketRoute

from trading_api.shared.errors import ConfigurationError
from trading_api.shared.ws.generic_route import WsRouter
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.producers import Producers
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter
from trading_api.shared.ws.ws_app import WsApp, new_epoch

SUBSCRIBE = {"type": "values.subscribe", "payload": {"name": "x"}}


class Priced(BaseModel):
    price: float


class PricedWsRouter(WsRouter[Priced, Value]):
    request_model = Priced
    update_model = Value


class ProducingService(RecordingService):
    """A service of one producer that never rests."""

    def __init__(self) -> None:
        super().__init__()
        self.producers = Producers()


def served(ws_app: WsApp) -> TestClient:
    return TestClient(FastAPI(routes=[WebSocketRoute("/ws", ws_app.endpoint.serve)]))


def test_T1_a_request_model_without_one_canonical_text_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"Priced\.price"):
        WsApp().add_routers([PricedWsRouter(route="prices", service=RecordingService())])


def test_two_routers_of_one_route_are_refused_by_name() -> None:
    router = ValueWsRouter(route="values", service=RecordingService())

    with pytest.raises(ConfigurationError, match="two routers serve the route 'values'"):
        WsApp().add_routers([router, router])


def test_a_key_that_is_no_field_of_the_update_is_refused_by_name() -> None:
    router = ValueWsRouter(
        route="values", service=RecordingService(), delivery=Delivery("latest", key="nix")
    )

    with pytest.raises(ConfigurationError, match="key 'nix' is no field of Value"):
        WsApp().add_routers([router])


def test_what_lives_is_counted_and_a_service_of_two_routes_once() -> None:
    ws_app, service = WsApp(Limits(linger_s=0)), RecordingService()
    ws_app.add_routers(ValueWsRouter(route=name, service=service) for name in ("values", "more"))
    with served(ws_app) as client, client.websocket_connect("/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()

        assert ws_app.counts() == {"connections": 1, "topics": 1, "producers": 0}


async def test_producers_of_a_service_are_counted() -> None:
    ws_app, service = WsApp(), ProducingService()
    ws_app.add_routers(ValueWsRouter(route=name, service=service) for name in ("values", "more"))
    service.producers.start("one", lambda: asyncio.sleep(3600))

    assert ws_app.counts()["producers"] == 1
    await service.producers.stop()


async def test_S2_the_end_of_the_app_leaves_nothing_running() -> None:
    ws_app = WsApp()
    before = asyncio.all_tasks()
    await ws_app.start()

    await ws_app.stop()
    await ws_app.stop()

    assert asyncio.all_tasks() == before


def test_S2_the_end_of_the_app_leaves_every_topic() -> None:
    ws_app, service = WsApp(), RecordingService()
    ws_app.add_routers([ValueWsRouter(route="values", service=service)])
    with served(ws_app) as client, client.websocket_connect("/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()

        assert client.portal is not None
        client.portal.call(ws_app.stop)

    assert service.removed == service.created and ws_app.counts()["topics"] == 0


def test_E4_silence_is_looked_for_while_the_app_runs() -> None:
    ws_app, service = WsApp(), RecordingService()
    ws_app.add_routers([ValueWsRouter(route="values", service=service, stale_after_s=0.001)])
    with served(ws_app) as client, client.websocket_connect("/ws") as socket:
        assert client.portal is not None
        client.portal.call(ws_app.start)
        socket.send_json(SUBSCRIBE)

        frames = [socket.receive_json() for _ in range(2)]
        client.portal.call(ws_app.stop)

    assert frames[1]["payload"]["code"] == "no_updates"


def test_R2_epochs_are_names_of_their_own() -> None:
    assert len({new_epoch() for _ in range(100)}) == 100
