import json
from typing import Any

import pytest

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.messages import (
    Entry,
    Recover,
    RequestError,
    StatusPayload,
    SubscribeOk,
    UnsubscribeOk,
)
from trading_api.shared.ws.outbox import Outbox
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import FakeLine, MemoryHistory, live_subscription, value_topic

SUBSCRIBE = Request("subscribe")
UNSUBSCRIBE = Request("unsubscribe")
LATEST = Delivery("latest", key="key")


def last_answer(line: FakeLine) -> Any:
    return line.answers[-1][1]


def updates(line: FakeLine) -> list[dict[str, Any]]:
    """Return the payloads of the update frames now queued, and let the socket accept them."""
    frames = [json.loads(frame) for frame in line.outbox.take()]
    line.outbox.written()
    return [frame["payload"] for frame in frames if frame.get("type") == "values.update"]


def test_S2_an_error_of_the_topic_answers_and_leaves_nobody_joined() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    subscription.failed(TradingApiError("topic_failed", "no"))

    assert isinstance(last_answer(line), RequestError) and last_answer(line).temporary
    assert subscription.state == "none" and not topic.subscribers


def test_S1_requests_wait_for_the_one_before_them() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = Subscription(topic.name, line)
    for request in (SUBSCRIBE, UNSUBSCRIBE, UNSUBSCRIBE):
        subscription.handle(request)
    assert not line.answers

    subscription.started(topic)

    kinds = [type(answer) for _, answer in line.answers]
    assert kinds == [SubscribeOk, UnsubscribeOk, RequestError]
    assert line.left == 1


def test_S3_a_second_subscribe_changes_nothing() -> None:
    topic, line = value_topic(), FakeLine()
    topic.publish("1", key="", ts=1)
    subscription = live_subscription(topic, line)

    subscription.handle(SUBSCRIBE)

    answer = last_answer(line)
    assert (answer.held, answer.snapshot, answer.seq) == (True, 0, 1)
    assert line.opened == 1 and not updates(line)


def test_S3_unsubscribing_what_is_not_held_is_an_error() -> None:
    line = FakeLine()
    subscription = Subscription("values:{}", line)

    subscription.handle(UNSUBSCRIBE)

    assert last_answer(line).code == "not_subscribed"
    assert line.left == 0


def test_S3_recover_on_a_held_topic_restarts_it() -> None:
    topic, line = value_topic(), FakeLine()
    topic.publish("1", key="", ts=1)
    subscription = live_subscription(topic, line)
    topic.publish("2", key="", ts=2)

    subscription.handle(Request("subscribe", recover=Recover(epoch="", seq=0)))

    assert last_answer(line).snapshot == 1
    assert [update["snapshot"] for update in updates(line)] == [True]


def test_S4_a_refusal_is_an_answer() -> None:
    line = FakeLine(refusal=Refusal("forbidden", "not yours"))
    subscription = Subscription("values:{}", line)

    subscription.handle(SUBSCRIBE)

    assert last_answer(line).code == "forbidden"
    assert line.opened == 0


def test_S5_the_snapshot_carries_the_position_before_the_first_update() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    for number, key in ((1, "a"), (2, "b")):
        topic.publish(str(number), key=key, ts=number)
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    subscription.started(topic)
    topic.publish("3", key="a", ts=3)

    answer = last_answer(line)
    assert (answer.seq, answer.snapshot) == (2, 2)
    assert [update["seq"] for update in updates(line)] == [2, 2, 3]


def test_S5_an_empty_state_is_said_by_zero() -> None:
    topic, line = value_topic(), FakeLine()

    Subscription(topic.name, line).handle(SUBSCRIBE)
    live_subscription(topic, line)

    assert (last_answer(line).snapshot, last_answer(line).seq) == (0, 0)


def test_U2_updates_of_a_blocked_socket_are_folded_by_key_and_counted() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    live_subscription(topic, line)
    topic.publish("1", key="a", ts=1)
    line.outbox.take()
    for number, key in ((2, "a"), (3, "b"), (4, "a")):
        topic.publish(str(number), key=key, ts=number)

    line.outbox.written()

    sent = [(update["seq"], update.get("skipped", 0)) for update in updates(line)]
    assert sent == [(3, 1), (4, 0)]


def test_U2_nothing_is_folded_while_the_socket_accepts() -> None:
    topic, line = value_topic(), FakeLine()
    live_subscription(topic, line)

    for number in (1, 2, 3):
        topic.publish(str(number), key="", ts=number)

    assert [update["payload"] for update in updates(line)] == [1, 2, 3]


