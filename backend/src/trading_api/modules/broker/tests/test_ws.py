from collections.abc import Iterator
from typing import ClassVar

import pytest
from fastapi.testclient import TestClient

from trading_api.app_factory import create_app
from trading_api.shared.ws.testing import WsRouteContract


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(create_app(enabled_modules=["broker"])) as client:
        yield client


class AccountRoute(WsRouteContract):
    params: ClassVar = {"accountId": "demo"}

    def test_S4_a_foreign_account_is_refused(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"accountId": "somebody"})

        assert (refused["code"], refused["temporary"]) == ("forbidden", False)

    def test_S5_nothing_has_happened_yet(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")

        assert (subscribed["seq"], subscribed["snapshot"]) == (0, 0)


class TestOrders(AccountRoute):
    route = "orders"
    delivery = "lossless"


class TestPositions(AccountRoute):
    route = "positions"
    delivery = "lossless"


class TestExecutions(AccountRoute):
    route = "executions"
    delivery = "lossless"


class TestEquity(AccountRoute):
    route = "equity"


class TestConnection(AccountRoute):
    route = "connection"
