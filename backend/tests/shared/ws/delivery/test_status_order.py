"""A status comes after the updates that it comes after: also for who was held back (rule E4)."""

import json

import pytest

from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.messages import Recover, StatusPayload
from trading_api.shared.ws.router_interface import Delivery, TopicState
from trading_api.shared.ws.testing import MemoryHistory
from trading_api.shared.ws.testing.core import FakeLine, live_subscription, value_topic

LATEST = Delivery("latest", key="key")
RECENT = Delivery("recent", held=3)


def publish(topic: HubTopic, *numbers: int) -> None:
    for number in numbers:
        topic.publish(str(number), key=str(number), ts=number)


def tell(topic: HubTopic, *states: TopicState) -> None:
    for state in states:
        topic.set_status(StatusPayload(topic=topic.name, state=state))


def wire(line: FakeLine) -> list[int | str]:
    """Return the updates and states that the socket takes now, and let it accept them."""
    frames = [json.loads(text) for text in line.take()]
    line.accept()
    payloads = [frame["payload"] for frame in frames if "type" in frame]
    return [payload.get("state") or payload["payload"] for payload in payloads]


def held_back(delivery: Delivery) -> tuple[HubTopic, FakeLine]:
    """Return a topic and a subscriber of it whose socket accepts nothing."""
    topic, line = value_topic(delivery), FakeLine()
    live_subscription(topic, line)
    line.take()
    return topic, line


@pytest.mark.parametrize("delivery", [LATEST, RECENT])
@pytest.mark.parametrize("state", ["stale", "ended"])
def test_E4_a_status_does_not_overtake_what_was_held_back(
    delivery: Delivery, state: TopicState
) -> None:
    topic, line = held_back(delivery)
    publish(topic, 1, 2)

    tell(topic, state)
    line.accept()

    assert wire(line) == [1, 2, state]


def test_E4_who_was_held_back_is_told_the_newest_status_alone() -> None:
    topic, line = held_back(LATEST)
    tell(topic, "stale")
    publish(topic, 1)
    tell(topic, "stale", "live")

    line.accept()

    assert wire(line) == [1, "live"]


def test_E4_a_held_back_status_is_told_once() -> None:
    topic, line = held_back(LATEST)
    tell(topic, "stale")
    line.accept()
    first = wire(line)
    line.take()

    publish(topic, 1)
    line.accept()

    assert (first, wire(line)) == (["stale"], [1, "live"])


def test_E4_who_is_held_back_no_more_gets_statuses_as_they_come() -> None:
    topic, line = value_topic(LATEST), FakeLine()
    live_subscription(topic, line)

    publish(topic, 1)
    tell(topic, "stale")
    publish(topic, 2)
    tell(topic, "ended")

    assert wire(line) == [1, "stale", "live", 2, "ended"]


def catching_up() -> tuple[HubTopic, MemoryHistory, FakeLine, Subscription]:
    """Return a topic with five recorded updates and who has asked for them, not read yet."""
    history = MemoryHistory()
    for _ in range(5):
        history.append("a")
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe", recover=Recover(epoch="e1", seq=0)))
    subscription.started(topic)
    line.finish_reading()
    return topic, history, line, subscription


def test_E4_a_status_does_not_overtake_the_pages_before_it() -> None:
    topic, _, line, _ = catching_up()

    tell(topic, "live", "stale")
    while line.readings:
        line.finish_reading()

    assert wire(line) == [1, 2, 3, 4, 5, "stale"]


def test_E4_a_trouble_is_told_to_who_comes_after_his_pages() -> None:
    topic, history, line, subscription = catching_up()
    tell(topic, "stale")
    line.readings.clear()

    subscription.handle(Request("subscribe", recover=Recover(epoch="e1", seq=3)))
    while line.readings:
        line.finish_reading()

    assert (history.top, wire(line)) == (5, [4, 5, "stale"])


def test_E4_an_end_cuts_who_reads_the_record_and_the_position_says_where() -> None:
    topic, _, line, subscription = catching_up()
    line.finish_reading()

    tell(topic, "ended")

    assert (wire(line), subscription.state, line.left) == ([1, 2, "ended"], "none", 1)
    assert all(reading.is_cancelled for reading in line.readings)
