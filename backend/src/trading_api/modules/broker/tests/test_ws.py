from typing import ClassVar

import pytest
from fastapi.testclient import TestClient

from trading_api.modules.broker.testing import PaperTrading
from trading_api.shared.ws.testing import WsRouteContract


@pytest.fixture
def client(paper: PaperTrading) -> TestClient:
    return paper.client


class AccountRoute(WsRouteContract):
    params: ClassVar = {"accountId": "demo"}
    first: ClassVar = (0, 0)

    def test_S4_a_foreign_account_is_refused(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"accountId": "somebody"})

        assert (refused["code"], refused["temporary"]) == ("forbidden", False)

    def test_S5_the_state_of_a_new_account(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")

        assert (subscribed["seq"], subscribed["snapshot"]) == self.first


class TestOrders(AccountRoute):
    route = "orders"
    delivery = "lossless"


class TestPositions(AccountRoute):
    route = "positions"
    delivery = "lossless"


class TestExecutions(AccountRoute):
    route = "executions"
    delivery = "lossless"


class TestAccount(AccountRoute):
    route = "account"
    delivery = "lossless"
    first = (1, 1)


class TestEquity(AccountRoute):
    route = "equity"
    first = (0, 1)


class TestConnection(AccountRoute):
    route = "connection"
    first = (0, 1)
