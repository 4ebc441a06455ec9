import asyncio
import threading

from pydantic import BaseModel, field_serializer

from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.hub.publisher import TopicPublisher
from trading_api.shared.ws.hub.send_turn import SendTurn
from trading_api.shared.ws.messages import MAX_PAYLOAD_BYTES, SERVER_FRAME_BYTES, Entry
from trading_api.shared.ws.router_interface import Delivery
from trading_api.shared.ws.testing import ManualClock, Value
from trading_api.shared.ws.testing.core import FakeLine, live_subscription, value_topic


def publisher_of(topic: HubTopic, clock: ManualClock | None = None) -> TopicPublisher:
    return TopicPublisher(topic, clock or ManualClock(), asyncio.get_running_loop())


class Stranger(BaseModel):
    key: str


async def test_U5_the_value_is_fixed_when_published() -> None:
    topic = value_topic()
    publish, value = publisher_of(topic), Value(key="a", number=1)

    publish(value)
    value.number = 2

    assert topic.retention.state()[0].payload == '{"key":"a","number":1}'


async def test_U5_a_payload_is_encoded_once_however_many_receive_it() -> None:
    topic = value_topic()
    lines = [FakeLine(), FakeLine()]
    for line in lines:
        live_subscription(topic, line)

    publisher_of(topic)(Value(key="a", number=1))

    first, second = (line.outbox.frames[0] for line in lines)
    assert first is second


async def test_U6_a_payload_of_the_wrong_type_takes_no_seq() -> None:
    topic = value_topic()
    publish = publisher_of(topic)

    publish(Stranger(key="a"))
    publish({"key": "a", "number": 1})

    assert topic.seq == 0 and publish.refused == 2


async def test_F5_a_payload_that_fits_no_frame_is_refused_and_takes_no_seq() -> None:
    topic, line = value_topic(), FakeLine()
    live_subscription(topic, line)
    publish = publisher_of(topic)

    publish(Value(key="x" * 300 * 1024, number=1))
    publish(Value(key="é" * (MAX_PAYLOAD_BYTES // 2 - 20), number=2))

    assert (topic.seq, publish.refused) == (1, 1)
    assert len(line.take()[0].encode()) < SERVER_FRAME_BYTES


async def test_U6_a_callback_kept_too_long_is_dead_and_counted() -> None:
    topic = value_topic()
    publish = publisher_of(topic)
    publish.retire()

    publish(Value(key="a", number=1))
    publish.status("stale")

    assert topic.seq == 0 and publish.ignored == 2


async def test_U6_another_thread_publishes_through_the_loop() -> None:
    wakers = list[int]()
    turn = SendTurn(lambda run: wakers.append(threading.get_ident()), 10_000)
    topic = value_topic(turn=turn)
    live_subscription(topic, FakeLine())
    publish = publisher_of(topic)

    await asyncio.to_thread(publish.threadsafe, Value(key="a", number=1))
    await asyncio.sleep(0)

    assert topic.seq == 1 and wakers == [threading.get_ident()]


async def test_U2_the_key_is_a_field_of_the_update() -> None:
    topic = value_topic(Delivery("latest", key="key"))
    publish = publisher_of(topic)

    for key, number in (("a", 1), ("b", 2), ("a", 3)):
        publish(Value(key=key, number=number))

    assert [entry.seq for entry in topic.retention.state()] == [2, 3]


async def test_U2_an_update_says_when_it_was_published() -> None:
    topic, clock = value_topic(), ManualClock(1000)
    publish = publisher_of(topic, clock)

    publish(Value(key="a", number=1))

    assert topic.retention.state()[0].ts == 1000


async def test_E4_an_update_ends_staleness() -> None:
    topic = value_topic()
    publish = publisher_of(topic)
    publish.status("stale", "producer_failed", "died")
    assert topic.trouble is not None and topic.trouble.temporary

    publish(Value(key="a", number=1))

    assert topic.trouble is None


class Unwritable(Value):
    """An update that cannot be written as JSON."""

    @field_serializer("number")
    def write(self, number: int) -> str:
        raise ValueError("not today")


async def test_U6_an_update_that_cannot_be_written_takes_no_seq() -> None:
    topic = value_topic()
    topic.router.update_model = Unwritable  # type: ignore[misc]
    publish = publisher_of(topic)

    publish(Unwritable(key="a", number=1))

    assert (topic.seq, publish.refused) == (0, 1)


async def test_S5_a_part_of_the_state_is_as_of_the_newest_update() -> None:
    topic, clock = value_topic(), ManualClock(1000)
    publish = publisher_of(topic, clock)
    publish(Value(key="a", number=1))

    part, none = publish.entry(Value(key="a", number=2)), publish.entry(Stranger(key="a"))

    assert part == Entry(1, ts=1000, payload='{"key":"a","number":2}') and none is None


async def test_what_is_recorded_keeps_the_number_of_its_record() -> None:
    topic = value_topic(Delivery("lossless"))
    publish = publisher_of(topic)

    publish.recorded(Entry(7, ts=5, payload="{}", step=3))
    publish.retire()
    publish.recorded(Entry(8, ts=5, payload="{}", step=3))

    assert (topic.seq, publish.ignored) == (7, 1)
