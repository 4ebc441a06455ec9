"""What a provider offers that finds its instruments better than their names do."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable


@runtime_checkable
class SearchSource(Protocol):
    """A provider with `Capabilities.search`; it may know other names, such as an ISIN."""

    def search(self, text: str, limit: int) -> Sequence[str]:
        """Return symbols of its instruments, the best first; in a worker thread, may block."""
        ...
