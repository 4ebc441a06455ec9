"""Who listens to what in this process: topics, their numbering and their subscribers. Pure.

Nothing here awaits, so no state changes in the middle of a method; nothing here knows a socket.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from trading_api.shared.ws.frames import UpdateEncoder, encode_frame
from trading_api.shared.ws.messages import Entry, StatusPayload
from trading_api.shared.ws.router_interface import History, WsRouteInterface

from .retention import retention_for


class Subscriber(Protocol):
    """One connection's side of a topic."""

    def published(self, entry: Entry, frame: str) -> None:
        """Take one update; `frame` is its text for whoever missed nothing."""
        ...

    def status_changed(self, frame: str) -> None:
        """Take a change of the topic's status."""
        ...

    def ended(self, frame: str) -> None:
        """The topic is over: take its last status and leave."""
        ...


class HubTopic:
    """One topic: its epoch and numbers, what it holds, who listens."""

    def __init__(self, name: str, router: WsRouteInterface, epoch: str) -> None:
        self.name = name
        self.router = router
        self.epoch = epoch
        self.seq = 0
        self.encoder = UpdateEncoder(router.route, name)
        self.retention = retention_for(router.delivery)
        self.history: History | None = None
        self.state_source: Callable[[], Sequence[Entry]] | None = None
        self.subscribers: dict[Subscriber, None] = {}
        self.trouble: StatusPayload | None = None
        """The last status unless the topic is live."""

    def publish(self, payload: str, *, key: str, ts: int) -> None:
        """Number an update and hand it to the subscribers."""
        self.publish_entry(Entry(self.seq + 1, ts, payload, key))

    def publish_entry(self, entry: Entry) -> None:
        """Hand on an update that its history has numbered."""
        self.seq = entry.seq
        self.retention.put(entry)
        if self.trouble is not None:
            self.set_status(StatusPayload(topic=self.name, state="live"))
        if self.subscribers:
            frame = self.encoder.frame(entry)
            for subscriber in list(self.subscribers):
                subscriber.published(entry, frame)

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

    def status_frame(self, status: StatusPayload) -> str:
        return encode_frame(f"{self.router.route}.status", status)


class Hub:
    """The topics of this process by name."""

    def __init__(self, new_epoch: Callable[[], str]) -> None:
        self._new_epoch = new_epoch
        self.topics: dict[str, HubTopic] = {}

    def open(self, name: str, router: WsRouteInterface) -> HubTopic:
        """Return a new topic with a numbering of its own."""
        topic = HubTopic(name, router, self._new_epoch())
        self.topics[name] = topic
        return topic

    def close(self, name: str) -> None:
        """Forget a topic; its numbering never comes back."""
        del self.topics[name]
