import asyncio
from typing import Any

import pytest

from trading_api.shared.ws.rfc6455 import (
    BINARY,
    CLOSE,
    CONTINUATION,
    FINAL,
    PING,
    PONG,
    TEXT,
    close_frame,
    text_frame,
)
from trading_api.shared.ws.testing import settle
from trading_api.shared.ws.transport.conversation import MESSAGES_AHEAD, PeerGone
from trading_api.shared.ws.transport.frame_sink import offered_sink
from trading_api.shared.ws.transport.served_socket import FRAMES_A_TURN, UNSENT_KERNEL_BYTES

from .fake_transport import HANDSHAKE, Served


class Listener:
    """Hears whether the socket accepts."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def pause(self) -> None:
        self.heard.append("pause")

    def resume(self) -> None:
        self.heard.append("resume")

    def lost(self) -> None:
        self.heard.append("lost")


async def test_the_app_finds_the_way_out_in_its_scope() -> None:
    served = await Served().open()

    sink = offered_sink(served.app.scope)
    assert sink is served.socket
    sink.write(text_frame(b"a") + text_frame(b"b"))

    assert served.transport.written == [b"\x81\x01a\x81\x01b"]


async def test_the_answer_carries_the_headers_of_server_and_app() -> None:
    served = Served()
    served.socket.data_received(HANDSHAKE[:30])
    served.socket.data_received(HANDSHAKE[30:])
    await served.app.called.wait()

    await served.app.send({"type": "websocket.accept", "headers": [(b"h", b"2")]})

    answer = served.transport.taken()
    assert answer.startswith(b"HTTP/1.1 101") and b"d: 1" in answer and b"h: 2" in answer


async def test_what_is_no_handshake_is_answered_without_the_app() -> None:
    served = Served()

    served.socket.data_received(HANDSHAKE.replace(b"Version: 13", b"Version: 8"))

    assert served.transport.taken().startswith(b"HTTP/1.1 426")
    assert served.transport.said == ["close"] and not served.app.called.is_set()


async def test_E2_a_refusal_of_the_app_is_http_and_ends() -> None:
    served = Served()
    served.socket.data_received(HANDSHAKE)
    await served.app.called.wait()

    await served.app.send({"type": "websocket.http.response.start", "status": 503})
    await served.app.send({"type": "websocket.http.response.body", "body": b"no"})

    answer = served.transport.taken()
    assert answer.startswith(b"HTTP/1.1 503") and answer.endswith(b"no")
    assert served.transport.said == ["close"]


async def test_messages_reach_the_app_and_its_own_leave() -> None:
    served = await Served().open()
    served.says(FINAL | TEXT, b"a")
    served.says(FINAL | BINARY, b"b")

    received = [await served.app.receive() for _ in range(2)]
    await served.app.send({"type": "websocket.send", "text": "c"})
    await served.app.send({"type": "websocket.send", "bytes": b"d"})

    assert [message.get("text", message.get("bytes")) for message in received] == ["a", b"b"]
    assert served.transport.taken() == b"\x81\x01c\x82\x01d"


async def test_what_is_sent_ahead_of_the_answer_is_read_after_it() -> None:
    served, ahead = Served(), bytes([FINAL | TEXT, 0x81, 0, 0, 0, 0]) + b"a"
    served.socket.data_received(HANDSHAKE + ahead)
    await served.app.called.wait()
    served.socket.data_received(ahead)
    await served.app.receive()

    await served.app.send({"type": "websocket.accept"})

    assert [(await served.app.receive())["text"] for _ in range(2)] == ["a", "a"]


async def test_U4_a_flood_of_fragments_lets_others_have_their_turn() -> None:
    served = await Served().open()
    empty = bytes([0x80, 0, 0, 0, 0])
    served.socket.data_received(b"\x01" + empty + (b"\x00" + empty) * (2 * FRAMES_A_TURN))

    served.says(FINAL | PING)
    before = served.transport.taken()
    await settle()

    assert (before, served.transport.taken()) == (b"", b"\x8a\x00")


async def test_C1_the_kernel_holds_a_bounded_backlog() -> None:
    options = []

    class Socket:
        def setsockopt(self, *option: int) -> None:
            options.append(option[2])

    served = Served(socket=Socket())

    assert options == [UNSENT_KERNEL_BYTES] and served.transport.high == 0


async def test_C1_a_socket_that_takes_no_option_serves_all_the_same() -> None:
    class Socket:
        def setsockopt(self, *option: int) -> None:
            raise OSError("no such option")

    assert (await Served(socket=Socket()).open()).app.scope["path"] == "/r/ws"


async def test_U4_the_listener_hears_when_to_pause_and_to_resume() -> None:
    served, listener = await Served().open(), Listener()
    served.socket.attach(listener)

    served.block()
    served.unblock()

    assert listener.heard == ["pause", "resume"]


@pytest.mark.parametrize(("end", "heard"), [("block", "pause"), ("die", "lost")])
async def test_U4_who_comes_late_hears_how_it_stands(end: str, heard: str) -> None:
    served, listener = await Served().open(), Listener()
    if end == "block":
        served.block()
    else:
        served.socket.connection_lost(None)

    served.socket.attach(listener)

    assert listener.heard == [heard]


async def test_U4_an_app_that_sends_waits_while_output_is_blocked() -> None:
    served = await Served().open()
    served.block()
    sending = asyncio.create_task(served.app.send({"type": "websocket.send", "text": "a"}))
    await settle()
    before = served.transport.taken()

    served.unblock()
    await sending

    assert (before, served.transport.taken()) == (b"", b"\x81\x01a")


async def test_S2_an_app_that_waits_for_a_lost_socket_is_told() -> None:
    served = await Served().open()
    served.block()
    sending = asyncio.create_task(served.app.send({"type": "websocket.send", "text": "a"}))
    await settle()

    served.socket.connection_lost(None)

    with pytest.raises(PeerGone):
        await sending
    assert (await served.app.receive())["code"] == 1006 and not served.state.connections


async def test_U4_of_pings_that_cannot_be_answered_only_the_newest_is() -> None:
    served = await Served().open()
    served.block()
    for number in range(10, 20):
        served.says(FINAL | PING, b"%d" % number)
    unanswered = served.transport.taken()

    served.unblock()

    assert unanswered == b""
    assert served.transport.taken() == bytes([FINAL | PONG, 2]) + b"19"


async def test_U4_a_flood_of_pings_is_answered_in_parts_each_one_write() -> None:
    served = await Served().open()
    ping = bytes([FINAL | PING, 0x80, 0, 0, 0, 0])

    served.socket.data_received(ping * (FRAMES_A_TURN + 1))
    first = [len(data) // 2 for data in served.transport.written]
    await settle()

    assert first == [FRAMES_A_TURN]
    assert [len(data) // 2 for data in served.transport.written] == [FRAMES_A_TURN, 1]


async def test_U4_what_the_app_does_not_take_is_not_read() -> None:
    served = await Served(max_bytes=10).open()
    for _ in range(MESSAGES_AHEAD + 2):
        served.says(FINAL | TEXT, b"123456789")
    paused = list(served.transport.said)

    for _ in range(MESSAGES_AHEAD):
        await served.app.receive()

    assert (paused, served.transport.said) == (["pause"], ["pause", "resume"])
    assert (await served.app.receive())["text"] == "123456789"


async def test_C1_whoever_we_do_not_read_is_excused() -> None:
    served = await Served().open()
    for _ in range(MESSAGES_AHEAD + 1):
        served.says(FINAL | TEXT, b"a")
    served.socket.ping()
    unread = served.socket.shows_life()
    await served.app.receive()
    read = served.socket.shows_life()

    assert (unread, read) == (True, False)


async def test_C1_a_byte_is_a_sign_of_life_and_so_is_one_taken() -> None:
    served = await Served().open()
    lives = []
    for sign in (lambda: None, lambda: served.says(FINAL | PONG), served.block, served.unblock):
        served.socket.ping()
        sign()
        lives.append(served.socket.shows_life())

    assert lives == [False, True, True, True]
    assert served.transport.taken().startswith(b"\x89\x00")


async def test_C1_who_shows_no_life_is_closed() -> None:
    served = await Served().open()

    served.socket.give_up()

    assert served.transport.taken() == close_frame(1011, "keepalive ping timeout")
    assert served.transport.said == ["close"]


async def test_U1_who_takes_a_byte_moves_and_who_takes_none_does_not() -> None:
    served = await Served().open()
    served.block(unsent=10)
    still = served.socket.moves()

    served.transport.unsent = 9

    assert (still, served.socket.moves()) == (False, True)


async def test_U1_who_takes_nothing_for_too_long_is_closed_with_4008() -> None:
    served = await Served().open()

    served.socket.stalled()

    assert served.transport.taken() == close_frame(4008, "too slow")
    assert (await served.app.receive())["code"] == 4008


async def test_U1_who_never_takes_what_is_queued_is_let_go() -> None:
    served = await Served(abort_after_s=0).open()

    served.socket.close(4008, "too slow")

    await served.transport.aborted.wait()


async def test_U1_who_goes_in_time_is_not_cut() -> None:
    served = await Served(abort_after_s=0).open()
    served.socket.close(1000, "")
    served.says(FINAL | CLOSE, (1000).to_bytes(2, "big"))

    served.socket.connection_lost(None)
    await settle()

    assert served.transport.said == ["close"]


async def test_C2_the_clients_close_is_answered_with_its_code() -> None:
    served, listener = await Served().open(), Listener()
    served.socket.attach(listener)

    served.says(FINAL | CLOSE, (1001).to_bytes(2, "big") + b"bye")
    served.says(FINAL | PING)

    assert served.transport.taken() == close_frame(1001)
    assert served.transport.said == ["close"] and listener.heard == ["lost"]
    ended = await served.app.receive()
    assert (ended["code"], ended["reason"]) == (1001, "bye")


async def test_C2_a_close_without_a_code_is_answered_without_one() -> None:
    served = await Served().open()

    served.says(FINAL | CLOSE)

    assert served.transport.taken() == b"\x88\x00"


@pytest.mark.parametrize(
    ("first", "payload", "code"),
    [(0x83, b"", 1002), (FINAL | TEXT, b"\xff", 1007), (FINAL | TEXT, b"x" * 1001, 1009)],
)
async def test_F5_a_violation_is_told_and_ends(first: int, payload: bytes, code: int) -> None:
    served = await Served().open()

    served.says(FINAL | PING)
    served.says(first, payload)
    served.says(FINAL | PING)

    said = served.transport.taken()
    assert said.startswith(b"\x8a\x00\x88") and said[4:6] == code.to_bytes(2, "big")
    assert served.transport.said == ["eof"]
    assert (await served.app.receive())["code"] == code


async def test_F5_after_our_close_only_the_clients_is_heard() -> None:
    served = await Served().open()
    served.socket.close(4508, "too many bad frames")
    served.transport.written.clear()

    served.says(FINAL | TEXT, b"a")
    served.says(FINAL | PING)
    served.says(FINAL | CONTINUATION)

    assert served.transport.taken() == b"" and served.transport.said == ["eof"]


async def test_F5_a_transport_that_cannot_half_close_is_closed() -> None:
    served = await Served().open()
    served.transport.can_write_eof = lambda: False  # type: ignore[method-assign]

    served.says(0x83)

    assert served.transport.said == ["close"]


async def test_C3_the_end_of_the_server_is_told() -> None:
    served = await Served().open()

    served.socket.shutdown()

    assert served.transport.taken() == close_frame(1012)
    assert served.transport.said == ["close"]


async def test_C3_who_was_told_may_answer_before_the_server_ends() -> None:
    served = await Served().open()
    served.socket.close(4000, "draining")

    served.socket.shutdown()

    assert served.transport.taken() == close_frame(4000, "draining")
    assert served.transport.said == []


async def test_C2_an_app_that_returns_ends_its_connection() -> None:
    served = await Served().open()

    served.app.returning.set()
    await asyncio.gather(*served.state.tasks)

    assert served.transport.taken() == close_frame(1000)
    await settle()
    assert not served.state.tasks


async def test_S2_a_connection_that_dies_unanswered_is_not_accepted() -> None:
    served = Served()
    served.socket.data_received(HANDSHAKE)
    await served.app.called.wait()
    served.socket.connection_lost(None)

    await served.app.send({"type": "websocket.accept"})

    assert served.transport.taken() == b""


async def test_U4_a_fault_of_ours_aborts() -> None:
    served: Any = await Served().open()

    served.socket.abort()

    assert served.transport.said == ["abort"]
