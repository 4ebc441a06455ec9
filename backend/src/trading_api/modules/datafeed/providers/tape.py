"""Ticks that can be read again: what makes a source's executions repeatable."""

from typing import Protocol, runtime_checkable

from trading_api.modules.datafeed.instruments import Tick


@runtime_checkable
class Tape(Protocol):
    """The ticks of a provider as a function of time, in this process and in the next.

    Ticks of a symbol have strictly ascending times here: of several in one ms the last counts.
    Called by a thread that is not the loop's, after the provider's start; may block for a while.
    """

    @property
    def content(self) -> str:
        """Names the content: two tapes of one name have the same ticks."""
        ...

    def tick_after(self, symbol: str, after_ms: int) -> Tick | None:
        """Return the first tick later than `after_ms`, due or not; None at the end."""
        ...

    def tick_until(self, symbol: str, until_ms: int) -> Tick | None:
        """Return the last tick not later than `until_ms`; None before the first."""
        ...

    def is_quoted(self, symbol: str) -> bool:
        """Whether its bids and asks are the source's, not drawn around the last price."""
        ...

    def opens(self, symbol: str, time_ms: int) -> bool:
        """Whether the tick of this time comes after time in which nothing could trade."""
        ...

    def begin(self) -> None:
        """Let the tape's time begin, if it has not: somebody trades on it."""
        ...

    def resume(self, time_ms: int) -> None:
        """Go on from this time, where its own is before: accounts have lived until then."""
        ...

    def standstill(self) -> str:
        """Say in a sentence why the tape's time does not go on; empty when it does."""
        ...
