import asyncio
import logging
from typing import Any

import pytest

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.log_context import CONNECTION
from trading_api.shared.ws.connections.streams import Streams
from trading_api.shared.ws.connections.topic_line import TopicLine
from trading_api.shared.ws.delivery.line import Request
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.hub.hub import Hub
from trading_api.shared.ws.hub.lifecycle import TopicLifecycle
from trading_api.shared.ws.limits import Limits
from trading_api.shared.ws.messages import RequestError
from trading_api.shared.ws.router_interface import TopicUpdate
from trading_api.shared.ws.testing import ManualClock, RecordingService, ValueWsRouter, settle
from trading_api.shared.ws.testing.core import blocking_outbox, idle_turn

NAME = 'values:{"name":"x"}'


class Guarded(RecordingService):
    """A service whose topics belong to somebody; `error` is what it says about it.

    `seen` are the connections that its work was about.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, list[int | None]] = {"create_topic": [], "snapshot": []}

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        self.seen["create_topic"].append(CONNECTION.get())
        await super().create_topic(topic, topic_update)

    def snapshot(self, topic: str) -> None:
        self.seen["snapshot"].append(CONNECTION.get())

    def authorize(self, topic: str, principal: str) -> None:
        if self.error is not None:
            raise self.error


class Client:
    """A connection with one line; `answers` are the payloads it was given."""

    def __init__(self, error: Exception | None = None, **limits: Any) -> None:
        bounds, clock = Limits(linger_s=0, **limits), ManualClock()
        turn = idle_turn()
        self.lifecycle = TopicLifecycle(Hub(lambda: "e1", turn), bounds, clock)
        self.streams = Streams({}, self.lifecycle, turn, bounds, clock)
        self.outbox, self.principal = blocking_outbox()[0], "local"
        self.subscriptions: dict[str, Subscription] = {}
        self.answers: list[Any] = []
        self.service = Guarded()
        self.service.error = error
        self._hold()

    def join_with(self, other: "Client") -> None:
        """Share the other's streams."""
        self.streams, self.service = other.streams, other.service
        self._hold()

    def _hold(self) -> None:
        router = ValueWsRouter(route="values", service=self.service)
        self.line = TopicLine(self, router, NAME)
        self.subscriptions[NAME] = self.line.subscription

    def respond(self, route: str, request: Request, payload: Any) -> None:
        self.answers.append(payload)


async def test_S4_who_may_not_listen_is_told_so() -> None:
    client = Client(Refusal("forbidden", "not yours"))

    client.line.subscription.handle(Request("subscribe"))

    assert [answer.code for answer in client.answers] == ["forbidden"]


async def test_S4_an_authorization_that_breaks_is_an_answer_and_a_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = Client(ZeroDivisionError("bug"))

    with caplog.at_level(logging.ERROR):
        client.line.subscription.handle(Request("subscribe"))

    assert isinstance(client.answers[0], RequestError) and client.answers[0].temporary
    assert f"authorize_failed topic={NAME}" in caplog.text
    assert client.subscriptions == {} and len(client.lifecycle) == 0


async def test_a_topic_that_many_wait_for_speaks_to_each_about_himself() -> None:
    first, second = Client(), Client()
    first.outbox.connection, second.outbox.connection = 1, 2
    second.join_with(first)

    first.line.subscription.handle(Request("subscribe"))
    second.line.subscription.handle(Request("subscribe"))
    await settle()

    assert first.service.seen == {"create_topic": [None], "snapshot": [1, 2]}


async def test_S2_a_topic_that_does_not_start_is_an_answer() -> None:
    client = Client()
    client.line.subscription.handle(Request("subscribe"))
    client.service.error = Refusal("unknown_symbol", "no such")
    await settle()

    assert [answer.code for answer in client.answers] == ["unknown_symbol"]


async def test_a_reading_is_about_the_connection_that_needs_it() -> None:
    client, seen = Client(), list[int | None]()
    client.outbox.connection = 3

    async def look() -> int | None:
        return CONNECTION.get()

    client.line.read(look, seen.append, lambda _: None)
    await settle()

    assert (seen, CONNECTION.get()) == ([3], None)


async def test_E2_one_topic_too_many_is_refused() -> None:
    client = Client(subscriptions=1)
    client.subscriptions["another"] = client.line.subscription

    with pytest.raises(Refusal, match="at most 1 subscriptions, got 2"):
        client.line.admit()


async def test_S2_the_line_joins_the_topic_and_leaves_it() -> None:
    client = Client()
    client.line.subscription.handle(Request("subscribe"))
    await settle()
    joined = len(client.lifecycle)

    client.line.subscription.close()

    assert (joined, len(client.lifecycle)) == (1, 0)
    assert client.answers[0].topic == NAME


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (TradingApiError("topic_timeout", "too late"), "too late"),
        (OSError("disk"), "history: OSError"),
    ],
)
async def test_U1_a_reading_that_fails_says_how(failure: Exception, told: str) -> None:
    async def broken() -> int:
        raise failure

    errors: list[TradingApiError] = []
    Client().line.read(broken, lambda _: None, errors.append)
    await settle()

    assert [error.message for error in errors] == [told]


async def test_U1_a_reading_comes_back_unless_it_was_cancelled() -> None:
    line, results = Client().line, list[int]()

    async def one() -> int:
        await asyncio.sleep(0)
        return 1

    line.read(one, results.append, lambda _: None)
    line.read(one, results.append, lambda _: None).cancel()
    await settle()

    assert results == [1]
