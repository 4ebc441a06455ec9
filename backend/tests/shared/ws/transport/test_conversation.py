import asyncio
from typing import Any

import pytest

from trading_api.shared.ws.testing import settle
from trading_api.shared.ws.transport.conversation import MESSAGES_AHEAD, Conversation, PeerGone


class Socket:
    """A connection that remembers what its conversation asked of it."""

    def __init__(self) -> None:
        self.said: list[Any] = []
        self.is_gone = False

    def accept(self, headers: Any, subprotocol: str | None) -> None:
        self.said.append(("accept", list(headers), subprotocol))

    def refuse(self, status: int, headers: Any, body: bytes) -> None:
        self.said.append(("refuse", status, body))

    async def send(self, message: str | bytes) -> None:
        if self.is_gone:
            raise PeerGone
        self.said.append(message)

    def close(self, code: int, reason: str) -> None:
        self.said.append(("close", code, reason))

    def finished(self) -> None:
        self.said.append("finished")

    def taken(self) -> None:
        self.said.append("taken")


async def talk(*messages: dict[str, Any]) -> list[Any]:
    """Let an app send messages; return what its socket was asked."""
    socket = Socket()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for message in messages:
            await send(message)

    await Conversation(socket).run(app, {"path": "/"})
    return socket.said


ACCEPT = {"type": "websocket.accept"}


async def test_an_app_accepts_sends_and_closes() -> None:
    said = await talk(
        ACCEPT | {"subprotocol": "p"},
        {"type": "websocket.send", "text": "a"},
        {"type": "websocket.send", "bytes": b"b"},
        {"type": "websocket.close", "code": 4000},
    )

    assert said == [("accept", [], "p"), "a", b"b", ("close", 4000, ""), "finished"]


async def test_closing_before_accepting_refuses() -> None:
    assert await talk({"type": "websocket.close"}) == [("refuse", 403, b""), "finished"]


async def test_E2_a_refusal_may_come_in_parts() -> None:
    said = await talk(
        {"type": "websocket.http.response.start", "status": 503},
        {"type": "websocket.http.response.body", "body": b"a", "more_body": True},
        {"type": "websocket.http.response.body", "body": b"b"},
    )

    assert said[0] == ("refuse", 503, b"ab")


@pytest.mark.parametrize(
    "messages",
    [
        [],
        [{"type": "websocket.send", "text": "a"}],
        [{"type": "websocket.http.response.body"}],
    ],
)
async def test_an_app_that_does_not_answer_is_a_fault(messages: list[dict[str, Any]]) -> None:
    assert (await talk(*messages))[0] == ("refuse", 500, b"Internal Server Error")


async def test_a_fault_of_the_app_is_logged_and_ends(caplog: pytest.LogCaptureFixture) -> None:
    assert await talk(ACCEPT, ACCEPT) == [("accept", [], None), "finished"]
    assert "websocket_failed path=/" in caplog.text


async def test_S2_a_peer_that_is_gone_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    socket = Socket()
    socket.is_gone = True

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send(ACCEPT)
        await send({"type": "websocket.send", "text": "a"})

    await Conversation(socket).run(app, {"path": "/"})

    assert socket.said[-1] == "finished" and caplog.text == ""


async def test_what_came_before_the_end_is_received_before_it() -> None:
    socket, received = Socket(), list[Any]()
    conversation = Conversation(socket)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for _ in range(5):
            received.append(await receive())

    conversation.put("a")
    conversation.put(b"b")
    conversation.end(1001, "bye")
    conversation.end(1006)
    await conversation.run(app, {"path": "/"})

    end = {"type": "websocket.disconnect", "code": 1001, "reason": "bye"}
    assert [one["type"] for one in received[:1]] == ["websocket.connect"]
    assert received[1:] == [
        {"type": "websocket.receive", "text": "a"},
        {"type": "websocket.receive", "bytes": b"b"},
        end,
        end,
    ]


async def test_an_app_that_waits_is_woken() -> None:
    received = list[Any]()
    conversation = Conversation(Socket())

    async def app(scope: Any, receive: Any, send: Any) -> None:
        received.extend([await receive(), await receive()])

    running = asyncio.create_task(conversation.run(app, {"path": "/"}))
    await settle()

    conversation.put("a")
    await running

    assert received[1]["text"] == "a"


async def test_U4_messages_ahead_are_bounded() -> None:
    conversation = Conversation(Socket())
    for _ in range(MESSAGES_AHEAD - 1):
        before = conversation.is_full
        conversation.put("a")

    assert (before, conversation.is_full) == (False, True)
