import json

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.messages import (
    Recover,
    RequestError,
    StatusPayload,
    SubscribeOk,
    UnsubscribeOk,
)
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import MemoryHistory
from trading_api.shared.ws.testing.core import FakeLine, live_subscription, value_topic

SUBSCRIBE = Request("subscribe")
UNSUBSCRIBE = Request("unsubscribe")


def test_S2_an_error_of_the_topic_answers_and_leaves_nobody_joined() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)

    subscription.failed(TradingApiError("topic_failed", "no"))

    assert isinstance(line.last_answer, RequestError) and line.last_answer.temporary
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

    answer = line.last_answer
    assert (answer.held, answer.snapshot, answer.seq) == (True, 0, 1)
    assert line.opened == 1 and not line.updates()


def test_S3_unsubscribing_what_is_not_held_is_an_error() -> None:
    line = FakeLine()
    subscription = Subscription("values:{}", line)

    subscription.handle(UNSUBSCRIBE)

    assert line.last_answer.code == "not_subscribed"
    assert line.left == 0


def test_S3_recover_on_a_held_topic_restarts_it() -> None:
    topic, line = value_topic(), FakeLine()
    topic.publish("1", key="", ts=1)
    subscription = live_subscription(topic, line)
    topic.publish("2", key="", ts=2)

    subscription.handle(Request("subscribe", recover=Recover(epoch="", seq=0)))

    assert line.last_answer.snapshot == 1
    assert [update.get("snapshot", False) for update in line.updates()] == [False, True]


def test_S4_a_refusal_is_an_answer() -> None:
    line = FakeLine(refusal=Refusal("forbidden", "not yours"))
    subscription = Subscription("values:{}", line)

    subscription.handle(SUBSCRIBE)

    assert line.last_answer.code == "forbidden"
    assert line.opened == 0


def test_R2_an_ended_topic_leaves_its_subscribers() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = live_subscription(topic, line)

    topic.set_status(StatusPayload(topic=topic.name, state="ended"))

    assert subscription.state == "none" and line.left == 1
    assert json.loads(line.take()[-1])["type"] == "values.status"


def test_S2_a_lost_connection_leaves_the_topic() -> None:
    topic, line = value_topic(), FakeLine()
    subscription = live_subscription(topic, line)

    subscription.close()

    assert line.left == 1 and not topic.subscribers


def test_U1_a_state_that_cannot_be_read_refuses_and_the_next_tries_again() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)
    subscription.handle(SUBSCRIBE)
    history.error = TradingApiError("topic_failed", "disk")
    subscription.started(topic)

    line.finish_reading()

    assert line.last_answer.code == "topic_failed"
    assert (subscription.state, line.left, line.opened) == ("starting", 1, 2)


def test_U1_what_stood_is_ended_when_its_record_is_lost() -> None:
    history = MemoryHistory()
    topic, line = value_topic(Delivery("lossless"), history), FakeLine()
    subscription = live_subscription(topic, line)

    subscription.unreadable(TradingApiError("topic_failed", "disk"))

    status = json.loads(line.take()[-1])["payload"]
    assert (status["state"], status["code"]) == ("ended", "topic_failed")
    assert (subscription.state, line.left) == ("none", 1)


def test_S2_who_dies_while_its_past_is_read_hears_nothing_more() -> None:
    topic, line = value_topic(Delivery("lossless"), MemoryHistory()), FakeLine()
    subscription = Subscription(topic.name, line)
    subscription.handle(SUBSCRIBE)
    subscription.started(topic)

    subscription.close()
    line.finish_reading()

    assert (line.answers, line.left, subscription.state) == ([], 1, "none")
