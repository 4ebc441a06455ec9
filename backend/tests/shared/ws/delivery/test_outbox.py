import pytest

from trading_api.shared.ws.delivery.outbox import DRAINS_A_TURN, Outbox
from trading_api.shared.ws.hub.send_turn import SendTurn
from trading_api.shared.ws.rfc6455 import text_frame
from trading_api.shared.ws.testing.core import accept, blocking_outbox, idle_turn, take


class Cursor:
    def __init__(self) -> None:
        self.drains = 0
        self.held = 0

    def drained(self) -> None:
        self.drains += 1

    def held_back(self) -> None:
        self.held += 1


def framed(*texts: str) -> list[bytes]:
    return [text_frame(text.encode()) for text in texts]


def test_U4_the_outbox_says_when_its_bound_is_reached() -> None:
    outbox, sink = blocking_outbox(limit_bytes=6)

    outbox.push(framed("abcd")[0])
    had_room = outbox.has_room

    assert (had_room, outbox.queued_bytes) == (False, 6)
    assert take(outbox, sink) == ["abcd"] and outbox.has_room


def test_U4_counting_does_not_count_again_what_was_counted() -> None:
    outbox, _ = blocking_outbox()
    for frame in framed("a", "bc", "def"):
        outbox.append(frame)
        counted = outbox.queued_bytes

    assert counted == outbox.queued_bytes == 12


def test_S1_frames_leave_in_the_order_they_were_queued() -> None:
    outbox, sink = blocking_outbox()
    for frame in framed("response", "snapshot", "update"):
        outbox.append(frame)

    assert take(outbox, sink) == ["response", "snapshot", "update"]
    assert sink.writes == 1


def test_U4_a_socket_that_does_not_accept_is_given_nothing() -> None:
    outbox, sink = blocking_outbox()
    first, second = framed("a", "b")
    outbox.append(first)
    outbox.flush()
    outbox.append(second)

    outbox.flush()
    before = sink.taken()
    accept(outbox)
    outbox.flush()

    assert (before, sink.taken()) == (["a"], ["b"])


def test_U4_who_waits_goes_on_once_when_the_socket_has_accepted() -> None:
    outbox, cursor = blocking_outbox()[0], Cursor()
    outbox.pause()
    outbox.wait(cursor)
    outbox.flush()
    assert cursor.drains == 0

    accept(outbox)
    accept(outbox)

    assert cursor.drains == 1


def test_U2_who_follows_is_held_back_once_and_drained_after() -> None:
    outbox, cursor = blocking_outbox()[0], Cursor()
    assert outbox.follow(cursor)

    outbox.pause()
    outbox.pause()
    accept(outbox)

    assert (cursor.held, cursor.drains) == (1, 1)


def test_U2_who_would_follow_a_blocked_socket_is_drained_instead() -> None:
    outbox, cursor = blocking_outbox()[0], Cursor()
    outbox.pause()

    assert not outbox.follow(cursor)

    accept(outbox)
    assert (cursor.held, cursor.drains) == (0, 1)


def test_U4_who_has_stopped_is_neither_held_back_nor_drained() -> None:
    outbox, followed, waited = blocking_outbox()[0], Cursor(), Cursor()
    outbox.follow(followed)
    outbox.wait(waited)

    outbox.forget(followed)
    outbox.forget(waited)
    outbox.pause()
    accept(outbox)

    assert (followed.held, followed.drains, waited.drains) == (0, 0, 0)


def test_U4_one_that_stops_another_while_it_is_drained_is_heeded() -> None:
    outbox, other = blocking_outbox()[0], Cursor()

    class Stopping(Cursor):
        def drained(self) -> None:
            outbox.forget(other)

    outbox.wait(Stopping())
    outbox.wait(other)
    outbox.drain()

    assert other.drains == 0


def test_U4_many_that_wait_go_on_a_part_a_turn() -> None:
    outbox, cursors = blocking_outbox()[0], [Cursor() for _ in range(DRAINS_A_TURN + 1)]
    for cursor in cursors:
        outbox.wait(cursor)

    outbox.drain()
    first = sum(cursor.drains for cursor in cursors)
    outbox.drain()

    assert (first, cursors[-1].drains) == (DRAINS_A_TURN, 1)


def test_U4_without_room_nobody_goes_on() -> None:
    outbox, cursor = blocking_outbox(limit_bytes=3)[0], Cursor()
    outbox.append(framed("a")[0])
    outbox.wait(cursor)

    outbox.flush()
    full = cursor.drains
    accept(outbox)

    assert (full, cursor.drains) == (0, 1)


def test_who_waits_for_a_write_is_told_once() -> None:
    outbox, written = blocking_outbox()[0], list[int]()
    outbox.when_written(lambda: written.append(1))
    outbox.flush()
    assert written == []

    outbox.append(framed("a")[0])
    outbox.flush()
    accept(outbox)
    outbox.append(framed("b")[0])
    outbox.flush()

    assert written == [1]


def test_S2_a_lost_socket_releases_who_waits_for_a_write() -> None:
    outbox, written = blocking_outbox()[0], list[int]()
    outbox.append(framed("a")[0])
    outbox.when_written(lambda: written.append(1))

    outbox.lost()

    assert (written, outbox.frames, outbox.is_lost) == ([1], [], True)


def test_U4_a_fault_lets_go_of_its_connection_alone(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(Cursor):
        def drained(self) -> None:
            raise RuntimeError("a fault of ours")

    turn = idle_turn()
    (first, faulty), (second, sound) = connected(turn), connected(turn)
    first.wait(Broken())
    second.append(framed("a")[0])

    turn.run()

    assert (faulty.is_aborted, sound.is_aborted, sound.taken()) == (True, False, ["a"])
    assert "a fault of ours" in caplog.text


def connected(turn: SendTurn):
    _, sink = blocking_outbox()
    outbox = Outbox(1000, turn, sink)
    sink.attach(outbox)
    return outbox, sink
