import json

from trading_api.shared.ws.hub.hub import Hub
from trading_api.shared.ws.messages import Entry, StatusPayload
from trading_api.shared.ws.rfc6455 import payloads_of
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing.core import FakeLine, blocking_outbox, idle_turn, value_topic


class Listener:
    """A subscriber that remembers what it was told, and leaves when the topic ends."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []
        self.has_ended = False

    def published(self, entry: Entry, frame: bytes) -> None:
        self.frames.append(frame)

    def status_changed(self, frame: bytes) -> None:
        self.frames.append(frame)

    def ended(self, frame: bytes) -> None:
        self.has_ended = True

    def sent(self) -> list[dict]:
        return [json.loads(next(payloads_of(frame))) for frame in self.frames]


def test_U2_a_topic_numbers_its_updates_from_one() -> None:
    topic, line = value_topic(), FakeLine()
    topic.followers[line.outbox] = line.outbox.push

    topic.publish("1", key="", ts=1)
    topic.publish("2", key="", ts=2)

    assert [update["seq"] for update in line.updates()] == [1, 2]
    assert topic.state()[0].seq == topic.seq == 2


def test_U2_numbers_that_were_skipped_when_it_was_numbered_are_told() -> None:
    topic, line = value_topic(), FakeLine()
    topic.followers[line.outbox] = line.outbox.push

    topic.publish_entry(Entry(seq=1, ts=1, payload="1"))
    topic.publish_entry(Entry(seq=4, ts=1, payload="4"))

    assert [update.get("skipped") for update in line.updates()] == [None, 2]


def test_R2_what_a_record_has_numbered_keeps_its_number_and_step() -> None:
    topic, reader = value_topic(Delivery("lossless")), Listener()
    topic.readers[reader] = None

    topic.publish_entry(Entry(seq=41, ts=1, payload="1", step=7))

    update = reader.sent()[0]["payload"]
    assert (topic.seq, update["seq"], update["step"]) == (41, 41, 7)


def test_U4_one_that_leaves_while_it_is_told_disturbs_nobody() -> None:
    topic, others = value_topic(Delivery("lossless")), [Listener(), Listener()]

    class Leaving(Listener):
        def published(self, entry: Entry, frame: bytes) -> None:
            topic.readers.pop(self)

    for reader in (others[0], Leaving(), others[1]):
        topic.readers[reader] = None
    topic.publish("1", key="", ts=1)

    assert [len(other.frames) for other in others] == [1, 1]


def test_U4_an_update_touches_the_outboxes_of_its_own_followers_alone() -> None:
    topic = value_topic()
    (mine, _), (other, _) = blocking_outbox(), blocking_outbox()
    topic.followers[mine] = mine.push

    topic.publish("1", key="", ts=1)

    assert (len(mine.frames), other.frames) == (1, [])


def test_E4_an_update_after_trouble_says_that_the_topic_lives() -> None:
    topic, listener = value_topic(Delivery("lossless")), Listener()
    topic.set_status(StatusPayload(topic=topic.name, state="stale"))
    topic.subscribers[listener] = topic.readers[listener] = None

    topic.publish("1", key="", ts=1)

    types = [frame["type"] for frame in listener.sent()]
    assert (types, topic.trouble) == (["values.status", "values.update"], None)


def test_R2_the_end_of_a_topic_is_told_to_all() -> None:
    topic, listeners = value_topic(), [Listener(), Listener()]
    for listener in listeners:
        topic.subscribers[listener] = None

    topic.set_status(StatusPayload(topic=topic.name, state="ended"))

    assert all(listener.has_ended for listener in listeners)


def test_R2_a_topic_that_comes_back_has_another_epoch() -> None:
    epochs = iter(["e1", "e2"])
    hub, router = Hub(lambda: next(epochs), idle_turn()), value_topic().router
    first = hub.open("values:{}", router)
    hub.close("values:{}")

    second = hub.open("values:{}", router)

    assert (first.epoch, second.epoch) == ("e1", "e2")
    assert hub.topics == {"values:{}": second}
