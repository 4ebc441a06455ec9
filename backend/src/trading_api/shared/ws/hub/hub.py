"""Who listens to what in this process: topics, their numbering and their subscribers. Pure.

Nothing here awaits, so no state changes in the middle of a method; nothing here knows a socket.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from trading_api.shared.ws.frames import UpdateEncoder, encode_frame
from trading_api.shared.ws.messages import Entry, StatusPayload
from trading_api.shared.ws.router_interface import History, WsRouteInterface

from .retention import retention_for
from .send_turn import SendTurn, Writable
from .traffic import RouteTraffic


class Subscriber(Protocol):
    """One connection's side of a topic."""

    def status_changed(self, frame: bytes) -> None:
        """Take a change of the topic's status."""
        ...

    def ended(self, frame: bytes) -> None:
        """The topic is over: take its last status and leave."""
        ...


class Reader(Protocol):
    """A subscriber that compares each update with where it is in the topic's record."""

    def published(self, entry: Entry, frame: bytes) -> None:
        """Take one update; `frame` is its bytes for whoever missed nothing."""
        ...


class HubTopic:
    """One topic: its epoch and numbers, what it holds, who listens."""

    def __init__(
        self,
        name: str,
        router: WsRouteInterface,
        epoch: str,
        turn: SendTurn,
        traffic: RouteTraffic | None = None,
    ) -> None:
        self.name = name
        self.traffic = traffic or RouteTraffic()
        self.router = router
        self.epoch = epoch
        self.seq = 0
        self.encoder = UpdateEncoder(router.route, name)
        self.retention = retention_for(router.delivery, router.update_model)
        self.history: History | None = None
        self.state_source: Callable[[], Sequence[Entry]] | None = None
        self.silence_bound_s: Callable[[], float | None] = lambda: router.stale_after_s
        """After how much silence it is stale; None while silence says nothing."""
        self.subscribers: dict[Subscriber, None] = {}
        self.followers: dict[Writable, Callable[[bytes], None]] = {}
        """The outboxes that get each frame as it comes, with what queues one there."""
        self.readers: dict[Reader, None] = {}
        self._turn = turn
        self.trouble: StatusPayload | None = None
        """The last status unless the topic is live."""

    def publish(self, payload: str, *, key: str, ts: int) -> None:
        """Number an update and hand it to the subscribers."""
        self.publish_entry(Entry(self.seq + 1, ts, payload, key))

    def publish_entry(self, entry: Entry) -> None:
        """Hand on an update that was numbered before; the numbers it leaves out were skipped."""
        skipped = entry.seq - self.seq - 1
        self.seq = entry.seq
        self.retention.put(entry)
        self.traffic.updates += 1
        if self.trouble is not None:
            self.set_status(StatusPayload(topic=self.name, state="live"))
        if self.followers:
            self._push(self.encoder.frame(entry, skipped=skipped))
        elif self.readers:
            frame = self.encoder.frame(entry)
            for reader in list(self.readers):
                reader.published(entry, frame)

    def state(self) -> Sequence[Entry]:
        """Return the state for a new subscriber, as of `seq`.

        Raises:
            TradingApiError: the service that knows it failed.
        """
        return self.retention.state() if self.state_source is None else self.state_source()

    def set_status(self, status: StatusPayload) -> None:
        """Tell the subscribers how the topic fares; `ended` makes them leave."""
        self.trouble = None if status.state == "live" else status
        frame = self.status_frame(status)
        for subscriber in list(self.subscribers):
            if status.state == "ended":
                subscriber.ended(frame)
            else:
                subscriber.status_changed(frame)

    def _push(self, frame: bytes) -> None:
        """Queue `frame` wherever each is wanted: this loop is what a delivery costs."""
        for push in self.followers.values():
            push(frame)
        self.traffic.deliveries += len(self.followers)
        self._turn.mark_all(self.followers, len(frame))

    def status_frame(self, status: StatusPayload) -> bytes:
        return encode_frame(f"{self.router.route}.status", status)


class Hub:
    """The topics of this process by name."""

    def __init__(self, new_epoch: Callable[[], str], turn: SendTurn) -> None:
        self.turn = turn
        self._new_epoch = new_epoch
        self.topics: dict[str, HubTopic] = {}
        self.traffic: dict[str, RouteTraffic] = {}
        """What went through each route that had a topic."""

    def open(self, name: str, router: WsRouteInterface) -> HubTopic:
        """Return a new topic with a numbering of its own."""
        traffic = self.traffic.setdefault(router.route, RouteTraffic())
        topic = HubTopic(name, router, self._new_epoch(), self.turn, traffic)
        self.topics[name] = topic
        return topic

    def close(self, name: str) -> None:
        """Forget a topic; its numbering never comes back."""
        del self.topics[name]
