"""A source that knows when trading in a symbol is halted."""

from typing import Protocol, runtime_checkable


@runtime_checkable
class HaltSource(Protocol):
    """What a provider may know beside its prices; asked once a second a symbol, from any thread."""

    def halt(self, symbol: str) -> str | None:
        """Return why trading is halted at the exchange; None while it is not. Must not block."""
        ...
