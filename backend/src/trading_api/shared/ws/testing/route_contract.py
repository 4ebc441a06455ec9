"""What every route must do, for each module's tests to subclass."""

from typing import Any, ClassVar, Literal

from fastapi.testclient import TestClient


class WsRouteContract:
    """What every route must do; a module's tests subclass it and name the route.

    Subclasses set `route`, `params` (a valid request) and `delivery`, and give the fixture
    `client`: a started `TestClient` of an app that serves the route.
    """

    route: ClassVar[str]
    params: ClassVar[dict[str, Any]]
    delivery: ClassVar[Literal["latest", "recent", "lossless"]] = "latest"

    def test_S1_subscribe_and_unsubscribe_are_answered(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")
            unsubscribed = self.ask(socket, "unsubscribe")

        assert subscribed["status"] == unsubscribed["status"] == "ok"
        assert subscribed["topic"] == unsubscribed["topic"]
        assert subscribed["delivery"] == self.delivery

    def test_S3_a_second_subscribe_is_held(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            self.ask(socket, "subscribe")

            again = self.ask(socket, "subscribe")

        assert again["held"] and again["snapshot"] == 0

    def test_S5_the_announced_snapshot_comes_first(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")
            parts = [socket.receive_json()["payload"] for _ in range(subscribed["snapshot"])]

        assert all(part["snapshot"] and part["seq"] == subscribed["seq"] for part in parts)

    def test_F2_an_unknown_field_is_refused(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"no_such_field": 1})

        assert refused["code"] == "invalid_payload" and "no_such_field" in refused["message"]

    def ask(self, socket: Any, verb: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send a request and return its response's payload, passing over updates."""
        type_ = f"{self.route}.{verb}"
        socket.send_json({"type": type_, "payload": self.params | (more or {})})
        while (frame := socket.receive_json())["type"] != f"{type_}.response":
            pass
        payload: dict[str, Any] = frame["payload"]
        return payload
