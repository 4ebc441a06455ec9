"""Deliveries and folded updates are counted by route."""

from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing.core import FakeLine, live_subscription, value_topic


def test_U2_what_a_blocked_socket_misses_is_counted_as_skipped() -> None:
    topic, line = value_topic(Delivery("latest", key="key")), FakeLine()
    live_subscription(topic, line)
    topic.publish("1", key="a", ts=1)
    line.take()
    for number in (2, 3, 4):
        topic.publish(str(number), key="a", ts=number)

    line.accept()

    traffic = topic.traffic
    assert (traffic.updates, traffic.deliveries, traffic.skipped) == (4, 2, 2)


def test_U2_what_a_connection_did_not_get_is_counted_for_it_alone() -> None:
    topic = value_topic(Delivery("latest", key="key"))
    slow, quick = FakeLine(), FakeLine()
    held, _ = live_subscription(topic, slow), live_subscription(topic, quick)
    topic.publish("1", key="a", ts=1)
    slow.take()
    for number in (2, 3, 4):
        topic.publish(str(number), key="a", ts=number)
    slow.accept()
    slow.take()
    topic.publish("5", key="a", ts=5)

    held.close()

    assert (slow.outbox.skipped, quick.outbox.skipped) == (3, 0)
