"""What the topics of a stream are told when nothing new comes."""

from dataclasses import replace

import pytest
from pydantic import BaseModel

from trading_api.modules.datafeed.providers.base import ProviderEnded
from trading_api.modules.datafeed.providers.simulated import SimulatedProvider
from trading_api.modules.datafeed.streams import Stream
from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import TopicState

INSTRUMENT = SimulatedProvider(seed=1).instruments()[0]


class Value(BaseModel):
    number: int


class Topic:
    """A `TopicUpdate` that remembers."""

    def __init__(self) -> None:
        self.updates: list[BaseModel] = []
        self.codes: list[str | None] = []

    def __call__(self, update: BaseModel) -> None:
        self.updates.append(update)

    threadsafe = __call__

    def recorded(self, entry: Entry) -> None:
        raise AssertionError("market data keeps no record")

    def status(
        self, state: TopicState, code: str | None = None, message: str | None = None
    ) -> None:
        self.codes.append(code)


def stream_of(number: int | None, *, live: bool = True) -> tuple[Stream, Topic]:
    value = None if number is None else Value(number=number)
    stream, topic = Stream(replace(INSTRUMENT, live=live), lambda: value), Topic()
    stream.add("first", topic)
    return stream, topic


def test_a_tick_is_published_to_every_topic_that_is_left() -> None:
    stream, first = stream_of(1)
    second = Topic()
    stream.add("second", second)
    stream.ticked()
    stream.remove("first")

    stream.ticked()

    assert (len(first.updates), len(second.updates), stream.is_heard) == (1, 2, True)


def test_before_the_first_value_nothing_is_published() -> None:
    stream, topic = stream_of(None)

    stream.ticked()

    assert topic.updates == []


def test_E4_an_imported_symbol_says_that_it_has_no_live_source() -> None:
    _, topic = stream_of(1, live=False)

    assert topic.codes == ["no_live_source"]


@pytest.mark.parametrize(
    ("happens", "code"),
    [
        (lambda stream: stream.interrupted(OSError("cable")), "producer_failed"),
        (lambda stream: stream.ended(ProviderEnded("replay_ended", "over")), "replay_ended"),
    ],
)
def test_E4_trouble_is_told_to_who_listens_and_to_who_comes_later(happens, code) -> None:
    stream, first = stream_of(1)

    happens(stream)
    later = Topic()
    stream.add("later", later)

    assert (first.codes, later.codes) == ([code], [code])


def test_E4_a_tick_ends_the_trouble() -> None:
    stream, _ = stream_of(1)
    stream.interrupted(OSError("cable"))

    stream.ticked()
    later = Topic()
    stream.add("later", later)

    assert later.codes == []
