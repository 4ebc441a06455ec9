"""One client's side of the protocol: its frames, its subscriptions, its responses.

It knows no socket, only its outbox; what takes time (reading a history) runs in tasks of its own.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from trading_api.shared.clock import Clock
from trading_api.shared.errors import Refusal, TradingApiError

from .delivery.lifecycle import TopicLifecycle
from .delivery.line import Request, Verb
from .delivery.subscription import Subscription
from .limits import Limits
from .messages import (
    CONTRACT_VERSION,
    FrameError,
    FrameSyntaxError,
    PingPayload,
    PongPayload,
    Recover,
    RequestError,
    RequestId,
    encode_frame,
    parse_frames,
    usable_id,
)
from .outbox import Outbox
from .router_interface import AuthorizingService, WsRouteInterface
from .topics import parse_request, topic_of

T = TypeVar("T")
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Streams:
    """What all connections of a process share."""

    routers: Mapping[str, WsRouteInterface]
    lifecycle: TopicLifecycle
    limits: Limits
    clock: Clock


class Connection:
    """Treats the frames of one client in order; answers go to `outbox`."""

    def __init__(self, streams: Streams, outbox: Outbox, principal: str) -> None:
        self.streams = streams
        self.outbox = outbox
        self.principal = principal
        self.subscriptions: dict[str, Subscription] = {}
        self.is_abusive = False
        """Whether rule E3 asks to close it."""
        self._bad_frames: deque[float] = deque(maxlen=streams.limits.bad_frames)
        self._ids: set[RequestId] = set()
        self._unanswered = 0
        self._readings: set[asyncio.Task[None]] = set()

    @property
    def has_room(self) -> bool:
        """Whether another message may come: answers take their time, and those who wait memory."""
        return self._unanswered < self.streams.limits.subscriptions

    def receive(self, text: str) -> None:
        """Treat one message of the socket."""
        try:
            frames = parse_frames(text, self.streams.limits.frames_per_array)
        except FrameSyntaxError as error:
            self.refuse_frame("invalid_frame", str(error), self._free(error.request_id))
            return
        for frame in frames:
            self._dispatch(frame)

    def refuse_frame(self, code: str, message: str, request_id: RequestId | None = None) -> None:
        """Answer a frame that belongs to no route."""
        temporary = TradingApiError(code, message).temporary
        error = FrameError(code=code, message=message, temporary=temporary)
        self.outbox.append(encode_frame("error", error, request_id))
        self._count_bad_frame()

    def close(self) -> None:
        """The socket is gone: leave every topic, stop every reading."""
        for subscription in list(self.subscriptions.values()):
            subscription.close()
        self.subscriptions.clear()
        for reading in self._readings:
            reading.cancel()

    def respond(self, route: str, request: Request, payload: BaseModel) -> None:
        """Queue the response to a request of `route`."""
        self._unanswered -= 1
        if request.request_id is not None:
            self._ids.discard(request.request_id)
        type_ = f"{route}.{request.verb}.response"
        self.outbox.append(encode_frame(type_, payload, request.request_id))

    def run(
        self,
        reading: Awaitable[T],
        then: Callable[[T], None],
        otherwise: Callable[[TradingApiError], None],
    ) -> None:
        """Run a reading in a task that ends with the connection."""
        task = asyncio.get_running_loop().create_task(_finish(reading, then, otherwise))
        self._readings.add(task)
        task.add_done_callback(self._readings.discard)

    def _dispatch(self, frame: dict[str, Any]) -> None:
        request_id = self._free(usable_id(frame.get("id")))
        type_ = frame["type"]
        route, _, verb = type_.rpartition(".")
        router = self.streams.routers.get(route)
        if type_ == "ping":
            self._pong(frame, request_id)
        elif router is None or verb not in ("subscribe", "unsubscribe"):
            self.refuse_frame("unknown_type", f"no route takes {type_[:64]!r}", request_id)
        else:
            self._request(router, verb, frame, request_id)

    def _free(self, request_id: RequestId | None) -> RequestId | None:
        """Return the id, but not that of a request in flight: its answer is still to come."""
        if request_id in self._ids:
            return None
        return request_id

    def _pong(self, frame: dict[str, Any], request_id: RequestId | None) -> None:
        try:
            payload = frame.get("payload")
            ping = PingPayload.model_validate({} if payload is None else payload)
        except ValidationError as error:
            self.refuse_frame("invalid_frame", f"ping: {_first_fault(error)}", request_id)
            return
        pong = PongPayload(t=ping.t, ts=self.streams.clock.now_ms(), contract=CONTRACT_VERSION)
        self.outbox.append(encode_frame("pong", pong, request_id))

    def _request(
        self, router: WsRouteInterface, verb: Verb, frame: dict[str, Any], id_: RequestId | None
    ) -> None:
        self._unanswered += 1
        try:
            recover = _parse_recover(frame.get("recover"))
            name = topic_of(router.route, parse_request(router.request_model, frame.get("payload")))
        except Refusal as refusal:
            self._refuse_request(router, Request(verb, id_), refusal)
            return
        if id_ is not None:
            self._ids.add(id_)
        self._subscription(name, router).handle(Request(verb, id_, recover))

    def _refuse_request(self, router: WsRouteInterface, request: Request, refusal: Refusal) -> None:
        self.respond(
            router.route,
            request,
            RequestError(code=refusal.code, message=refusal.message, temporary=refusal.temporary),
        )
        if refusal.code == "invalid_payload":
            self._count_bad_frame()

    def _subscription(self, name: str, router: WsRouteInterface) -> Subscription:
        subscription = self.subscriptions.get(name)
        if subscription is None:
            line = TopicLine(self, router, name)
            subscription = self.subscriptions[name] = line.subscription
        return subscription

    def _count_bad_frame(self) -> None:
        limits, now_s = self.streams.limits, self.streams.clock.monotonic_s()
        self._bad_frames.append(now_s)
        is_full = len(self._bad_frames) == limits.bad_frames
        if is_full and now_s - self._bad_frames[0] <= limits.bad_frames_s:
            self.is_abusive = True


class TopicLine:
    """What one subscription reaches of its connection and of the process."""

    def __init__(self, connection: Connection, router: WsRouteInterface, name: str) -> None:
        self.outbox = connection.outbox
        self.history_page = connection.streams.limits.history_page
        self.subscription = Subscription(name, self)
        self._connection = connection
        self._router = router
        self._name = name

    def respond(self, request: Request, payload: BaseModel) -> None:
        self._connection.respond(self._router.route, request, payload)

    def admit(self) -> None:
        limit = self._connection.streams.limits.subscriptions
        asked = len(self._connection.subscriptions)
        if asked > limit:
            message = f"expected at most {limit} subscriptions, got {asked}"
            raise Refusal("limit_exceeded", message)
        service = self._router.service
        if isinstance(service, AuthorizingService):
            service.authorize(self._name, self._connection.principal)

    def open_topic(self) -> None:
        self._connection.streams.lifecycle.join(self._name, self._router, self.subscription)

    def leave_topic(self) -> None:
        self._connection.streams.lifecycle.leave(self._name, self.subscription)

    def forget(self) -> None:
        self._connection.subscriptions.pop(self._name, None)

    def read(
        self,
        reading: Awaitable[T],
        then: Callable[[T], None],
        otherwise: Callable[[TradingApiError], None],
    ) -> None:
        self._connection.run(reading, then, otherwise)


async def _finish(
    reading: Awaitable[T],
    then: Callable[[T], None],
    otherwise: Callable[[TradingApiError], None],
) -> None:
    try:
        result = await reading
    except TradingApiError as error:
        otherwise(error)
    except Exception as error:
        logger.exception("history_unreadable")
        otherwise(TradingApiError("topic_failed", f"history: {type(error).__name__}"))
    else:
        then(result)


def _parse_recover(value: Any) -> Recover | None:
    if value is None:
        return None
    try:
        return Recover.model_validate(value)
    except ValidationError as error:
        raise Refusal("invalid_payload", f"recover: {_first_fault(error)}") from None


def _first_fault(error: ValidationError) -> str:
    fault = error.errors(include_url=False, include_context=False)[0]
    field = ".".join(map(str, fault["loc"])) or "payload"
    return f"{field}: {fault['msg']}"
