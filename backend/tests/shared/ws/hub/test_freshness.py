import json

from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.hub.freshness import FreshnessWatch
from trading_api.shared.ws.hub.hub import Hub
from trading_api.shared.ws.hub.lifecycle import TopicLifecycle
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.testing import (
    ManualClock,
    RecordingService,
    Value,
    ValueWsRouter,
    settle,
)
from trading_api.shared.ws.testing.core import FakeLine, idle_turn

NAME = 'values:{"name":"x"}'


class Stream:
    """A running topic with one subscriber, watched for silence."""

    def __init__(self) -> None:
        self.clock, self.service = ManualClock(), RecordingService()
        self.lifecycle = TopicLifecycle(
            Hub(lambda: "e1", idle_turn()), Limits(linger_s=0), self.clock
        )
        self.watch = FreshnessWatch(self.lifecycle, self.clock)
        self.router = ValueWsRouter(route="values", service=self.service, stale_after_s=10)
        self.line = FakeLine()
        self.subscription = Subscription(NAME, self.line)

    async def run(self) -> "Stream":
        self.subscription.handle(Request("subscribe"))
        self.lifecycle.join(NAME, self.router, self.subscription)
        await settle()
        self.states()
        return self

    def states(self) -> list[str]:
        frames = [json.loads(frame) for frame in self.line.take()]
        self.line.accept()
        return [f["payload"]["state"] for f in frames if f.get("type") == "values.status"]


async def test_E4_a_silent_topic_is_told_stale_once() -> None:
    stream = await Stream().run()

    stream.clock.advance(10.5)
    stream.watch.sweep()
    stream.watch.sweep()

    assert stream.states() == ["stale"]


async def test_E4_within_its_bound_a_topic_is_not_stale() -> None:
    stream = await Stream().run()

    stream.clock.advance(9.5)
    stream.watch.sweep()

    assert stream.states() == []


async def test_E4_the_next_update_makes_it_live_again() -> None:
    stream = await Stream().run()
    stream.clock.advance(11)
    stream.watch.sweep()

    stream.service.updates[NAME](Value(key="a", number=1))
    stream.watch.sweep()

    assert stream.states() == ["stale", "live"]


async def test_E4_a_route_without_a_bound_is_never_stale() -> None:
    stream = Stream()
    stream.router.stale_after_s = None
    await stream.run()

    stream.clock.advance(1000)
    stream.watch.sweep()

    assert stream.states() == []


class PacedRecordingService(RecordingService):
    """Says how long its topics may be silent."""

    bound_s: float | None = 30

    def silence_bound_s(self, topic: str) -> float | None:
        return self.bound_s if topic == NAME else 0


async def a_paced_stream() -> tuple[Stream, PacedRecordingService]:
    stream, service = Stream(), PacedRecordingService()
    stream.router = ValueWsRouter(route="values", service=service, stale_after_s=10)
    return await stream.run(), service


async def test_E4_a_service_knows_the_bound_of_its_topic() -> None:
    stream, _ = await a_paced_stream()

    stream.clock.advance(29)
    stream.watch.sweep()
    within = stream.states()
    stream.clock.advance(2)
    stream.watch.sweep()

    assert (within, stream.states()) == ([], ["stale"])


async def test_E4_silence_that_says_nothing_is_not_stale_any_more() -> None:
    stream, service = await a_paced_stream()
    stream.clock.advance(31)
    stream.watch.sweep()

    service.bound_s = None
    stream.watch.sweep()
    stream.clock.advance(1000)
    stream.watch.sweep()

    assert stream.states() == ["stale", "live"]
