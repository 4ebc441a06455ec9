"""What a subscription is asked, and what it asks of its connection and of the process."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from pydantic import BaseModel

from trading_api.shared.errors import TradingApiError
from trading_api.shared.tracing import NO_SPAN, Span
from trading_api.shared.ws.messages import Recover, RequestId

from .outbox import Outbox

T = TypeVar("T")
Verb = Literal["subscribe", "unsubscribe"]


@dataclass(frozen=True)
class Request:
    """One request on a topic, validated."""

    verb: Verb
    request_id: RequestId | None = None
    recover: Recover | None = None
    span: Span = NO_SPAN
    """From the frame to its answer."""


class Reading(Protocol):
    """A reading under way."""

    def cancel(self) -> object:
        """End it: nobody is called any more."""
        ...


class Line(Protocol):
    """What a subscription needs of its connection and of the process."""

    outbox: Outbox
    history_page: int

    def respond(self, request: Request, payload: BaseModel) -> None:
        """Queue the response to `request`."""
        ...

    def admit(self) -> None:
        """Return when the connection may hold this topic.

        Raises:
            TradingApiError: it may not (a `Refusal`), or nobody could tell.
        """
        ...

    def open_topic(self) -> None:
        """Start or join the topic; answered by `started` or `failed`, perhaps at once."""
        ...

    def leave_topic(self) -> None:
        """Give up what `open_topic` obtained."""
        ...

    def forget(self) -> None:
        """The subscription is as if it had never been."""
        ...

    def read(
        self,
        reading: Callable[[], Awaitable[T]],
        then: Callable[[T], None],
        otherwise: Callable[[TradingApiError], None],
    ) -> Reading:
        """Run a reading off this turn; call `then` with its result, `otherwise` when it fails."""
        ...
