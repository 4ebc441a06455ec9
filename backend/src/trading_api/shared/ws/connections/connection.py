"""One client's side of the protocol: its frames, its subscriptions, its responses.

It knows no socket, only its outbox.
"""

import asyncio
from typing import Any

from pydantic import BaseModel, ValidationError

from trading_api.shared.errors import ERRORS, Refusal
from trading_api.shared.validation import describe_errors
from trading_api.shared.ws.delivery.line import Request, Verb
from trading_api.shared.ws.delivery.outbox import Outbox
from trading_api.shared.ws.delivery.subscription import Subscription
from trading_api.shared.ws.frames import FrameSyntaxError, encode_frame, parse_frames, usable_id
from trading_api.shared.ws.messages import (
    CONTRACT_VERSION,
    FrameError,
    PingPayload,
    PongPayload,
    Recover,
    RequestError,
    RequestId,
)
from trading_api.shared.ws.router_interface import WsRouteInterface
from trading_api.shared.ws.topics import parse_request, topic_of

from .bad_frames import BadFrames
from .request_spans import RequestSpans
from .streams import Streams
from .topic_line import TopicLine

# Frames of an array that are treated before others have their turn: about a millisecond.
FRAMES_A_TURN = 10


class Connection:
    """Treats the frames of one client in order; answers go to `outbox`."""

    def __init__(self, streams: Streams, outbox: Outbox, principal: str) -> None:
        limits = streams.limits
        self.streams = streams
        self.outbox = outbox
        self.principal = principal
        self.subscriptions: dict[str, Subscription] = {}
        self._bad_frames = BadFrames(limits.bad_frames, limits.bad_frames_s, streams.clock)
        self._ids: set[RequestId] = set()
        self._unanswered = 0
        self._spans = RequestSpans(streams.tracer)
        self._is_closed = False

    @property
    def has_room(self) -> bool:
        """Whether another message may come: answers take their time, and those who wait memory."""
        return self._unanswered < self.streams.limits.subscriptions

    @property
    def is_abusive(self) -> bool:
        """Whether rule E3 asks to close it."""
        return self._bad_frames.are_abuse

    async def receive(self, text: str) -> None:
        """Treat one message of the socket; a long array in turns, between those of others."""
        try:
            frames = parse_frames(text, self.streams.limits.frames_per_array)
        except FrameSyntaxError as error:
            self.refuse_frame("invalid_frame", str(error), self._free(error.request_id))
            return
        for count, frame in enumerate(frames, 1):
            if self._is_closed:
                return
            self._dispatch(frame)
            if count % FRAMES_A_TURN == 0:
                await asyncio.sleep(0)

    def refuse_frame(self, code: str, message: str, request_id: RequestId | None = None) -> None:
        """Answer a frame that belongs to no route."""
        error = FrameError(code=code, message=message, temporary=ERRORS[code].temporary)
        self.outbox.append(encode_frame("error", error, request_id))
        self.streams.refusals[code] += 1
        self._bad_frames.count()

    def close(self) -> None:
        """The socket is gone: leave every topic, hear nothing more."""
        self._is_closed = True
        for subscription in list(self.subscriptions.values()):
            subscription.close()
        self.subscriptions.clear()
        self._spans.abandon()

    def respond(self, route: str, request: Request, payload: BaseModel) -> None:
        """Queue the response to a request of `route`."""
        self._unanswered -= 1
        self._spans.answered(request.span, payload)
        if isinstance(payload, RequestError):
            self.streams.refusals[payload.code] += 1
        if request.request_id is not None:
            self._ids.discard(request.request_id)
        type_ = f"{route}.{request.verb}.response"
        self.outbox.append(encode_frame(type_, payload, request.request_id))

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
            fault = f"ping: {describe_errors(error.errors())}"
            self.refuse_frame("invalid_frame", fault, request_id)
            return
        pong = PongPayload(t=ping.t, ts=self.streams.clock.now_ms(), contract=CONTRACT_VERSION)
        self.outbox.append(encode_frame("pong", pong, request_id))

    def _request(
        self, router: WsRouteInterface, verb: Verb, frame: dict[str, Any], id_: RequestId | None
    ) -> None:
        self._unanswered += 1
        span = self._spans.begin(frame["type"])
        try:
            self._refuse_while_leaving()
            recover = _parse_recover(frame.get("recover"))
            name = topic_of(router.route, parse_request(router.request_model, frame.get("payload")))
        except Refusal as refusal:
            self._refuse_request(router, Request(verb, id_, span=span), refusal)
            return
        if id_ is not None:
            self._ids.add(id_)
        self._subscription(name, router).handle(Request(verb, id_, recover, span))

    def _refuse_while_leaving(self) -> None:
        if self.streams.draining.has_begun:
            raise Refusal("draining", ERRORS["draining"].meaning)

    def _refuse_request(self, router: WsRouteInterface, request: Request, refusal: Refusal) -> None:
        self.respond(
            router.route,
            request,
            RequestError(code=refusal.code, message=refusal.message, temporary=refusal.temporary),
        )
        if refusal.code == "invalid_payload":
            self._bad_frames.count()

    def _subscription(self, name: str, router: WsRouteInterface) -> Subscription:
        subscription = self.subscriptions.get(name)
        if subscription is None:
            subscription = self.subscriptions[name] = TopicLine(self, router, name).subscription
        return subscription


def _parse_recover(value: Any) -> Recover | None:
    if value is None:
        return None
    try:
        return Recover.model_validate(value)
    except ValidationError as error:
        message = f"recover: {describe_errors(error.errors())}"
        raise Refusal("invalid_payload", message) from None
