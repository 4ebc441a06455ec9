"""Deliveries and folded updates are counted by route."""

from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import FakeLine, live_subscription, value_topic


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
