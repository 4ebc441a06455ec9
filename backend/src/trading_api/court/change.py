"""One change of the contract: where, what, and of which kind."""

import json
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, Literal

from .kinds import KINDS, Kind

# Who writes a value: the client (`sent`), or the server (`received`).
Direction = Literal["sent", "received"]
ANNOTATIONS = frozenset(
    ("$comment", "description", "example", "examples", "license", "summary", "tags", "title")
)
ABSENT = object()
_SHOWN = 80


@dataclass(frozen=True)
class Change:
    """A change of one document.

    `subject` is what the changelog must name: a schema, route, request, limit or code; `path` is
    the place below the document; `users` are the operations that carry the subject.
    """

    name: str
    document: str
    subject: str
    path: str
    detail: str = ""
    users: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return KINDS[self.name]

    @property
    def breaks(self) -> bool:
        return self.kind.verdict == "breaking"


@dataclass(frozen=True)
class Place:
    """Where in a document the court is looking."""

    document: str
    subject: str
    path: str

    def below(self, step: str) -> "Place":
        return Place(self.document, self.subject, f"{self.path}.{step}")

    def inside(self, subject: str) -> "Place":
        """Return the place of a part with a name of its own."""
        return Place(self.document, subject, subject)

    def change(self, name: str, detail: str = "") -> Change:
        return Change(name, self.document, self.subject, self.path, detail)


def turned(old: Any, new: Any) -> str:
    """Return the words for a value that was one and is another."""
    return f"{shown(old)} → {shown(new)}"


def shown(value: Any) -> str:
    text = "nothing" if value is ABSENT else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def same(old: Any, new: Any) -> bool:
    """Return whether two JSON values are equal in any order of their keys; `true` is not `1`."""
    return old is new or canonical(old) == canonical(new)


def canonical(value: Any) -> str:
    return "" if value is ABSENT else json.dumps(value, sort_keys=True)


def differing(old: dict[str, Any], new: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Yield each member that two objects do not share, with both values, ABSENT where missing."""
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key, ABSENT), new.get(key, ABSENT)
        if not same(was, now):
            yield key, was, now


def others(
    old: dict[str, Any], new: dict[str, Any], judged: Set[str], place: Place
) -> Iterator[Change]:
    """Judge the members that nobody judged: words are documentation, the unknown breaks."""
    left = [{key: one[key] for key in one.keys() - judged} for one in (old, new)]
    for key, was, now in differing(*left):
        if key in ANNOTATIONS:
            yield place.change("described-otherwise", f"{key}: {turned(was, now)}")
        elif key == "deprecated":
            yield place.change("deprecated", turned(was, now))
        else:
            yield place.change("unknown", f"{key}: {turned(was, now)}")
