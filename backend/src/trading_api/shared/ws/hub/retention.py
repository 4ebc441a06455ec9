"""What a topic holds of its past: the newest values a key, the newest updates, or one of all. Pure.

All answer the same question in the same way: which updates after `seq` are still held, ascending,
and whether some were lost (a gap).
"""

from collections import OrderedDict, deque
from collections.abc import Callable, Reversible
from itertools import takewhile
from typing import Any, Protocol

from pydantic import BaseModel

from trading_api.shared.ws.messages import Entry
from trading_api.shared.ws.router_interface import Delivery

# Updates of a merged topic that wait until somebody needs them as one.
MOST_UNMERGED = 64


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


class MergedUpdates:
    """All updates as one, which carries the newest one's number (rule U3).

    Who missed some gets the whole, encoded once for everybody, and not what he missed himself.
    """

    def __init__(self, merge: Callable[[Any, Any], BaseModel], model: type[BaseModel]) -> None:
        self._merge = merge
        self._model = model
        self._whole: BaseModel | None = None
        self._encoded: Entry | None = None
        self._unmerged: list[Entry] = []

    def put(self, entry: Entry) -> None:
        self._unmerged.append(entry)
        if len(self._unmerged) == MOST_UNMERGED:
            self._merge_all()

    def since(self, seq: int) -> tuple[list[Entry], bool]:
        return [entry for entry in self.state() if entry.seq > seq], False

    def state(self) -> list[Entry]:
        if self._unmerged:
            self._merge_all()
        return [] if self._encoded is None else [self._encoded]

    def _merge_all(self) -> None:
        for entry in self._unmerged:
            update = self._model.model_validate_json(entry.payload)
            self._whole = update if self._whole is None else self._merge(self._whole, update)
        newest = self._unmerged[-1]
        self._encoded = newest._replace(payload=self._text())
        self._unmerged.clear()

    def _text(self) -> str:
        return self._model.__pydantic_serializer__.to_json(self._whole).decode()


class Nothing:
    """A lossless topic holds nothing: its history does."""

    def put(self, entry: Entry) -> None:
        pass

    def since(self, seq: int) -> tuple[list[Entry], bool]:
        return [], False

    def state(self) -> list[Entry]:
        return []


def retention_for(delivery: Delivery, model: type[BaseModel]) -> Retention:
    """Return an empty retention of updates of `model` as the route's delivery asks."""
    if delivery.merge is not None:
        return MergedUpdates(delivery.merge, model)
    if delivery.policy == "latest":
        return LatestValues(delivery.held)
    if delivery.policy == "recent":
        return RecentUpdates(delivery.held or 1)
    return Nothing()


def _newer(ascending: Reversible[Entry], seq: int) -> list[Entry]:
    newest_first = takewhile(lambda entry: entry.seq > seq, reversed(ascending))
    return list(newest_first)[::-1]
