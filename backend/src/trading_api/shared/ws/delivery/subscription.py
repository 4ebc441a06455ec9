"""One connection and one topic: its requests, answered in their order. Pure.

Its states:

    none ──subscribe──► starting ──ready──► live                     (latest, recent)
                           │      └───────► catching ◄──► live       (lossless)
                           └──failed──► none

`docs/explanation/subscription.md` draws it whole. Response, snapshot and updates leave by one FIFO,
the connection's outbox. What was asked is decided here; what follows the answer is its cursor's.
"""

from collections import deque
from typing import Any, Literal

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.ws.hub.hub import HubTopic
from trading_api.shared.ws.messages import RequestError, StatusPayload, SubscribeOk, UnsubscribeOk

from .cursor import Cursor
from .history_cursor import HistoryCursor
from .line import Line, Request
from .retained_cursor import RetainedCursor

State = Literal["none", "starting", "catching", "live"]


class Subscription:
    """The state machine of design page "two state machines", server side."""

    def __init__(self, name: str, line: Line) -> None:
        self.name = name
        self._line = line
        self._requests: deque[Request] = deque()
        self._opening: Request | None = None
        self._cursor: Cursor | None = None

    @property
    def state(self) -> State:
        if self._opening is not None:
            return "starting"
        return "none" if self._cursor is None else self._cursor.state

    def handle(self, request: Request) -> None:
        """Take one request; it is answered after those before it."""
        self._requests.append(request)
        self._serve_requests()

    def close(self) -> None:
        """The connection is gone."""
        self._requests.clear()
        self._leave()

    def _serve_requests(self) -> None:
        while self._requests and self.state != "starting":
            request = self._requests.popleft()
            if request.verb == "subscribe":
                self._subscribe(request)
            else:
                self._unsubscribe(request)
        if self.state == "none":
            self._line.forget()

    def _subscribe(self, request: Request) -> None:
        if self._cursor is None:
            self._open(request)
        elif request.recover is None:
            self._respond_ok(request, self._cursor.position, held=True)
        else:
            self._restart(request, self._cursor)

    def _open(self, request: Request) -> None:
        try:
            self._line.admit()
        except TradingApiError as error:
            self._respond_error(request, error)
            return
        self._opening = request
        self._line.open_topic()

    def _restart(self, request: Request, cursor: Cursor) -> None:
        cursor.stop()
        self._opening = request
        self.started(cursor.topic)

    def _unsubscribe(self, request: Request) -> None:
        if self._cursor is None:
            refusal = Refusal("not_subscribed", f"expected a held topic, got {self.name}")
            self._respond_error(request, refusal)
            return
        self._leave()
        self._line.respond(request, UnsubscribeOk(message="Unsubscribed", topic=self.name))

    def _leave(self) -> None:
        if self.state == "none":
            return
        self._opening = None
        if self._cursor is not None:
            self._cursor.stop()
            self._cursor = None
        self._line.leave_topic()

    # What the topic says.

    def started(self, topic: HubTopic) -> None:
        """The topic lives: a cursor answers the request and sends what its sender misses."""
        assert self._opening is not None
        self._cursor = self._cursor_of(topic)
        self._cursor.open(self._opening.recover)

    def failed(self, error: TradingApiError) -> None:
        """The topic could not start: answer and be as before."""
        self._respond_error(self._opened(), error)
        self._serve_requests()

    # What the cursor says.

    def answer(self, seq: int, *, snapshot: int = 0, recovered: bool = False) -> None:
        self._respond_ok(self._opened(), seq, snapshot=snapshot, recovered=recovered)

    def opened(self) -> None:
        self._serve_requests()

    def ended(self, frame: bytes) -> None:
        self._leave()
        self._line.outbox.append(frame)
        self._serve_requests()

    def unreadable(self, error: TradingApiError) -> None:
        """Refuse, or end what stood; both may be tried again."""
        if self._opening is None:
            self._end_for_now(error)
            return
        request = self._opening
        self._leave()
        self._respond_error(request, error)
        self._serve_requests()

    def _end_for_now(self, error: TradingApiError) -> None:
        status = StatusPayload(
            topic=self.name,
            state="ended",
            code=error.code,
            message=error.message,
            temporary=error.temporary,
        )
        self.ended(self._held_topic().status_frame(status))

    # Small steps.

    def _cursor_of(self, topic: HubTopic) -> Cursor:
        if topic.history is None:
            return RetainedCursor(topic, self._line, self)
        return HistoryCursor(topic, topic.history, self._line, self)

    def _opened(self) -> Request:
        request, self._opening = self._opening, None
        assert request is not None
        return request

    def _held_topic(self) -> HubTopic:
        assert self._cursor is not None
        return self._cursor.topic

    def _respond_ok(self, request: Request, seq: int, **facts: Any) -> None:
        topic = self._held_topic()
        payload = SubscribeOk(
            message="Subscribed",
            topic=self.name,
            delivery=topic.router.delivery.policy,
            epoch=topic.epoch,
            seq=seq,
            **{"snapshot": 0, "recovered": False, "held": False} | facts,
        )
        self._line.respond(request, payload)

    def _respond_error(self, request: Request, error: TradingApiError) -> None:
        payload = RequestError(
            code=error.code, message=error.message, temporary=error.temporary, topic=self.name
        )
        self._line.respond(request, payload)
