from collections.abc import Callable

from trading_api.shared.ws.hub.send_turn import WRITES_A_TURN, SendTurn
from trading_api.shared.ws.hub.write_latency import WriteLatency
from trading_api.shared.ws.testing.clocks import ManualClock


class Box:
    """An outbox to which writing takes time."""

    connection: int | None = None

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock

    def flush(self) -> None:
        self._clock.advance(0.001)

    def abandon(self) -> None:
        raise AssertionError("no fault was planted")


class Rounds:
    """A turn whose rounds are run by the test."""

    def __init__(self) -> None:
        self.clock = ManualClock()
        self.ready: list[Callable[[], None]] = []
        self.turn = SendTurn(self.ready.append, 10_000)
        self.latency = WriteLatency(self.turn, self.clock)

    def publish(self, listeners: int = 1) -> None:
        self.turn.mark_all([Box(self.clock) for _ in range(listeners)], 10)

    def run_all(self) -> None:
        while self.ready:
            self.ready.pop(0)()

    @property
    def samples(self) -> tuple[int, float]:
        seconds = self.latency.seconds
        return sum(seconds.counts), round(seconds.total, 6)


def test_a_sample_spans_from_the_first_frame_to_the_last_write() -> None:
    rounds = Rounds()
    rounds.latency.sample()
    rounds.publish()
    rounds.clock.advance(0.002)
    rounds.publish()

    rounds.run_all()

    assert rounds.samples == (1, 0.004)


def test_a_long_round_is_one_sample_over_its_turns() -> None:
    rounds = Rounds()
    rounds.latency.sample()

    rounds.publish(2 * WRITES_A_TURN + 1)
    rounds.run_all()

    assert rounds.samples == (1, (2 * WRITES_A_TURN + 1) / 1000)


def test_rounds_that_are_not_sampled_are_left_as_they_were() -> None:
    rounds = Rounds()
    waked_by = rounds.turn.call_soon
    rounds.latency.sample()
    for _ in range(3):
        rounds.publish()
        rounds.run_all()

    assert rounds.turn.call_soon == waked_by
    assert rounds.samples == (1, 0.001)


def test_to_sample_in_the_middle_of_a_sample_changes_nothing() -> None:
    rounds = Rounds()
    rounds.latency.sample()
    rounds.publish()

    rounds.latency.sample()
    rounds.run_all()

    assert rounds.samples == (1, 0.001)
