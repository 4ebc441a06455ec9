"""An app of one test route, and its metrics as Prometheus reads them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from trading_api.app_factory import create_app
from trading_api.settings import Settings
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.testing import RecordingService, Value, ValueWsRouter
from trading_api.shared.ws.ws_app import WsApp

SUBSCRIBE = {"type": "values.subscribe", "payload": {"name": "x"}}
TOPIC = 'values:{"name":"x"}'


class ValuesModule:
    """A module with one stream and no metrics of its own."""

    name = "values"

    def __init__(self) -> None:
        self.service = RecordingService()

    def get_api_routers(self) -> list[APIRouter]:
        return []

    def get_ws_routers(self) -> list[WsRouteInterface]:
        return [ValueWsRouter(route="values", service=self.service)]

    def configure_app(self, api_app: FastAPI, ws_app: WsApp) -> None:
        pass


class Served:
    """A started app, its client and its module."""

    def __init__(self, client: TestClient, module: ValuesModule, ws_app: WsApp) -> None:
        self.client = client
        self.ws_app = ws_app
        self._module = module

    def publish(self, update: Any) -> None:
        """Publish to the test topic, in the loop of the app."""
        portal = self.client.portal
        assert portal is not None
        portal.call(self._module.service.updates[TOPIC], update)

    def value(self, name: str, **labels: str) -> float | None:
        """Scrape; return the sample of this name and these labels, None when there is none."""
        text = self.client.get("/metrics").text
        samples = [s for family in text_string_to_metric_families(text) for s in family.samples]
        found = [s.value for s in samples if s.name == name and s.labels == labels]
        return found[0] if found else None


@contextmanager
def served(**limits: Any) -> Iterator[Served]:
    """Serve the test route."""
    module = ValuesModule()
    app = create_app([], modules=[module], settings=Settings(linger_s=0, **limits))
    with TestClient(app) as client:
        yield Served(client, module, app.state.ws_app)


def value(number: int) -> Value:
    return Value(key="a", number=number)