def test_U2_a_series_that_lost_bars_says_gap_once() -> None:
    topic, line = value_topic(Delivery("latest", key="key", held=2)), FakeLine()
    live_subscription(topic, line)
    line.outbox.take()
    for number in (1, 2, 3):
        topic.publish(str(number), key=str(number), ts=number)

    line.outbox.written()

    assert [update.get("gap", False) for update in updates(line)] == [True, False]


def test_R1_latest_resumes_with_the_newest_of_each_key() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    for number, key in ((1, "a"), (2, "b"), (3, "a")):
        topic.publish(str(number), key=key, ts=number)
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe", recover=Recover(epoch="e1", seq=1)))

    subscription.started(topic)

    answer = last_answer(line)
    assert (answer.recovered, answer.seq, answer.snapshot) == (True, 1, 0)
    assert [update["seq"] for update in updates(line)] == [2, 3]


def test_R1_lossless_resumes_with_exactly_what_was_missed() -> None:
    history = MemoryHistory()
    for _ in range(5):
        history.append("a")
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe", recover=Recover(epoch="e1", seq=2)))
    subscription.started(topic)
    while line.readings:
        line.finish_reading()

    assert last_answer(line).recovered
    assert [update["seq"] for update in updates(line)] == [3, 4, 5]
    assert subscription.state == "live"


@pytest.mark.parametrize(
    "recover",
    [Recover(epoch="e1", seq=1), Recover(epoch="e1", seq=4), Recover(epoch="e0", seq=3)],
    ids=["before the floor", "beyond the top", "of another epoch"],
)
def test_R1_what_cannot_be_resumed_gets_a_fresh_snapshot(recover: Recover) -> None:
    history = MemoryHistory()
    for key in ("a", "b", "a"):
        history.append(key)
    history.floor = 2
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe", recover=recover))
    subscription.started(topic)
    while line.readings:
        line.finish_reading()

    assert not last_answer(line).recovered
    assert [update["payload"] for update in updates(line)] == [3, 2]


def test_U1_a_full_outbox_turns_a_lossless_topic_to_its_history() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine(Outbox(400, lambda: None))
    subscription = live_subscription(topic, line)
    before = subscription.state
    while line.outbox.has_room:
        topic.publish_entry(history.append("a"))
    topic.publish_entry(history.append("a"))
    assert (before, subscription.state) == ("live", "catching")

    received = updates(line)
    while line.readings:
        line.finish_reading()
        received += updates(line)

    assert [update["seq"] for update in received] == list(range(1, history.top + 1))


def test_U1_what_the_history_has_sent_is_not_sent_again() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    entry = history.append("a")
    subscription.handle(SUBSCRIBE)
    subscription.started(topic)
    while line.readings:
        line.finish_reading()
    updates(line)

    topic.publish_entry(entry)

    assert not updates(line) and subscription.state == "live"


def test_U1_a_history_that_cannot_be_read_ends_the_subscription_for_now() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)
    history.error = TradingApiError("topic_failed", "disk")
    subscription.started(topic)

    line.finish_reading()

    assert last_answer(line).code == "topic_failed"
    assert (subscription.state, line.left) == ("none", 1)


def test_U1_losing_the_history_while_catching_up_is_told_as_ended() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)
    subscription.started(topic)
    line.finish_reading()
    line.finish_reading()
    history.error = TradingApiError("topic_failed", "disk")

    line.finish_reading()

    status = json.loads(line.outbox.take()[-1])
    assert (status["payload"]["state"], status["payload"]["temporary"]) == ("ended", True)
    assert subscription.state == "none"


def test_S2_a_state_that_cannot_be_read_is_an_error_for_this_one_alone() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    def unreadable() -> list[Entry]:
        raise TradingApiError("topic_failed", "no")

    topic.state_source = unreadable
    subscription.started(topic)

    assert isinstance(last_answer(line), RequestError) and last_answer(line).temporary
    assert subscription.state == "none" and line.left == 1 and not topic.subscribers


def test_E4_a_newcomer_to_a_stale_topic_is_told() -> None:
    topic, line = value_topic(), FakeLine()
    stale = StatusPayload(topic=topic.name, state="stale", code="no_updates")
    topic.set_status(stale)
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    subscription.started(topic)

    assert json.loads(line.outbox.take()[-1])["payload"]["state"] == "stale"


def test_R2_an_ended_topic_leaves_its_subscribers() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = live_subscription(topic, line)

    topic.set_status(StatusPayload(topic=topic.name, state="ended"))

    assert subscription.state == "none" and line.left == 1
    assert json.loads(line.outbox.take()[-1])["type"] == "values.status"


def test_S2_a_lost_connection_leaves_the_topic() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = live_subscription(topic, line)

    subscription.close()

    assert line.left == 1 and not topic.subscribers
