from trading_api.shared.ws.connections.pace import Pace
from trading_api.shared.ws.testing import ManualClock


def test_E2_a_burst_is_read_at_once() -> None:
    pace = Pace(50, 100, ManualClock())

    assert [pace.delay_s() for _ in range(100)] == [0.0] * 100


def test_E2_beyond_the_burst_each_frame_waits_its_turn() -> None:
    pace = Pace(50, 2, ManualClock())

    delays = [pace.delay_s() for _ in range(5)]

    assert delays == [0.0, 0.0, 0.02, 0.04, 0.06]


def test_E2_time_gives_tokens_back_up_to_the_burst() -> None:
    clock = ManualClock()
    pace = Pace(50, 2, clock)
    for _ in range(2):
        pace.delay_s()

    clock.advance(3600)

    assert [pace.delay_s() for _ in range(3)] == [0.0, 0.0, 0.02]
