import asyncio
from typing import Any

import pytest

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.ws.hub.hub import Hub, HubTopic
from trading_api.shared.ws.hub.lifecycle import TopicLifecycle
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.router_interface import Delivery, History
from trading_api.shared.ws.testing import (
    ManualClock,
    RecordingService,
    Value,
    ValueWsRouter,
    settle,
)
from trading_api.shared.ws.testing.core import idle_turn

NAME = 'values:{"name":"x"}'


class Listener:
    """A holder that remembers what it was told."""

    def __init__(self) -> None:
        self.topic: HubTopic | None = None
        self.error: TradingApiError | None = None
        self.told = asyncio.Event()

    def started(self, topic: HubTopic) -> None:
        self.topic = topic
        self.told.set()

    def failed(self, error: TradingApiError) -> None:
        self.error = error
        self.told.set()


class House:
    """A lifecycle over one recording service."""

    def __init__(self, **limits: Any) -> None:
        self.service = RecordingService()
        self.router = ValueWsRouter(route="values", service=self.service)
        self.hub = Hub(lambda: "e1", idle_turn())
        self.lifecycle = TopicLifecycle(self.hub, Limits(**limits), ManualClock())

    def join(self) -> Listener:
        listener = Listener()
        self.lifecycle.join(NAME, self.router, listener)
        return listener

    async def joined(self) -> Listener:
        listener = self.join()
        await listener.told.wait()
        return listener


async def test_S2_the_first_listener_starts_the_topic_the_last_stops_it() -> None:
    house = House(linger_s=0)
    first, second = await house.joined(), await house.joined()

    house.lifecycle.leave(NAME, first)
    assert house.service.removed == []
    house.lifecycle.leave(NAME, second)

    assert house.service.created == [NAME] and house.service.removed == [NAME]
    assert len(house.lifecycle) == 0 and not house.hub.topics


async def test_S2_a_slow_start_is_shared_by_all_who_wait() -> None:
    house = House()
    house.service.gate.clear()
    listeners = [house.join(), house.join()]
    await settle()
    assert not any(listener.told.is_set() for listener in listeners)

    house.service.gate.set()
    await asyncio.gather(*(listener.told.wait() for listener in listeners))

    assert house.service.created == [NAME]
    assert listeners[0].topic is listeners[1].topic is not None


async def test_S2_a_failed_start_tells_everybody_and_the_next_tries_again() -> None:
    house = House()
    house.service.error = Refusal("unknown_symbol", "no such symbol")
    listeners = [house.join(), house.join()]
    await asyncio.gather(*(listener.told.wait() for listener in listeners))
    house.service.error = None

    again = await house.joined()

    assert [listener.error.code for listener in listeners if listener.error] == [
        "unknown_symbol"
    ] * 2
    assert again.topic is not None and house.service.removed == []


async def test_S2_a_fault_of_the_service_is_temporary() -> None:
    house = House()
    house.service.error = KeyError("bug")

    listener = await house.joined()

    assert listener.error is not None and listener.error.code == "topic_failed"
    assert listener.error.temporary


async def test_S2_a_start_that_hangs_is_given_up() -> None:
    house = House(topic_start_s=0.01)
    house.service.gate.clear()

    listener = await house.joined()

    assert listener.error is not None and listener.error.code == "topic_timeout"
    assert house.service.removed == [NAME]


async def test_S2_who_leaves_while_the_topic_starts_hears_nothing() -> None:
    house = House(linger_s=0)
    house.service.gate.clear()
    gone, staying = house.join(), house.join()
    house.lifecycle.leave(NAME, gone)

    house.service.gate.set()
    await staying.told.wait()

    assert gone.topic is None and not gone.told.is_set()


async def test_S2_a_topic_lingers_and_is_found_warm() -> None:
    house = House(linger_s=5)
    first = await house.joined()
    house.lifecycle.leave(NAME, first)

    second = house.join()

    assert second.topic is first.topic
    assert house.service.created == [NAME] and house.service.removed == []
    await house.lifecycle.stop()


async def test_S2_after_the_linger_the_topic_is_gone() -> None:
    house = House(linger_s=0.001)
    house.lifecycle.leave(NAME, await house.joined())

    await house.service.was_removed.wait()

    assert len(house.lifecycle) == 0


async def test_S2_an_update_after_the_removal_is_a_counted_nothing() -> None:
    house = House(linger_s=0)
    listener = await house.joined()
    kept = house.service.updates[NAME]
    house.lifecycle.leave(NAME, listener)

    kept(Value(key="a", number=1))
    kept.status("stale")

    assert listener.topic is not None
    assert (listener.topic.seq, listener.topic.trouble) == (0, None)


async def test_S2_stop_removes_what_lives_and_what_is_starting() -> None:
    house = House()
    await house.joined()
    house.service.gate.clear()
    house.lifecycle.join('values:{"name":"y"}', house.router, Listener())
    await asyncio.sleep(0)

    await house.lifecycle.stop()

    assert len(house.service.removed) == 2 and len(house.lifecycle) == 0


async def test_S2_a_service_that_fails_to_remove_harms_nobody() -> None:
    house = House(linger_s=0)
    listener = await house.joined()
    house.service.removed = None  # type: ignore[assignment]

    house.lifecycle.leave(NAME, listener)

    assert len(house.lifecycle) == 0


async def test_R2_a_topic_that_ended_is_started_anew() -> None:
    house = House(linger_s=5)
    first = await house.joined()
    house.lifecycle.leave(NAME, first)
    house.service.updates[NAME].status("ended")

    second = await house.joined()

    assert second.topic is not first.topic
    assert house.service.created == [NAME, NAME]
    await house.lifecycle.stop()


async def test_U1_a_lossless_route_without_a_history_is_refused() -> None:
    house = House()
    house.router.delivery = Delivery("lossless")

    listener = await house.joined()

    assert listener.error is not None and listener.error.code == "topic_failed"


@pytest.mark.parametrize("linger_s", [0.0, 5.0])
async def test_S2_rejoining_is_possible_in_every_state(linger_s: float) -> None:
    house = House(linger_s=linger_s)
    for _ in range(3):
        listener = await house.joined()
        house.lifecycle.leave(NAME, listener)

    assert (await house.joined()).topic is not None
    await house.lifecycle.stop()


class Reserved(RecordingService):
    """A service that refuses to tell its past."""

    def history(self, topic: str) -> History:
        raise Refusal("forbidden", "no")


async def test_S2_what_was_created_is_removed_when_its_history_is_refused() -> None:
    house = House()
    house.service = Reserved()
    house.router = ValueWsRouter(
        route="values", service=house.service, delivery=Delivery("lossless")
    )

    listener = await house.joined()

    assert listener.error is not None and listener.error.code == "forbidden"
    assert house.service.removed == [NAME] and len(house.lifecycle) == 0
