import asyncio
from itertools import pairwise
from typing import Any

import pytest
from starlette.websockets import WebSocket, WebSocketDisconnect

from trading_api.shared.ws.rfc6455 import text_frame
from trading_api.shared.ws.testing import settle
from trading_api.shared.ws.transport.asgi_sink import SENDS_A_TURN, AsgiSink


class Peer:
    """The other side of an ASGI server; it takes what it is sent when the test says."""

    def __init__(self, send_stall_s: float = 60.0) -> None:
        self.sent: list[Any] = []
        self.accepting = asyncio.Event()
        self.accepting.set()
        self.fault: Exception | None = None
        self.heard: list[str] = []
        self._send_stall_s = send_stall_s

    async def send(self, message: Any) -> None:
        if message["type"] == "websocket.send":
            await self.accepting.wait()
            if self.fault is not None:
                raise self.fault
        self.sent.append(message.get("text", message.get("code")))

    async def receive(self) -> Any:
        return {"type": "websocket.connect"}

    async def serve(self, reading: Any) -> tuple[AsgiSink, asyncio.Task[None]]:
        websocket = WebSocket({"type": "websocket"}, self.receive, self.send)
        await websocket.accept()
        self.sent.clear()
        sink = AsgiSink(websocket, self._send_stall_s)
        sink.attach(self)
        serving = asyncio.create_task(sink.run_beside(reading))
        await settle()
        return sink, serving

    def pause(self) -> None:
        self.heard.append("pause")

    def resume(self) -> None:
        self.heard.append("resume")

    def lost(self) -> None:
        raise AssertionError("an ASGI server tells the reader")


async def for_ever() -> None:
    await asyncio.Event().wait()


def frames(count: int) -> bytes:
    return b"".join(text_frame(b"%d" % number) for number in range(count))


async def test_U4_a_write_blocks_until_the_server_has_taken_it() -> None:
    peer = Peer()
    sink, serving = await peer.serve(for_ever())
    peer.accepting.clear()
    sink.write(frames(2))
    await settle()
    before = list(peer.heard)

    peer.accepting.set()
    await settle()

    assert (before, peer.heard, peer.sent) == (["pause"], ["pause", "resume"], ["0", "1"])
    serving.cancel()


async def test_U4_a_long_backlog_lets_others_have_their_turn() -> None:
    peer = Peer()
    sink, serving = await peer.serve(for_ever())
    sink.write(frames(3 * SENDS_A_TURN))

    sent = [0]
    while sent[-1] < 3 * SENDS_A_TURN:
        await asyncio.sleep(0)
        sent.append(len(peer.sent))

    assert max(after - before for before, after in pairwise(sent)) == SENDS_A_TURN
    serving.cancel()


async def test_U1_a_socket_that_accepts_nothing_is_closed_with_4008() -> None:
    peer = Peer(send_stall_s=0.01)
    peer.accepting.clear()
    sink, serving = await peer.serve(for_ever())

    sink.write(frames(1))
    await serving

    assert peer.sent == [4008]


@pytest.mark.parametrize("fault", [WebSocketDisconnect(), RuntimeError("closed")])
async def test_S2_a_peer_that_is_gone_ends_both(fault: Exception) -> None:
    peer = Peer()
    peer.fault = fault
    sink, serving = await peer.serve(for_ever())

    sink.write(frames(1))
    await serving

    assert peer.sent == []


async def test_E3_the_last_words_leave_before_the_close() -> None:
    async def read() -> None:
        await closing.wait()
        sink.close(4508, "too many bad frames")

    closing, peer = asyncio.Event(), Peer()
    sink, serving = await peer.serve(read())
    sink.write(frames(1))

    closing.set()
    await serving

    assert peer.sent == ["0", 4508]


async def test_U4_a_fault_of_ours_ends_without_a_word() -> None:
    peer = Peer()
    sink, serving = await peer.serve(for_ever())

    sink.abort()
    await serving

    assert peer.sent == []


async def test_a_fault_of_the_reader_is_raised() -> None:
    async def read() -> None:
        raise ZeroDivisionError

    _, serving = await Peer().serve(read())

    with pytest.raises(ZeroDivisionError):
        await serving
