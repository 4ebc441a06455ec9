from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.messages import (
    Entry,
    Recover,
    RequestError,
    StatusPayload,
)
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing.core import FakeLine, live_subscription, value_topic

SUBSCRIBE = Request("subscribe")
LATEST = Delivery("latest", key="key")


def test_S5_the_snapshot_carries_the_position_before_the_first_update() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    for number, key in ((1, "a"), (2, "b")):
        topic.publish(str(number), key=key, ts=number)
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    subscription.started(topic)
    topic.publish("3", key="a", ts=3)

    answer = line.last_answer
    assert (answer.seq, answer.snapshot) == (2, 2)
    assert [update["seq"] for update in line.updates()] == [2, 2, 3]


def test_S5_an_empty_state_is_said_by_zero() -> None:
    topic, line = value_topic(), FakeLine()

    Subscription(topic.name, line).handle(SUBSCRIBE)
    live_subscription(topic, line)

    assert (line.last_answer.snapshot, line.last_answer.seq) == (0, 0)


def test_U2_updates_of_a_blocked_socket_are_folded_by_key_and_counted() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    live_subscription(topic, line)
    topic.publish("1", key="a", ts=1)
    line.take()
    for number, key in ((2, "a"), (3, "b"), (4, "a")):
        topic.publish(str(number), key=key, ts=number)

    line.accept()

    sent = [(update["seq"], update.get("skipped", 0)) for update in line.updates()]
    assert sent == [(3, 1), (4, 0)]


def test_U2_nothing_is_folded_while_the_socket_accepts() -> None:
    topic, line = value_topic(), FakeLine()
    live_subscription(topic, line)

    for number in (1, 2, 3):
        topic.publish(str(number), key="", ts=number)

    assert [update["payload"] for update in line.updates()] == [1, 2, 3]


def test_U2_a_series_that_lost_bars_says_gap_once() -> None:
    topic, line = value_topic(Delivery("latest", key="key", held=2)), FakeLine()
    live_subscription(topic, line)
    line.take()
    for number in (1, 2, 3):
        topic.publish(str(number), key=str(number), ts=number)

    line.accept()

    assert [update.get("gap", False) for update in line.updates()] == [True, False]


def test_R1_latest_resumes_with_the_newest_of_each_key() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    for number, key in ((1, "a"), (2, "b"), (3, "a")):
        topic.publish(str(number), key=key, ts=number)
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe", recover=Recover(epoch="e1", seq=1)))

    subscription.started(topic)

    answer = line.last_answer
    assert (answer.recovered, answer.seq, answer.snapshot) == (True, 1, 0)
    assert [update["seq"] for update in line.updates()] == [2, 3]


def test_S2_a_state_that_cannot_be_read_is_an_error_for_this_one_alone() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    def unreadable() -> list[Entry]:
        raise TradingApiError("topic_failed", "no")

    topic.state_source = unreadable
    subscription.started(topic)

    assert isinstance(line.last_answer, RequestError) and line.last_answer.temporary
    assert subscription.state == "none" and line.left == 1 and not topic.subscribers


def test_S1_who_leaves_while_the_socket_is_blocked_gets_nothing_after_the_end() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    subscription = live_subscription(topic, line)
    line.take()
    topic.publish("1", key="a", ts=1)

    subscription.handle(Request("unsubscribe"))
    topic.publish("2", key="a", ts=2)
    line.accept()

    assert line.updates() == [] and not topic.followers


def test_E4_who_was_held_back_gets_the_last_updates_before_the_end() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    live_subscription(topic, line)
    line.take()
    topic.publish("1", key="a", ts=1)

    topic.set_status(StatusPayload(topic=topic.name, state="ended"))
    line.accept()

    assert [update["seq"] for update in line.updates()] == [1]
    assert topic.subscribers == {}
