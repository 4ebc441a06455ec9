import json

import pytest

from trading_api.shared.ws.delivery.cursor import recoverable
from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.messages import (
    Recover,
    StatusPayload,
)
from trading_api.shared.ws.router_interface import Delivery, HistoryPosition
from trading_api.shared.ws.testing import MemoryHistory
from trading_api.shared.ws.testing.core import FakeLine, live_subscription, value_topic

SUBSCRIBE = Request("subscribe")


def test_E4_a_newcomer_to_a_stale_topic_is_told() -> None:
    topic, line = value_topic(), FakeLine()
    stale = StatusPayload(topic=topic.name, state="stale", code="no_updates")
    topic.set_status(stale)
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    subscription.started(topic)

    assert json.loads(line.take()[-1])["payload"]["state"] == "stale"


def test_E4_a_change_of_the_status_is_told_in_its_place() -> None:
    topic, line = value_topic(), FakeLine()
    live_subscription(topic, line)

    topic.set_status(StatusPayload(topic=topic.name, state="stale", code="no_updates"))
    topic.publish("1", key="", ts=1)

    frames = [json.loads(frame) for frame in line.take()]
    assert [frame["type"] for frame in frames] == ["values.status"] * 2 + ["values.update"]


def test_R2_who_joins_a_topic_that_has_ended_is_told_and_holds_nothing() -> None:
    topic, line = value_topic(), FakeLine()
    topic.set_status(StatusPayload(topic=topic.name, state="ended"))
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    subscription.started(topic)

    assert json.loads(line.take()[-1])["payload"]["state"] == "ended"
    assert subscription.state == "none" and not topic.subscribers


@pytest.mark.parametrize(
    ("recover", "is_there"),
    [
        (Recover(epoch="e1", seq=2), True),
        (Recover(epoch="e1", seq=5), True),
        (Recover(epoch="e1", seq=1), False),
        (Recover(epoch="e1", seq=6), False),
        (Recover(epoch="e0", seq=3), False),
    ],
)
def test_R1_recoverable_is_what_lies_between_floor_and_top(
    recover: Recover, is_there: bool
) -> None:
    assert recoverable(recover, HistoryPosition("e1", floor=2, top=5)) is is_there


def test_S3_the_position_is_what_was_sent_last_whatever_the_delivery() -> None:
    history, line = MemoryHistory(), FakeLine()
    history.append("a")
    topic = value_topic(Delivery("lossless"), history)
    subscription = live_subscription(topic, line)
    topic.publish_entry(history.append("a"))

    subscription.handle(SUBSCRIBE)

    assert (line.last_answer.held, line.last_answer.seq) == (True, 2)
