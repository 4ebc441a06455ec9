import json

from trading_api.shared.ws.hub.hub import Hub
from trading_api.shared.ws.messages import Entry, StatusPayload
from trading_api.shared.ws.testing import value_topic


class Listener:
    """A subscriber that remembers what it was told, and leaves when the topic ends."""

    def __init__(self) -> None:
        self.frames: list[str] = []
        self.has_ended = False

    def published(self, entry: Entry, frame: str) -> None:
        self.frames.append(frame)

    def status_changed(self, frame: str) -> None:
        self.frames.append(frame)

    def ended(self, frame: str) -> None:
        self.has_ended = True


def test_U2_a_topic_numbers_its_updates_from_one() -> None:
    topic, listener = value_topic(), Listener()
    topic.subscribers[listener] = None

    topic.publish("1", key="", ts=1)
    topic.publish("2", key="", ts=2)

    assert [json.loads(frame)["payload"]["seq"] for frame in listener.frames] == [1, 2]
    assert topic.state()[0].seq == topic.seq == 2


def test_R2_what_a_record_has_numbered_keeps_its_number_and_step() -> None:
    topic, listener = value_topic(), Listener()
    topic.subscribers[listener] = None

    topic.publish_entry(Entry(seq=41, ts=1, payload="1", step=7))

    update = json.loads(listener.frames[0])["payload"]
    assert (topic.seq, update["seq"], update["step"]) == (41, 41, 7)


def test_U4_one_that_leaves_while_it_is_told_disturbs_nobody() -> None:
    topic, others = value_topic(), [Listener(), Listener()]

    class Leaving(Listener):
        def published(self, entry: Entry, frame: str) -> None:
            topic.subscribers.pop(self)

    for subscriber in (others[0], Leaving(), others[1]):
        topic.subscribers[subscriber] = None
    topic.publish("1", key="", ts=1)

    assert [len(other.frames) for other in others] == [1, 1]


def test_E4_an_update_after_trouble_says_that_the_topic_lives() -> None:
    topic, listener = value_topic(), Listener()
    topic.set_status(StatusPayload(topic=topic.name, state="stale"))
    topic.subscribers[listener] = None

    topic.publish("1", key="", ts=1)

    types = [json.loads(frame)["type"] for frame in listener.frames]
    assert (types, topic.trouble) == (["values.status", "values.update"], None)


def test_R2_the_end_of_a_topic_is_told_to_all() -> None:
    topic, listeners = value_topic(), [Listener(), Listener()]
    for listener in listeners:
        topic.subscribers[listener] = None

    topic.set_status(StatusPayload(topic=topic.name, state="ended"))

    assert all(listener.has_ended for listener in listeners)


def test_R2_a_topic_that_comes_back_has_another_epoch() -> None:
    epochs = iter(["e1", "e2"])
    hub, router = Hub(lambda: next(epochs)), value_topic().router
    first = hub.open("values:{}", router)
    hub.close("values:{}")

    second = hub.open("values:{}", router)

    assert (first.epoch, second.epoch) == ("e1", "e2")
    assert hub.topics == {"values:{}": second}
