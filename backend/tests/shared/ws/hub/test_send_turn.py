from collections.abc import Callable

import pytest

from trading_api.shared.ws.hub.send_turn import WRITES_A_TURN, SendTurn


class Box:
    """An outbox that counts its writes."""

    connection: int | None = 7

    def __init__(self) -> None:
        self.writes = 0

    def flush(self) -> None:
        self.writes += 1

    def abandon(self) -> None:
        raise AssertionError("no fault was planted")


class Loop:
    """A loop whose turns come when the test says."""

    def __init__(self, bound: int = 1000) -> None:
        self.ready: list[Callable[[], None]] = []
        self.turn = SendTurn(self.ready.append, bound)

    def step(self) -> None:
        ready, self.ready[:] = list(self.ready), []
        for run in ready:
            run()


def test_U4_an_outbox_is_written_once_a_turn_however_often_it_is_marked() -> None:
    loop, box = Loop(), Box()
    loop.turn.mark(box)
    for _ in range(3):
        loop.turn.mark_all({box: None}, 10)

    asked = len(loop.ready)
    loop.step()
    loop.step()

    assert (asked, box.writes) == (1, 1)


def test_U4_a_turn_writes_a_part_and_the_next_goes_on() -> None:
    loop, boxes = Loop(), [Box() for _ in range(2 * WRITES_A_TURN + 1)]
    loop.turn.mark_all(boxes, 10)

    written = []
    for _ in range(3):
        loop.step()
        written.append(sum(box.writes for box in boxes))

    assert written == [WRITES_A_TURN, 2 * WRITES_A_TURN, len(boxes)] and not loop.ready


def test_U4_who_is_marked_meanwhile_waits_for_the_round_to_end() -> None:
    loop, boxes, late = Loop(), [Box() for _ in range(WRITES_A_TURN + 1)], Box()
    loop.turn.mark_all(boxes, 10)
    loop.step()
    loop.turn.mark(late)

    loop.step()
    before = late.writes
    loop.step()

    assert (before, late.writes, sum(box.writes for box in boxes)) == (0, 1, len(boxes))


def test_U4_a_burst_is_written_before_it_outgrows_the_bound() -> None:
    loop, box = Loop(bound=1000), Box()
    for _ in range(5):
        loop.turn.mark_all({box: None}, 100)
    within = box.writes

    loop.turn.mark_all({box: None}, 100)

    assert (within, box.writes) == (0, 1)


def test_U4_a_fault_lets_go_of_its_outbox_alone(caplog: pytest.LogCaptureFixture) -> None:
    class Faulty(Box):
        is_abandoned = False

        def flush(self) -> None:
            raise RuntimeError("a fault of ours")

        def abandon(self) -> None:
            self.is_abandoned = True

    loop, faulty, sound = Loop(), Faulty(), Box()
    loop.turn.mark_all([faulty, sound], 10)

    loop.step()

    assert (faulty.is_abandoned, sound.writes) == (True, 1)
    assert "send_failed connection=7" in caplog.text and "a fault of ours" in caplog.text
