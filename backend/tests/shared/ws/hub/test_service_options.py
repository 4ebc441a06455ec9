import asyncio
from collections.abc import Sequence

import pytest
from pydantic import BaseModel

from trading_api.shared.errors import TradingApiError
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.hub.publisher import TopicPublisher
from trading_api.shared.ws.hub.service_options import attach_options
from trading_api.shared.ws.router_interface import Delivery, History
from trading_api.shared.ws.testing import ManualClock, MemoryHistory, RecordingService, Value
from trading_api.shared.ws.testing.core import value_topic


class Knowing(RecordingService):
    """A service that knows the state of its topics, or not, or fails over it."""

    known: Sequence[BaseModel] | None = None
    record = MemoryHistory()

    def snapshot(self, topic: str) -> Sequence[BaseModel] | None:
        if self.error is not None:
            raise self.error
        return self.known

    def history(self, topic: str) -> History:
        return self.record


def attached(service: RecordingService, delivery: Delivery = Delivery()) -> HubTopic:
    """Return a topic of the service after one update, with what the service offers."""
    topic = value_topic(delivery)
    topic.router.service = service
    publisher = TopicPublisher(topic, ManualClock(), asyncio.get_running_loop())
    publisher(Value(key="a", number=1))
    attach_options(topic, publisher)
    return topic


async def test_S5_without_options_the_state_is_what_the_hub_holds() -> None:
    topic = attached(RecordingService())

    assert [entry.payload for entry in topic.state()] == ['{"key":"a","number":1}']


async def test_S5_the_state_is_the_services_unless_it_knows_none() -> None:
    service = Knowing()
    topic = attached(service)

    held = [entry.payload for entry in topic.state()]
    service.known = [Value(key="a", number=2)]

    assert held == ['{"key":"a","number":1}']
    assert [(entry.payload, entry.seq) for entry in topic.state()] == [
        ('{"key":"a","number":2}', 1)
    ]


async def test_S2_a_state_that_cannot_be_read_says_so_by_its_code() -> None:
    service = Knowing()
    topic = attached(service)
    service.error = ZeroDivisionError()

    with pytest.raises(TradingApiError, match="ZeroDivisionError") as failed:
        topic.state()

    assert failed.value.code == "topic_failed"


async def test_U1_a_lossless_topic_reads_the_record_of_its_service() -> None:
    service = Knowing()

    assert attached(service, Delivery("lossless")).history is service.record


async def test_U1_a_lossless_topic_without_a_record_is_refused() -> None:
    with pytest.raises(TypeError, match="needs a service with `history`"):
        attached(RecordingService(), Delivery("lossless"))


class Numbered(RecordingService):
    """A service whose topics go on in an old numbering."""

    def epoch(self, topic: str) -> str:
        return "of old"


async def test_S5_an_epoch_is_the_services_where_it_has_one() -> None:
    assert attached(Numbered()).epoch == "of old"
    assert attached(RecordingService()).epoch != "of old"
