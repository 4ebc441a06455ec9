import pytest

from trading_api.shared.ws.hub.retention import (
    MOST_UNMERGED,
    LatestValues,
    MergedUpdates,
    RecentUpdates,
    retention_for,
)
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing.values import Value


def entry(seq: int, key: str = "") -> Entry:
    return Entry(seq, ts=seq, payload=str(seq), key=key)


def seqs(entries: list[Entry]) -> list[int]:
    return [one.seq for one in entries]


def test_U2_latest_holds_the_newest_update_of_each_key() -> None:
    values = LatestValues(held=None)
    for seq, key in ((1, "a"), (2, "b"), (3, "a")):
        values.put(entry(seq, key))

    held, gap = values.since(0)

    assert seqs(held) == [2, 3]
    assert not gap


def test_U2_an_evicted_key_that_changed_since_is_a_gap() -> None:
    values = LatestValues(held=2)
    for seq, key in ((1, "a"), (2, "b"), (3, "c")):
        values.put(entry(seq, key))

    assert values.since(0)[1]
    assert not values.since(1)[1]


def test_U2_a_series_shows_a_newcomer_its_newest_key_only() -> None:
    series, set_of_keys = LatestValues(held=16), LatestValues(held=None)
    for seq, key in ((1, "a"), (2, "b")):
        series.put(entry(seq, key))
        set_of_keys.put(entry(seq, key))

    assert seqs(series.state()) == [2]
    assert seqs(set_of_keys.state()) == [1, 2]


def test_U3_recent_keeps_order_and_tells_what_it_dropped() -> None:
    updates = RecentUpdates(held=2)
    for seq in (1, 2, 3):
        updates.put(entry(seq))

    assert seqs(updates.state()) == [2, 3]
    assert updates.since(0) == (updates.state(), True)
    assert updates.since(1) == (updates.state(), False)
    assert updates.since(3) == ([], False)


def test_U1_of_a_lossless_topic_nothing_is_held() -> None:
    retention = retention_for(Delivery("lossless"), Value)

    retention.put(entry(1))

    assert (retention.state(), retention.since(0)) == ([], ([], False))


def test_U3_a_route_declares_how_much_is_held() -> None:
    recent = retention_for(Delivery("recent", held=2), Value)
    series = retention_for(Delivery("latest"), Value)
    for seq in (1, 2, 3):
        recent.put(entry(seq))
        series.put(entry(seq))

    assert (seqs(recent.state()), seqs(series.state())) == ([2, 3], [3])


def add_up(old: Value, new: Value) -> Value:
    return Value(key=old.key + new.key, number=old.number + new.number)


def merged_to(count: int) -> MergedUpdates:
    updates = MergedUpdates(add_up, Value)
    for seq in range(1, count + 1):
        value = Value(key=f"{seq},", number=seq)
        updates.put(Entry(seq, ts=seq, payload=value.model_dump_json()))
    return updates


@pytest.mark.parametrize("count", [1, 3, MOST_UNMERGED, 3 * MOST_UNMERGED + 5])
def test_U3_a_merged_topic_is_one_update_of_all_in_their_order(count: int) -> None:
    (whole,), gap = merged_to(count).since(0)

    value = Value.model_validate_json(whole.payload)
    assert (whole.seq, whole.ts, gap) == (count, count, False)
    assert value.number == sum(range(count + 1))
    assert value.key == "".join(f"{seq}," for seq in range(1, count + 1))


def test_U3_who_missed_nothing_gets_nothing_merged() -> None:
    updates = merged_to(3)

    assert seqs(updates.since(2)[0]) == seqs(updates.state()) == [3]
    assert updates.since(3) == ([], False)
    assert MergedUpdates(add_up, Value).state() == []


def test_U5_what_is_merged_is_encoded_once() -> None:
    updates = merged_to(3)

    assert updates.since(0)[0][0] is updates.since(1)[0][0] is updates.state()[0]


def test_U3_a_route_declares_how_it_merges() -> None:
    merged = retention_for(Delivery("latest", merge=add_up), Value)

    assert isinstance(merged, MergedUpdates)
