"""One connection and one topic: the server's state machine. Pure.

Its states:

    none ──subscribe──► starting ──ready──► live                     (latest, recent)
                           │      └───────► catching ◄──► live       (lossless)
                           └──failed──► none

`docs/explanation/subscription.md` draws it whole. `position` is the last `seq` put into the
connection's outbox. Requests on a topic queue in order; response, snapshot and updates leave by one
FIFO. What takes time (starting the topic, reading its history) is asked of the `Line` and comes
back by a callback, which is ignored when the subscription has moved on meanwhile.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Literal, TypeVar

from trading_api.shared.errors import Refusal, TradingApiError
from trading_api.shared.ws.hub import HubTopic
from trading_api.shared.ws.messages import (
    Entry,
    Recover,
    RequestError,
    StatusPayload,
    SubscribeOk,
    UnsubscribeOk,
)
from trading_api.shared.ws.router_interface import History, HistoryPosition

from .line import Line, Request

T = TypeVar("T")
State = Literal["none", "starting", "catching", "live"]


class Subscription:
    """The state machine of design page "two state machines", server side."""

    def __init__(self, name: str, line: Line) -> None:
        self.name = name
        self.state: State = "none"
        self.position = 0
        self._line = line
        self._requests: deque[Request] = deque()
        self._opening: Request | None = None
        self._topic: HubTopic | None = None
        self._parts: deque[str] = deque()
        self._turn = 0

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
        if self.state == "none":
            self._open(request)
        elif request.recover is None:
            self._respond_ok(request, self.position, held=True)
        else:
            self._restart(request)

    def _open(self, request: Request) -> None:
        try:
            self._line.admit()
        except Refusal as refusal:
            self._respond_error(request, refusal)
            return
        self._begin(request)
        self._line.open_topic()

    def _restart(self, request: Request) -> None:
        topic = self._held_topic()
        self._line.outbox.discard(self)
        topic.subscribers.pop(self, None)
        self._begin(request)
        self.started(topic)

    def _begin(self, request: Request) -> None:
        self._opening = request
        self._parts.clear()
        self._turn += 1
        self.state = "starting"

    def _unsubscribe(self, request: Request) -> None:
        if self.state == "none":
            refusal = Refusal("not_subscribed", f"expected a held topic, got {self.name}")
            self._respond_error(request, refusal)
            return
        self._line.outbox.discard(self)
        self._line.respond(request, UnsubscribeOk(message="Unsubscribed", topic=self.name))
        self._leave()

    def started(self, topic: HubTopic) -> None:
        """The topic lives: answer, send what is missing and join, in one turn where it can be."""
        self._topic = topic
        if topic.history is not None:
            history = topic.history
            self._read(history.position(), lambda position: self._recover(history, position))
            return
        try:
            self._send_past(topic)
        except TradingApiError as error:
            self._reading_failed(error)
            return
        self._join(topic, "live")
        self._serve_requests()

    def failed(self, error: TradingApiError) -> None:
        """The topic could not start: answer and be as before."""
        request = self._opened()
        self.state = "none"
        self._respond_error(request, error)
        self._serve_requests()

    def _send_past(self, topic: HubTopic) -> None:
        """Answer, and send what the client misses: updates if it can go on, else the state."""
        assert self._opening is not None
        recover = self._opening.recover
        if recover is not None and _recoverable(recover, _whole(topic)):
            self._respond_ok(self._opened(), recover.seq, recovered=True)
            self._send_since(topic)
        else:
            self._send_state(topic, topic.state())

    def _send_state(self, topic: HubTopic, state: Sequence[Entry]) -> None:
        request = self._opened()
        self._respond_ok(request, topic.seq, snapshot=len(state))
        for entry in state:
            self._line.outbox.append(topic.encoder.snapshot(entry, topic.seq), self)

    def _send_since(self, topic: HubTopic) -> None:
        """Send what is held after `position`; of what was folded or lost, say how much."""
        entries, gap = topic.retention.since(self.position)
        for entry in entries:
            skipped = entry.seq - self.position - 1
            frame = topic.encoder.frame(entry, skipped=skipped, gap=gap)
            self._send(entry.seq, frame)
            gap = False

    def _join(self, topic: HubTopic, state: State) -> None:
        topic.subscribers[self] = None
        self.state = state
        if topic.stale is not None:
            frame = topic.status_frame(topic.stale)
            tell = self.ended if topic.stale.state == "ended" else self.status_changed
            tell(frame)

    # Lossless: the history answers, feeds and hands over to the live updates.

    def _recover(self, history: History, position: HistoryPosition) -> None:
        assert self._opening is not None
        recover = self._opening.recover
        if recover is None or not _recoverable(recover, position):
            self._read(history.state(), self._catch_up_from_state)
            return
        self._held_topic().epoch = position.epoch
        self._respond_ok(self._opened(), recover.seq, recovered=True)
        self._catch_up()

    def _catch_up_from_state(self, state: tuple[HistoryPosition, Sequence[Entry]]) -> None:
        position, entries = state
        topic = self._held_topic()
        topic.epoch = position.epoch
        self._respond_ok(self._opened(), position.top, snapshot=len(entries))
        self._parts.extend(topic.encoder.snapshot(entry, position.top) for entry in entries)
        self._catch_up()

    def _catch_up(self) -> None:
        self._join(self._held_topic(), "catching")
        if self.state == "catching":
            self._feed()
        self._serve_requests()

    def _feed(self) -> None:
        """Send parts of the state, then pages of the history, at the pace of the socket."""
        while self._parts and self._line.outbox.has_room:
            self._line.outbox.append(self._parts.popleft(), self)
        if not self._line.outbox.has_room:
            self._line.outbox.wait(self)
            return
        history = self._held_topic().history
        assert history is not None
        self._read(history.page(self.position, self._line.history_page), self._take_page)

    def _take_page(self, entries: Sequence[Entry]) -> None:
        topic = self._held_topic()
        for entry in entries:
            self._send(entry.seq, topic.encoder.frame(entry))
        if not entries and topic.seq <= self.position:
            self.state = "live"
        else:
            self._feed()

    # What the topic and the outbox say.

    def published(self, entry: Entry, frame: str) -> None:
        if self.state != "live" or entry.seq <= self.position:
            return
        outbox = self._line.outbox
        if self._held_topic().history is not None:
            self._take_lossless(entry, frame)
        elif outbox.in_flight:
            outbox.wait(self)
        else:
            self._send(entry.seq, frame)

    def _take_lossless(self, entry: Entry, frame: str) -> None:
        if entry.seq == self.position + 1 and self._line.outbox.has_room:
            self._send(entry.seq, frame)
        else:
            self.state = "catching"
            self._feed()

    def drained(self) -> None:
        if self.state == "catching":
            self._feed()
        elif self.state == "live":
            self._send_since(self._held_topic())

    def status_changed(self, frame: str) -> None:
        self._line.outbox.append(frame, self)

    def ended(self, frame: str) -> None:
        self._line.outbox.discard(self)
        self._line.outbox.append(frame)
        self._leave()
        self._serve_requests()

    # Small steps.

    def _send(self, seq: int, frame: str) -> None:
        self._line.outbox.append(frame, self)
        self.position = seq

    def _read(self, reading: Awaitable[T], then: Callable[[T], None]) -> None:
        turn = self._turn

        def take(result: T) -> None:
            if turn == self._turn:
                then(result)

        def give_up(error: TradingApiError) -> None:
            if turn == self._turn:
                self._reading_failed(error)

        self._line.read(reading, take, give_up)

    def _reading_failed(self, error: TradingApiError) -> None:
        """The history cannot be read: refuse, or end what stood; both may be tried again."""
        if self.state == "starting":
            request = self._opened()
            self._respond_error(request, error)
            self._leave()
            self._serve_requests()
            return
        topic = self._held_topic()
        status = StatusPayload(
            topic=self.name,
            state="ended",
            code=error.code,
            message=error.message,
            temporary=error.temporary,
        )
        self.ended(topic.status_frame(status))

    def _leave(self) -> None:
        self._turn += 1
        self._parts.clear()
        if self._topic is not None:
            self._topic.subscribers.pop(self, None)
            self._topic = None
        if self.state != "none":
            self.state = "none"
            self._line.leave_topic()

    def _opened(self) -> Request:
        request = self._opening
        assert request is not None
        self._opening = None
        return request

    def _held_topic(self) -> HubTopic:
        assert self._topic is not None
        return self._topic

    def _respond_ok(self, request: Request, seq: int, **facts: Any) -> None:
        topic = self._held_topic()
        self.position = seq
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


def _recoverable(recover: Recover, position: HistoryPosition) -> bool:
    matches = recover.epoch == position.epoch
    return matches and position.floor <= recover.seq <= position.top


def _whole(topic: HubTopic) -> HistoryPosition:
    """Of a topic without history anything can be resumed: what was folded or lost is told."""
    return HistoryPosition(topic.epoch, 0, topic.seq)
