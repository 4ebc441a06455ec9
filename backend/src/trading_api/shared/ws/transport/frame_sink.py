"""What a server of ours offers an app beside ASGI: the connection's own way out. Pure."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

# The key in a WebSocket scope's `extensions` under which a server offers its `FrameSink`.
EXTENSION = "trading_pro.frame_sink"


class Listener(Protocol):
    """Who writes to a sink, and hears whether its socket accepts."""

    def pause(self) -> None:
        """The socket has not taken all that was written: write no more."""
        ...

    def resume(self) -> None:
        """The socket has taken everything."""
        ...

    def lost(self) -> None:
        """The socket is gone."""
        ...


class FrameSink(Protocol):
    """One connection's way out; nothing here waits."""

    def attach(self, listener: Listener) -> None:
        """Tell `listener` from now on whether the socket accepts."""
        ...

    @property
    def write(self) -> Callable[[bytes], object]:
        """What sends whole frames: asked for once, called once a turn, until `Listener.lost`.

        What the socket does not take at once pauses the listener, before the call returns.
        """
        ...

    def close(self, code: int, reason: str) -> None:
        """Send the close frame after all that was written, and end in bounded time."""
        ...

    def abort(self) -> None:
        """End without a word."""
        ...


def offered_sink(scope: Mapping[str, Any]) -> FrameSink | None:
    """Return the sink that the server of this WebSocket offers, if it is one of ours."""
    sink: FrameSink | None = scope.get("extensions", {}).get(EXTENSION)
    return sink
