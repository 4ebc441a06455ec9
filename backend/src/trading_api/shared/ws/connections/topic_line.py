"""The line from one subscription to its connection and to the topics of the process."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from pydantic import BaseModel

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.log_context import about
from trading_api.shared.ws.delivery.line import Reading, Request
from trading_api.shared.ws.delivery.outbox import Outbox
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.router_interface import AuthorizingService, WsRouteInterface

from .streams import Streams

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Caller(Protocol):
    """The connection, as its lines need it."""

    streams: Streams
    outbox: Outbox
    principal: str
    subscriptions: dict[str, Subscription]

    def respond(self, route: str, request: Request, payload: BaseModel) -> None:
        """Queue the response to a request of `route`."""
        ...


class TopicLine:
    """A `Line` of one connection, and its hold on the topic; `subscription` is at its other end."""

    def __init__(self, caller: Caller, router: WsRouteInterface, name: str) -> None:
        self.outbox = caller.outbox
        self.history_page = caller.streams.limits.history_page
        self.subscription = Subscription(name, self)
        self._caller = caller
        self._router = router
        self._name = name

    def respond(self, request: Request, payload: BaseModel) -> None:
        self._caller.respond(self._router.route, request, payload)

    def admit(self) -> None:
        limit = self._caller.streams.limits.subscriptions
        asked = len(self._caller.subscriptions)
        if asked > limit:
            message = f"expected at most {limit} subscriptions, got {asked}"
            raise Refusal("limit_exceeded", message)
        if isinstance(self._router.service, AuthorizingService):
            self._authorize(self._router.service)

    def open_topic(self) -> None:
        self._caller.streams.lifecycle.join(self._name, self._router, self)

    def leave_topic(self) -> None:
        self._caller.streams.lifecycle.leave(self._name, self)

    def started(self, topic: HubTopic) -> None:
        # A topic tells all its holders in one task, which is about none of them.
        with about(self.outbox.connection):
            self.subscription.started(topic)

    def failed(self, error: TradingApiError) -> None:
        with about(self.outbox.connection):
            self.subscription.failed(error)

    def forget(self) -> None:
        self._caller.subscriptions.pop(self._name, None)

    def read(
        self,
        reading: Callable[[], Awaitable[T]],
        then: Callable[[T], None],
        otherwise: Callable[[TradingApiError], None],
    ) -> Reading:
        finishing = self._finish(reading, then, otherwise)
        return asyncio.get_running_loop().create_task(finishing, name=f"read {self._name}")

    def _authorize(self, service: AuthorizingService) -> None:
        try:
            service.authorize(self._name, self._caller.principal)
        except TradingApiError:
            raise
        except Exception as error:
            logger.exception("authorize_failed topic=%s", self._name)
            message = f"{self._name} could not be authorized: {type(error).__name__}"
            raise TradingApiError("topic_failed", message) from error

    async def _finish(
        self,
        reading: Callable[[], Awaitable[T]],
        then: Callable[[T], None],
        otherwise: Callable[[TradingApiError], None],
    ) -> None:
        # What asks for it may be another's turn that made room.
        with about(self.outbox.connection):
            try:
                result = await reading()
            except TradingApiError as error:
                otherwise(error)
            except Exception as error:
                logger.exception("history_unreadable topic=%s", self._name)
                otherwise(TradingApiError("topic_failed", f"history: {type(error).__name__}"))
            else:
                then(result)
