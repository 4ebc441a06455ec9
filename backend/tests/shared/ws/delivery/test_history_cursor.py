import json

import pytest

from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.messages import (
    Entry,
    Recover,
)
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import MemoryHistory
from trading_api.shared.ws.testing.core import FakeLine, live_subscription, value_topic

SUBSCRIBE = Request("subscribe")


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

    assert line.last_answer.recovered
    assert [update["seq"] for update in line.updates()] == [3, 4, 5]
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

    assert not line.last_answer.recovered
    assert [update["payload"] for update in line.updates()] == [3, 2]


def test_U1_a_full_outbox_turns_a_lossless_topic_to_its_history() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine(outbox_bytes=400)
    subscription = live_subscription(topic, line)
    before = subscription.state
    while line.outbox.has_room:
        topic.publish_entry(history.append("a"))
    topic.publish_entry(history.append("a"))
    assert (before, subscription.state) == ("live", "catching")

    received = line.updates()
    while line.readings:
        line.finish_reading()
        received += line.updates()

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
    line.updates()

    topic.publish_entry(entry)

    assert not line.updates() and subscription.state == "live"


def test_U1_a_history_that_cannot_be_read_ends_the_subscription_for_now() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)
    history.error = TradingApiError("topic_failed", "disk")
    subscription.started(topic)

    line.finish_reading()

    assert line.last_answer.code == "topic_failed"
    assert (subscription.state, line.left) == ("none", 1)


def test_U1_losing_the_history_while_catching_up_is_told_as_ended() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)
    subscription.started(topic)
    line.finish_reading()
    history.error = TradingApiError("topic_failed", "disk")

    line.finish_reading()

    status = json.loads(line.take()[-1])
    assert (status["payload"]["state"], status["payload"]["temporary"]) == ("ended", True)
    assert subscription.state == "none"


def catching_up(history: MemoryHistory) -> tuple[HubTopic, FakeLine, Subscription]:
    """Return a topic of the history and a subscription that has just been answered."""
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)
    subscription.started(topic)
    line.finish_reading()
    return topic, line, subscription


def test_U1_a_record_behind_its_topic_is_a_fault_and_ends_the_subscription(
    caplog: pytest.LogCaptureFixture,
) -> None:
    history = MemoryHistory()
    topic, line, subscription = catching_up(history)
    line.finish_reading()
    topic.publish_entry(Entry(seq=2, ts=2, payload="2"))

    line.finish_reading()

    assert (subscription.state, line.readings, line.left) == ("none", [], 1)
    assert json.loads(line.take()[-1])["payload"]["temporary"]
    assert "expected 1 to 2, got nothing" in caplog.text


def test_U1_a_page_with_a_hole_is_a_fault_and_none_of_it_is_sent(
    caplog: pytest.LogCaptureFixture,
) -> None:
    history = MemoryHistory()
    _, line, subscription = catching_up(history)
    history.entries = [Entry(seq=1, ts=1, payload="1"), Entry(seq=3, ts=3, payload="3")]

    line.finish_reading()

    assert subscription.state == "none" and not line.updates()
    assert "expected 2, got 3" in caplog.text


def test_U1_what_is_published_while_a_page_is_read_is_no_fault() -> None:
    history = MemoryHistory()
    topic, line, subscription = catching_up(history)
    line.start_reading()
    topic.publish_entry(history.append("a"))

    while line.readings:
        line.finish_reading()

    assert [update["seq"] for update in line.updates()] == [1]
    assert subscription.state == "live"
