"""The whole app: modules, lifespans, isolation."""

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from pydantic import create_model

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.errors import ConfigurationError
from trading_api.shared.module_interface import Module
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter
from trading_api.shared.ws.ws_app import WsApp

SUBSCRIBE = {"type": "values.subscribe", "payload": {"name": "x"}}
TOPIC = 'values:{"name":"x"}'


class ValuesModule:
    """A module of somebody else's, with one stream."""

    def __init__(self) -> None:
        self.service = RecordingService()
        self.configured = 0
        self.calls: list[str] = []

    @property
    def name(self) -> str:
        return "values"

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return [ValueWsRouter(route="values", service=self.service)]

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        self.configured += 1

    async def start(self) -> None:
        self.calls.append("start")

    async def stop(self) -> None:
        self.calls.append("stop")


def app_of(*modules: Module) -> FastAPI:
    return create_app([], modules=modules, settings=Settings(linger_s=0))


def test_an_unknown_module_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigurationError, match="one of datafeed, broker"):
        create_app(["datafed"])


def test_two_modules_cannot_serve_one_route() -> None:
    with pytest.raises(ConfigurationError, match="'values'"):
        app_of(ValuesModule(), ValuesModule())


@pytest.mark.parametrize("kind", [float, dict[str, str]])
def test_T1_what_is_no_part_of_a_topic_is_refused_at_registration(kind: type) -> None:
    module = ValuesModule()
    router = ValueWsRouter(route="values", service=module.service)
    router.request_model = create_model("PricedRequest", price=(kind, ...))  # type: ignore[misc]

    with pytest.raises(ConfigurationError, match=r"^PricedRequest\.price: .* got (float|dict)"):
        WsApp().add_routers([router])


def test_a_module_of_ones_own_is_configured_started_and_stopped() -> None:
    module = ValuesModule()

    with TestClient(app_of(module)) as client:
        health = client.get("/api/v1/health").json()

    assert health["modules"] == ["values"]
    assert module.configured == 1 and module.calls == ["start", "stop"]


def test_two_lifespans_of_one_app_behave_alike() -> None:
    module = ValuesModule()
    app = app_of(module)

    for number in (1, 2):
        with TestClient(app) as client, client.websocket_connect("/api/v1/ws") as socket:
            socket.send_json(SUBSCRIBE)
            assert socket.receive_json()["payload"]["seq"] == 0
            client.portal.call(  # type: ignore[union-attr]
                module.service.updates[TOPIC], Value(key="a", number=number)
            )
            assert socket.receive_json()["payload"]["payload"]["number"] == number

    assert module.service.created == module.service.removed == [TOPIC, TOPIC]


def test_two_apps_of_one_process_do_not_touch_each_other() -> None:
    one, other = app_of(ValuesModule()), app_of(ValuesModule())

    with (
        TestClient(one) as client,
        TestClient(other),
        client.websocket_connect("/api/v1/ws") as socket,
    ):
        socket.send_json(SUBSCRIBE)
        socket.receive_json()

        assert one.state.ws_app.counts()["topics"] == 1
        assert other.state.ws_app.counts()["topics"] == 0


def test_the_server_describes_itself() -> None:
    with TestClient(app_of(ValuesModule())) as client:
        health = client.get("/api/v1/health").json()
        versions = client.get("/api/v1/versions").json()
        asyncapi = client.get("/api/v1/ws/asyncapi.json").json()

    assert health["status"] == "ok" and health["ws"]["connections"] == 0
    assert versions["available_versions"] == [client.get("/api/v1/version").json()]
    assert asyncapi["asyncapi"] == "3.1.0"


def test_an_unknown_path_is_an_error_reply() -> None:
    with TestClient(app_of()) as client:
        reply = client.get("/api/v1/no/such/path")

    assert reply.status_code == 404 and reply.json()["code"] == "not_found"
