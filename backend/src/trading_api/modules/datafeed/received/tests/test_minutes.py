from trading_api.modules.datafeed.instruments import StoredBar, Tick
from trading_api.modules.datafeed.received.minutes import Minutes
from trading_api.modules.datafeed.sessions import ALWAYS_OPEN

MINUTE = 60_000


def tick(time: int, last: int, size: int = 1) -> Tick:
    return Tick(time, bid=last - 1, ask=last + 1, last=last, bid_size=1, ask_size=1, last_size=size)


def listening_since(time: int, *ticks: Tick) -> Minutes:
    minutes = Minutes(ALWAYS_OPEN, time)
    for one in ticks:
        minutes.heard(one)
    return minutes


def test_a_minute_that_is_over_is_taken_once() -> None:
    minutes = listening_since(0, tick(10, 100), tick(20, 90, 2), tick(30, 95))

    assert minutes.take(MINUTE - 1) == []
    assert minutes.take(MINUTE) == [StoredBar(0, 100, 100, 90, 95, 4)]
    assert minutes.take(MINUTE) == []


def test_the_minute_in_which_listening_began_is_none() -> None:
    minutes = listening_since(10, tick(20, 100), tick(MINUTE, 101))

    assert minutes.take(2 * MINUTE) == [StoredBar(MINUTE, 101, 101, 101, 101, 1)]


def test_a_tick_that_comes_after_its_minute_was_taken_is_added_to_it() -> None:
    minutes = listening_since(0, tick(10, 100))
    minutes.take(MINUTE)

    minutes.heard(tick(MINUTE - 1, 103))

    assert minutes.take(MINUTE) == [StoredBar(0, 100, 103, 100, 103, 2)]


def test_a_minute_without_ticks_is_no_bar() -> None:
    minutes = listening_since(0, tick(10, 100), tick(3 * MINUTE, 101))

    assert [bar.time for bar in minutes.take(9 * MINUTE)] == [0, 3 * MINUTE]


def test_a_tick_of_an_earlier_minute_counts_not() -> None:
    minutes = listening_since(0, tick(10, 100), tick(MINUTE, 101), tick(20, 999))

    assert minutes.take(MINUTE) == [StoredBar(0, 100, 100, 100, 100, 1)]
