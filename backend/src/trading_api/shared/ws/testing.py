"""Doubles of the streaming core that every module's tests share; tested by being used."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar, Literal, TypeVar

from fastapi.testclient import TestClient
from pydantic import BaseModel

from trading_api.shared.errors import Refusal, TradingApiError

from .delivery.line import Request
from .delivery.subscription import Subscription
from .generic_route import WsRouter
from .hub import HubTopic
from .messages import Entry
from .outbox import Outbox
from .router_interface import Delivery, HistoryPosition, TopicUpdate, WsRouteService

T = TypeVar("T")


class ManualClock:
    """A clock that stands until it is told."""

    def __init__(self, now_ms: int = 1_700_000_000_000) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        return self._now_ms

    def monotonic_s(self) -> float:
        return self._now_ms / 1000

    def advance(self, seconds: float) -> None:
        self._now_ms += round(seconds * 1000)


class SteppedClock(ManualClock):
    """A clock whose sleepers wake as it is stepped on."""

    def __init__(self, now_ms: int = 1_700_000_000_000) -> None:
        super().__init__(now_ms)
        self._sleepers: list[tuple[int, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        sleeper = (self._now_ms + round(seconds * 1000), asyncio.Future[None]())
        self._sleepers.append(sleeper)
        try:
            await sleeper[1]
        finally:
            self._sleepers.remove(sleeper)

    async def step(self, seconds: float) -> None:
        """Let time pass from one sleeper's end to the next, as it would on a quick machine."""
        end_ms = self._now_ms + round(seconds * 1000)
        await self._rest()
        while (due := min((wakes for wakes, _ in self._sleepers), default=end_ms + 1)) <= end_ms:
            self._now_ms = max(self._now_ms, due)
            for wakes, sleeper in self._sleepers:
                if wakes <= self._now_ms and not sleeper.done():
                    sleeper.set_result(None)
            await self._rest()
        self._now_ms = end_ms

    async def _rest(self) -> None:
        """Run what is ready until all that slept sleep again; give up on what has ended."""
        awake = len(self._sleepers)
        for turn in range(1000):
            await asyncio.sleep(0)
            asleep = sum(not sleeper.done() for _, sleeper in self._sleepers)
            if turn >= 5 and asleep >= awake:
                return


class Params(BaseModel):
    """A request model for tests."""

    name: str


class Value(BaseModel):
    """An update model for tests."""

    key: str
    number: int


class ValueWsRouter(WsRouter[Params, Value]):
    """A route for tests."""

    request_model: ClassVar[type[BaseModel]] = Params
    update_model: ClassVar[type[BaseModel]] = Value


class RecordingService(WsRouteService):
    """A service that does as it is told and remembers what it was asked."""

    def __init__(self) -> None:
        self.updates: dict[str, TopicUpdate] = {}
        self.created: list[str] = []
        self.removed: list[str] = []
        self.was_removed = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.error: Exception | None = None

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        self.created.append(topic)
        await self.gate.wait()
        if self.error is not None:
            raise self.error
        self.updates[topic] = topic_update

    def remove_topic(self, topic: str) -> None:
        self.removed.append(topic)
        self.updates.pop(topic, None)
        self.was_removed.set()


class MemoryHistory:
    """A `History` in memory; its state is the newest entry of each key."""

    def __init__(self, epoch: str = "e1") -> None:
        self.epoch = epoch
        self.floor = 0
        self.entries: list[Entry] = []
        self.error: Exception | None = None

    @property
    def top(self) -> int:
        return len(self.entries)

    def append(self, key: str) -> Entry:
        """Commit one more entry, whose payload is its number."""
        seq = self.top + 1
        entry = Entry(seq, ts=seq, payload=str(seq), key=key)
        self.entries.append(entry)
        return entry

    async def position(self) -> HistoryPosition:
        self._fail()
        return HistoryPosition(self.epoch, self.floor, self.top)

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        self._fail()
        return self.entries[after : after + limit]

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        self._fail()
        newest = {entry.key: entry for entry in self.entries}
        return await self.position(), list(newest.values())

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


@dataclass
class _Reading:
    awaitable: Awaitable[Any]
    then: Callable[[Any], None]
    otherwise: Callable[[TradingApiError], None]
    answer: Callable[[], None] | None = None

    def read(self) -> None:
        try:
            result = _run(self.awaitable)
        except TradingApiError as error:
            self.answer = partial(self.otherwise, error)
        else:
            self.answer = partial(self.then, result)


