from dataclasses import replace

from trading_api.modules.operations.activity import TOPICS_SHOWN, Activity
from trading_api.shared.ws.stream_counts import (
    EndedConnection,
    StreamCounts,
    TimeCounts,
    TopicCounts,
)
from trading_api.shared.ws.testing import ManualClock

BOUNDS = (0.001, 0.01, 0.1)
IDLE = StreamCounts(
    connections=0,
    paused=0,
    subscriptions=0,
    outbox_bytes=0,
    updates=0,
    deliveries=0,
    skipped=0,
    producers=0,
    producer_restarts=0,
    is_draining=False,
    write=TimeCounts(BOUNDS, [0, 0, 0, 0]),
    loop_lag=TimeCounts(BOUNDS, [0, 0, 0, 0]),
    topics=(),
    ended=(),
)


def topic(name: str, seq: int, epoch: str | None = None) -> TopicCounts:
    last_s = ManualClock().monotonic_s()
    return TopicCounts(f'bars:{{"symbol":"{name}"}}', epoch or name, seq, 1, "live", None, last_s)


def test_the_first_look_has_no_rates() -> None:
    told = Activity(ManualClock()).after(replace(IDLE, updates=7, topics=[topic("A", 7)]))

    assert (told.window_s, told.updates_per_s, told.topics[0].updates_per_s) == (0, None, None)
    assert (told.write.p50, told.loop_lag.p99) == (None, None)


def test_rates_are_of_the_last_five_seconds() -> None:
    clock = ManualClock()
    activity = Activity(clock)
    for second in range(10):
        told = activity.after(replace(IDLE, updates=second * second, deliveries=2 * second))
        clock.advance(1)

    assert (told.window_s, told.updates_per_s, told.deliveries_per_s) == (5, (81 - 16) / 5, 2)


def test_the_busiest_topics_come_first_and_all_are_counted() -> None:
    clock = ManualClock()
    activity = Activity(clock)
    names = [f"S{number:02}" for number in range(TOPICS_SHOWN + 10)]
    activity.after(replace(IDLE, topics=[topic(name, 100) for name in names]))
    clock.advance(2)

    told = activity.after(
        replace(IDLE, topics=[topic(name, 100 + at) for at, name in enumerate(names)])
    )

    assert (told.topic_count, len(told.topics)) == (len(names), TOPICS_SHOWN)
    assert (told.topics[0].params, told.topics[0].updates_per_s) == ('{"symbol":"S39"}', 19.5)


def test_a_topic_that_began_anew_counts_from_there() -> None:
    clock = ManualClock()
    activity = Activity(clock)
    activity.after(replace(IDLE, topics=[topic("A", 500, "old")]))
    clock.advance(1)

    anew = activity.after(replace(IDLE, topics=[topic("A", 3, "new")]))
    clock.advance(1)
    after = activity.after(replace(IDLE, topics=[topic("A", 7, "new")]))

    assert (anew.topics[0].updates_per_s, after.topics[0].updates_per_s) == (None, 4)


def test_a_silent_topic_says_since_when_and_why() -> None:
    clock = ManualClock()
    silent = topic("A", 3)._replace(state="stale", code="no_updates")
    starting = topic("B", 0)._replace(state=None, last_update_s=None)
    clock.advance(12)

    told = Activity(clock).after(replace(IDLE, topics=[silent, starting]))

    first, second = told.topics
    assert (first.state, first.code, told.at - (first.last_update or 0)) == (
        "stale",
        "no_updates",
        12_000,
    )
    assert (second.state, second.last_update) == ("starting", None)


def test_times_are_of_the_window_and_evenly_between_bounds() -> None:
    clock = ManualClock()
    activity = Activity(clock)
    activity.after(replace(IDLE, write=TimeCounts(BOUNDS, [900, 0, 0, 0])))
    clock.advance(1)

    told = activity.after(replace(IDLE, write=TimeCounts(BOUNDS, [900, 10, 0, 1])))

    assert (told.write.p50, told.write.p99) == (1 + 9 * 5.5 / 10, 100)


def test_ends_are_told_newest_first_in_words() -> None:
    ended = [
        EndedConnection(1, 5, 1006, 2.5, 0),
        EndedConnection(2, 6, 4008, 70, 31),
        EndedConnection(3, 7, 3999, 1, 0),
    ]

    closes = Activity(ManualClock()).after(replace(IDLE, ended=ended)).closes

    assert [(one.connection, one.code, one.skipped) for one in closes] == [
        (3, 3999, 0),
        (2, 4008, 31),
        (1, 1006, 0),
    ]
    assert (closes[0].reason, closes[1].reason) == (
        "the client closed with a code of its own",
        "too slow",
    )
