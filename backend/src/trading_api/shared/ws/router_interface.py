"""Contracts between a route's router, its service and the streaming core."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

from pydantic import BaseModel

from .messages import Entry

TopicState = Literal["live", "stale", "ended"]


class TopicUpdate(Protocol):
    """How a service publishes to one topic; dead after `remove_topic` (a counted no-op)."""

    def __call__(self, update: Any) -> None:
        """Publish one update: loop's thread only, encodes at once, never blocks or raises."""
        ...

    def threadsafe(self, update: Any) -> None:
        """Publish from any thread; the update's value is fixed when the loop runs it."""
        ...

    def recorded(self, entry: Entry) -> None:
        """Publish an update that the topic's history has numbered and encoded.

        Loop's thread only; for lossless routes and those of a `NumberedService`, which number
        nothing else.
        """
        ...

    def status(
        self, state: TopicState, code: str | None = None, message: str | None = None
    ) -> None:
        """Tell the subscribers how the topic fares; `code` is one of `ERRORS` (the reason)."""
        ...


@runtime_checkable
class WsRouteService(Protocol):
    """A module's logic behind its streams."""

    async def create_topic(self, topic: str, topic_update: TopicUpdate) -> None:
        """Start feeding `topic`; called once, for its first listener, with 10 s to return.

        `topic` is `route:{json params}`; `topic_update` takes the route's update model.

        Raises:
            Refusal: the symbol, resolution or account cannot be served.
        """
        ...

    def remove_topic(self, topic: str) -> None:
        """Stop feeding `topic`; called once its last listener has left. Must return at once."""
        ...


@runtime_checkable
class SnapshotService(Protocol):
    """A service that knows the state of a topic without waiting for an update."""

    def snapshot(self, topic: str) -> Sequence[BaseModel] | None:
        """Return the topic's whole state as updates, None for what the hub holds of it.

        Called in the loop for every new subscriber, after `create_topic`; must not block.
        """
        ...


@runtime_checkable
class NumberedService(Protocol):
    """A service whose topics go on in a numbering that is not the hub's."""

    def epoch(self, topic: str) -> str:
        """Return the name of the numbering of a topic that was created."""
        ...


@runtime_checkable
class PacedService(Protocol):
    """A service that knows how often its topics have something to say."""

    def silence_bound_s(self, topic: str) -> float | None:
        """Return after how much silence `topic` is stale, None while silence says nothing.

        Called in the loop about once a second, in place of the route's `stale_after_s`; must
        return at once.
        """
        ...


@runtime_checkable
class AuthorizingService(Protocol):
    """A service whose topics belong to somebody."""

    def authorize(self, topic: str, principal: str) -> None:
        """Return when `principal` may listen to `topic`.

        Raises:
            Refusal: it may not (`forbidden`).
        """
        ...


@runtime_checkable
class HistoryService(Protocol):
    """A service whose lossless topics are backed by a durable record."""

    def history(self, topic: str) -> "History":
        """Return the record behind `topic`."""
        ...


@dataclass(frozen=True)
class HistoryPosition:
    """Where a record stands: recoverable are the sequences `floor <= seq <= top`."""

    epoch: str
    floor: int
    top: int


class History(Protocol):
    """The durable record behind one lossless topic (rules U1, R1, R2).

    What is recorded leaves as it is, so each payload is at most `MAX_PAYLOAD_BYTES` long.
    """

    async def position(self) -> HistoryPosition:
        """Return the record's epoch and bounds."""
        ...

    async def page(self, after: int, limit: int) -> Sequence[Entry]:
        """Return up to `limit` entries after `after`, without a hole; empty at the top.

        What was published before the call is in it: a record behind its topic is a fault, which
        ends the subscriptions of the topic until they are tried again.
        """
        ...

    async def state(self) -> tuple[HistoryPosition, Sequence[Entry]]:
        """Return the topic's state and its position, read in one transaction (`seq` = its top)."""
        ...


@dataclass(frozen=True)
class Delivery:
    """How a route's updates are delivered (rules U1-U3).

    latest: the newest value of each `key` (a field of the update; None: one key a topic), of the
        newest `held` keys if given. A bounded series (`held`) snapshots its newest key only.
        Or, with `merge` in the place of a key, all values as one: `merge(old, new)` is pure and
        returns the update that says what `old` and then `new` say.
    recent: in order, the newest `held`.
    lossless: every update exactly once, from the service's `History`.
    """

    policy: Literal["latest", "recent", "lossless"] = "latest"
    key: str | None = None
    held: int | None = None
    merge: Callable[[Any, Any], BaseModel] | None = None


class WsRouteInterface(Protocol):
    """What the streaming core needs to know of one route."""

    route: str
    tags: list[str]
    service: WsRouteService
    delivery: Delivery
    stale_after_s: float | None

    @property
    def request_model(self) -> type[BaseModel]:
        """Model of what a client subscribes with."""
        ...

    @property
    def update_model(self) -> type[BaseModel]:
        """Model of what subscribers get."""
        ...
