"""What a topic holds of its past: the newest values a key, or the newest updates. Pure.

Both answer the same question in the same way: which updates after `seq` are still held, ascending,
and whether some were lost (a gap).
"""

from collections import OrderedDict, deque
from collections.abc import Reversible
from itertools import takewhile
from typing import Protocol

from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import Delivery


class Retention(Protocol):
    """The held past of one topic."""

    def put(self, entry: Entry) -> None:
        """Hold one more update."""
        ...

    def since(self, seq: int) -> tuple[list[Entry], bool]:
        """Return what is held after `seq`, ascending, and whether something after it was lost."""
        ...

    def state(self) -> list[Entry]:
        """Return what a new subscriber needs to see."""
        ...


class LatestValues:
    """The newest update of each key, of the `held` most recently updated keys (rule U2)."""

    def __init__(self, held: int | None) -> None:
        self._held = held
        self._values: OrderedDict[str, Entry] = OrderedDict()
        self._evicted = 0

    def put(self, entry: Entry) -> None:
        self._values.pop(entry.key, None)
        self._values[entry.key] = entry
        if self._held is not None and len(self._values) > self._held:
            _, oldest = self._values.popitem(last=False)
            self._evicted = oldest.seq

    def since(self, seq: int) -> tuple[list[Entry], bool]:
        return _newer(self._values.values(), seq), self._evicted > seq

    def state(self) -> list[Entry]:
        """Return all values; of a bounded series, which is a history, the newest only."""
        values = list(self._values.values())
        return values if self._held is None else values[-1:]


class RecentUpdates:
    """The newest `held` updates, in order (rule U3)."""

    def __init__(self, held: int) -> None:
        self._updates: deque[Entry] = deque(maxlen=held)

    def put(self, entry: Entry) -> None:
        self._updates.append(entry)

    def since(self, seq: int) -> tuple[list[Entry], bool]:
        newer = _newer(self._updates, seq)
        return newer, bool(newer) and newer[0].seq > seq + 1

    def state(self) -> list[Entry]:
        return list(self._updates)


class Nothing:
    """A lossless topic holds nothing: its history does."""

    def put(self, entry: Entry) -> None:
        pass

    def since(self, seq: int) -> tuple[list[Entry], bool]:
        return [], False

    def state(self) -> list[Entry]:
        return []


def retention_for(delivery: Delivery) -> Retention:
    """Return an empty retention as the route's delivery asks."""
    if delivery.policy == "latest":
        return LatestValues(delivery.held)
    if delivery.policy == "recent":
        return RecentUpdates(delivery.held or 1)
    return Nothing()


def _newer(ascending: Reversible[Entry], seq: int) -> list[Entry]:
    newest_first = takewhile(lambda entry: entry.seq > seq, reversed(ascending))
    return list(newest_first)[::-1]