@dataclass
class FakeLine:
    """A `Line` whose slow parts happen when the test says."""

    outbox: Outbox = field(default_factory=lambda: Outbox(10_000, lambda: None))
    history_page: int = 2
    refusal: Refusal | None = None
    opened: int = 0
    left: int = 0
    forgotten: int = 0
    answers: list[tuple[Request, BaseModel]] = field(default_factory=list)
    readings: list[_Reading] = field(default_factory=list)

    def respond(self, request: Request, payload: BaseModel) -> None:
        self.answers.append((request, payload))
        self.outbox.append(payload.model_dump_json())

    def admit(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    def open_topic(self) -> None:
        self.opened += 1

    def leave_topic(self) -> None:
        self.left += 1

    def forget(self) -> None:
        self.forgotten += 1

    def read(
        self,
        reading: Awaitable[T],
        then: Callable[[T], None],
        otherwise: Callable[[TradingApiError], None],
    ) -> None:
        self.readings.append(_Reading(reading, then, otherwise))

    def start_reading(self) -> None:
        """Let the oldest reading see the history as it is now; its answer is still under way."""
        if self.readings and self.readings[0].answer is None:
            self.readings[0].read()

    def finish_reading(self) -> None:
        """Let the oldest reading come back."""
        self.start_reading()
        answer = self.readings.pop(0).answer
        assert answer is not None
        answer()


def value_topic(delivery: Delivery = Delivery(), history: MemoryHistory | None = None) -> HubTopic:
    """Return a hub topic of the test route."""
    router = ValueWsRouter(route="values", service=RecordingService(), delivery=delivery)
    topic = HubTopic('values:{"name":"x"}', router, "e1")
    topic.history = history
    return topic


def live_subscription(topic: HubTopic, line: FakeLine) -> Subscription:
    """Return a subscription that has been answered and whose answer was written."""
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe"))
    subscription.started(topic)
    while line.readings:
        line.finish_reading()
    line.outbox.take()
    line.outbox.written()
    return subscription


async def settle(turns: int = 10) -> None:
    """Let the loop run everything that is ready."""
    for _ in range(turns):
        await asyncio.sleep(0)


def _run(awaitable: Awaitable[T]) -> T:
    """Run an awaitable that never waits."""
    stepping = awaitable.__await__()
    try:
        next(stepping)
    except StopIteration as finished:
        result: T = finished.value
        return result
    raise AssertionError("the fake history must not wait")


class WsRouteContract:
    """What every route must do; a module's tests subclass it and name the route.

    Subclasses set `route`, `params` (a valid request) and `delivery`, and give the fixture
    `client`: a started `TestClient` of an app that serves the route.
    """

    route: ClassVar[str]
    params: ClassVar[dict[str, Any]]
    delivery: ClassVar[Literal["latest", "recent", "lossless"]] = "latest"

    def test_S1_subscribe_and_unsubscribe_are_answered(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")
            unsubscribed = self.ask(socket, "unsubscribe")

        assert subscribed["status"] == unsubscribed["status"] == "ok"
        assert subscribed["topic"] == unsubscribed["topic"]
        assert subscribed["delivery"] == self.delivery

    def test_S3_a_second_subscribe_is_held(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            self.ask(socket, "subscribe")

            again = self.ask(socket, "subscribe")

        assert again["held"] and again["snapshot"] == 0

    def test_S5_the_announced_snapshot_comes_first(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            subscribed = self.ask(socket, "subscribe")
            parts = [socket.receive_json()["payload"] for _ in range(subscribed["snapshot"])]

        assert all(part["snapshot"] and part["seq"] == subscribed["seq"] for part in parts)

    def test_F2_an_unknown_field_is_refused(self, client: TestClient) -> None:
        with client.websocket_connect("/api/v1/ws") as socket:
            refused = self.ask(socket, "subscribe", {"no_such_field": 1})

        assert refused["code"] == "invalid_payload" and "no_such_field" in refused["message"]

    def ask(self, socket: Any, verb: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send a request and return its response's payload, passing over updates."""
        type_ = f"{self.route}.{verb}"
        socket.send_json({"type": type_, "payload": self.params | (more or {})})
        while (frame := socket.receive_json())["type"] != f"{type_}.response":
            pass
        payload: dict[str, Any] = frame["payload"]
        return payload
