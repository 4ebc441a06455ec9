from pathlib import Path
from typing import Any, ClassVar

import pytest
from fastapi.testclient import TestClient

from trading_api.modules.workspace.documents_file import DocumentsFile
from trading_api.shared.clock import SystemClock
from trading_api.shared.ws.testing import WsRouteContract

MAIN = "/api/v1/workspace/documents/layout/main"
SUBSCRIBE = {"type": "workspace.subscribe", "payload": {}}


class TestWorkspace(WsRouteContract):
    route = "workspace"
    params: ClassVar[dict[str, Any]] = {}

    @pytest.fixture(autouse=True)
    def documents(self, tmp_path: Path) -> None:
        file = DocumentsFile(tmp_path / "workspace.sqlite3", SystemClock())
        file.save("layout", "main", 0, "{}")
        file.save("settings", "main", 0, "{}")


def put(client: TestClient, revision: int, content: Any) -> None:
    client.put(MAIN, json={"revision": revision, "content": content}).raise_for_status()


def told(socket: Any) -> Any:
    return socket.receive_json()["payload"]["payload"]


def test_S5_the_snapshot_is_all_documents(client: TestClient) -> None:
    put(client, 0, {})
    client.put(MAIN.replace("layout", "settings"), json={"revision": 0, "content": {}})
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        subscribed = socket.receive_json()["payload"]
        parts = [told(socket) for _ in range(subscribed["snapshot"])]

    assert [(one["id"], one["revision"], one["deleted"]) for one in parts] == [
        ("layout/main", 1, False),
        ("settings/main", 2, False),
    ]


def test_another_tab_is_told_what_is_saved_and_deleted(client: TestClient) -> None:
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        put(client, 0, {})
        put(client, 1, {"a": 1})
        client.delete(f"{MAIN}?revision=2").raise_for_status()
        updates = [told(socket) for _ in range(3)]

    assert [(one["id"], one["revision"], one["deleted"]) for one in updates] == [
        ("layout/main", 1, False),
        ("layout/main", 2, False),
        ("layout/main", 2, True),
    ]


def test_what_changed_nothing_is_not_told(client: TestClient) -> None:
    put(client, 0, {})
    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        socket.receive_json()
        put(client, 0, {})
        put(client, 1, {"a": 1})

        assert told(socket)["revision"] == 2


def test_R1_who_was_away_is_told_what_was_deleted(client: TestClient) -> None:
    put(client, 0, {})
    with (
        client.websocket_connect("/api/v1/ws") as staying,
        client.websocket_connect("/api/v1/ws") as away,
    ):
        staying.send_json(SUBSCRIBE)
        place = {key: staying.receive_json()["payload"][key] for key in ("epoch", "seq")}
        client.delete(f"{MAIN}?revision=1").raise_for_status()
        away.send_json({"type": "workspace.subscribe", "payload": {}, "recover": place})
        recovered = away.receive_json()["payload"]["recovered"]

        assert (recovered, told(away)["deleted"]) == (True, True)


def test_who_comes_later_sees_what_changed_while_nobody_listened(client: TestClient) -> None:
    for revision in (0, 1):
        with client.websocket_connect("/api/v1/ws") as socket:
            socket.send_json(SUBSCRIBE)
            socket.receive_json()
        put(client, revision, {"revision": revision})

    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)
        socket.receive_json()
        assert told(socket)["revision"] == 2


def test_a_damaged_file_refuses_the_stream_with_its_code(
    client: TestClient, tmp_path: Path
) -> None:
    (tmp_path / "workspace.sqlite3").write_bytes(b"no database" * 100)

    with client.websocket_connect("/api/v1/ws") as socket:
        socket.send_json(SUBSCRIBE)

        assert socket.receive_json()["payload"]["code"] == "WORKSPACE_CORRUPT"
