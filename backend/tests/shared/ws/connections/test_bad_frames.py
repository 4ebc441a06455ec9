from trading_api.shared.ws.connections.bad_frames import BadFrames
from trading_api.shared.ws.testing import ManualClock


def test_E3_as_many_mistakes_as_the_limit_within_the_window_are_abuse() -> None:
    bad_frames = BadFrames(3, 10, ManualClock())

    seen = []
    for _ in range(3):
        bad_frames.count()
        seen.append(bad_frames.are_abuse)

    assert seen == [False, False, True]


def test_E3_mistakes_far_apart_are_none() -> None:
    clock = ManualClock()
    bad_frames = BadFrames(3, 10, clock)

    for _ in range(10):
        bad_frames.count()
        clock.advance(6)

    assert not bad_frames.are_abuse


def test_E3_what_has_become_abuse_stays_so() -> None:
    clock = ManualClock()
    bad_frames = BadFrames(2, 10, clock)
    bad_frames.count()
    bad_frames.count()

    clock.advance(60)
    bad_frames.count()

    assert bad_frames.are_abuse
