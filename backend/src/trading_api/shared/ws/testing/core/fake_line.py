"""A line whose slow parts happen when the test says, and a subscription at its end."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.ws.delivery.line import Reading, Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.rfc6455 import text_frame

from .recording_sink import accept, blocking_outbox, take

T = TypeVar("T")


@dataclass
class _Reading:
    reading: Callable[[], Awaitable[Any]]
    then: Callable[[Any], None]
    otherwise: Callable[[TradingApiError], None]
    answer: Callable[[], None] | None = None
    is_cancelled: bool = False

    def cancel(self) -> None:
        self.is_cancelled = True

    def read(self) -> None:
        try:
            result = _run(self.reading())
        except TradingApiError as error:
            self.answer = partial(self.otherwise, error)
        else:
            self.answer = partial(self.then, result)


@dataclass
class FakeLine:
    """A `Line` whose slow parts happen when the test says."""

    outbox_bytes: int = 10_000
    history_page: int = 2
    refusal: Refusal | None = None
    opened: int = 0
    left: int = 0
    forgotten: int = 0
    answers: list[tuple[Request, BaseModel]] = field(default_factory=list)
    readings: list[_Reading] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outbox, self.sink = blocking_outbox(self.outbox_bytes)

    def take(self) -> list[str]:
        """Let the socket take what is queued; it accepts no more until `accept`."""
        return take(self.outbox, self.sink)

    def accept(self) -> None:
        """Let the socket accept what it took."""
        accept(self.outbox)

    @property
    def last_answer(self) -> Any:
        return self.answers[-1][1]

    def updates(self) -> list[dict[str, Any]]:
        """Return the payloads of the update frames now queued, and let the socket accept them."""
        frames = [json.loads(frame) for frame in self.take()]
        self.accept()
        return [frame["payload"] for frame in frames if frame.get("type") == "values.update"]

    def respond(self, request: Request, payload: BaseModel) -> None:
        self.answers.append((request, payload))
        self.outbox.append(text_frame(payload.model_dump_json().encode()))

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
        reading: Callable[[], Awaitable[T]],
        then: Callable[[T], None],
        otherwise: Callable[[TradingApiError], None],
    ) -> Reading:
        self.readings.append(_Reading(reading, then, otherwise))
        return self.readings[-1]

    def start_reading(self) -> None:
        """Let the oldest reading see the history as it is now; its answer is still under way."""
        if self.readings and self.readings[0].answer is None:
            self.readings[0].read()

    def finish_reading(self) -> None:
        """Let the oldest reading come back, to nobody if it was cancelled meanwhile."""
        self.start_reading()
        reading = self.readings.pop(0)
        assert reading.answer is not None
        if not reading.is_cancelled:
            reading.answer()


def live_subscription(topic: HubTopic, line: FakeLine) -> Subscription:
    """Return a subscription that has been answered and whose answer was written."""
    subscription = Subscription(topic.name, line)
    subscription.handle(Request("subscribe"))
    subscription.started(topic)
    while line.readings:
        line.finish_reading()
    line.updates()
    return subscription


def _run(awaitable: Awaitable[T]) -> T:
    """Run an awaitable that never waits."""
    stepping = awaitable.__await__()
    try:
        next(stepping)
    except StopIteration as finished:
        result: T = finished.value
        return result
    raise AssertionError("the fake history must not wait")
