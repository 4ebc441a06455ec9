"""What of an account's dump no record tells, as rows: a commit writes those that changed.

A member that consists of objects alone becomes a row for each of them, in their order, and one
that says so; any other member becomes one row.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

WHOLE = ""
"""Key of the row of a member that is no object, or that says that it is one."""
MODULUS = 2**256


class PartKey(NamedTuple):
    """`key` is `WHOLE`, or a dot and the member's name."""

    part: str
    key: str


class PartRow(NamedTuple):
    """One stored row; `place` orders the members of an object."""

    part: str
    key: str
    place: int
    body: str


@dataclass(frozen=True, slots=True)
class PartChanges:
    """What a commit does to the rows, and the digest of all rows after it."""

    put: tuple[PartRow, ...]
    removed: tuple[PartKey, ...]
    digest: str


class MachineParts:
    """The rows as they are committed; the difference to a new dump is what must be written."""

    def __init__(self) -> None:
        self._values: dict[PartKey, Any] = {}
        self._digests: dict[PartKey, int] = {}
        self._places: dict[PartKey, int] = {}
        self._sum = 0
        self._next_place = 0

    def change_to(self, dump: Mapping[str, Any]) -> PartChanges:
        """Take a new dump over; its values must not change afterwards."""
        flat = dict(_flat(dump))
        removed = [key for key in self._values if key not in flat]
        removed += self._reordered(flat)
        for key in removed:
            self._drop(key)
        rows = [self._put(key, value) for key, value in flat.items() if self._differs(key, value)]
        return PartChanges(tuple(rows), tuple(removed), f"{self._sum:064x}")

    def _reordered(self, flat: Mapping[PartKey, Any]) -> list[PartKey]:
        """Return the keys that must be written again since they moved within their object."""
        old = [key for key in self._values if key in flat]
        new = [key for key in flat if key in self._values]
        if old == new:
            return []
        moved = {key.part for was, key in zip(old, new, strict=True) if was != key}
        return [key for key in old if key.part in moved]

    def _differs(self, key: PartKey, value: Any) -> bool:
        return key not in self._values or self._values[key] != value

    def _put(self, key: PartKey, value: Any) -> PartRow:
        if key not in self._places:
            self._places[key] = self._next_place
            self._next_place += 1
        row = PartRow(*key, self._places[key], to_json(value).decode())
        digest = row_digest(row)
        self._sum = (self._sum + digest - self._digests.get(key, 0)) % MODULUS
        self._digests[key] = digest
        self._values[key] = value
        return row

    def _drop(self, key: PartKey) -> None:
        self._sum = (self._sum - self._digests.pop(key)) % MODULUS
        del self._values[key], self._places[key]

    @classmethod
    def of_rows(cls, rows: Iterable[PartRow]) -> "MachineParts":
        """Return the rows as they lie in the file, in the order of their places."""
        parts = cls()
        for row in sorted(rows, key=lambda row: row.place):
            key = PartKey(row.part, row.key)
            parts._values[key] = from_json(row.body)
            parts._digests[key] = row_digest(row)
            parts._places[key] = row.place
            parts._sum = (parts._sum + parts._digests[key]) % MODULUS
            parts._next_place = row.place + 1
        return parts

    @property
    def digest(self) -> str:
        return f"{self._sum:064x}"

    def dump(self) -> dict[str, Any]:
        """Return what the rows were made of."""
        whole: dict[str, Any] = {}
        for (part, key), value in self._values.items():
            if key == WHOLE:
                whole[part] = {} if value == _OBJECT else value[0]
            else:
                whole[part][key[1:]] = value
        return whole


_OBJECT = "object"


def row_digest(row: PartRow) -> int:
    text = to_json([row.part, row.key, row.place, row.body])
    return int.from_bytes(sha256(text).digest(), "big")


def _flat(dump: Mapping[str, Any]) -> Iterator[tuple[PartKey, Any]]:
    for part, value in dump.items():
        if not _is_split(value):
            yield PartKey(part, WHOLE), [value]
            continue
        yield PartKey(part, WHOLE), _OBJECT
        for name, member in value.items():
            yield PartKey(part, f".{name}"), member


def _is_split(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, dict) for one in value.values())
