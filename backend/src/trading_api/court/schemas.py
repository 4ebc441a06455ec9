"""What a change of a schema does, for who sends what it describes and for who receives it.

A client that exists is fixed: what it sends must still be taken, so what is sent may only widen;
what it receives must still be understood, so what is received may only narrow, or get new fields.
"""

from collections.abc import Iterator
from typing import Any

from . import values
from .change import ABSENT, Change, Direction, Place, others, same, turned
from .forms import JUDGED, NAMES, REF, UNION, bounds_beside, forms, is_union, pairs, without
from .references import Document, Node, name_of


class SchemaCourt:
    """Compares schemas of two documents; each pair of named ones once for each direction."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        self._judged: set[tuple[str, str, Direction]] = set()

    def changes(self, old: Any, new: Any, place: Place, direction: Direction) -> Iterator[Change]:
        """Yield what changed between two schemas as they stand in their documents."""
        old, new = _node(old), _node(new)
        was, now = old.get("$ref"), new.get("$ref")
        if was and now:
            yield from self._forms(without(old, REF), without(new, REF), place, direction)
            if (was, now, direction) in self._judged:
                return
            self._judged.add((was, now, direction))
            place = place.inside(name_of(now))
            old, new = self._old.target(was), self._new.target(now)
        elif beside := bounds_beside(old, REF) | bounds_beside(new, REF):
            yield place.change("unknown", f"beside a reference: {', '.join(sorted(beside))}")
            return
        yield from self._forms(self._old.resolved(old), self._new.resolved(new), place, direction)

    def _forms(self, old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
        was, now = forms(old), forms(new)
        if not is_union(old) and not is_union(new):
            yield from self._single(old, new, place, direction)
            return
        yield from self._beside_a_union(old, new, place, direction)
        for before, after in pairs(was, now):
            if before is None or after is None:
                yield _form_change(before, after, place, direction)
            else:
                yield from self.changes(before, after, place, direction)

    def _beside_a_union(
        self, old: Node, new: Node, place: Place, direction: Direction
    ) -> Iterator[Change]:
        if any(key in old for key in UNION) and any(key in new for key in UNION):
            yield from self._forms(without(old, UNION), without(new, UNION), place, direction)
            return
        yield from _around(old, new, place, direction)
        if beside := bounds_beside(old, UNION) | bounds_beside(new, UNION):
            yield place.change("unknown", f"beside a union: {', '.join(sorted(beside))}")

    def _single(self, old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
        if values.types_are_apart(old, new):
            yield values.type_change(old, new, place, direction)
            return
        yield from _around(old, new, place, direction)
        yield from values.changes(old, new, place, direction)
        yield from self._fields(old, new, place, direction)
        yield from self._openness(old, new, place, direction)
        yield from self._items(old, new, place, direction)

    def _fields(self, old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
        was, now = old.get("properties", {}), new.get("properties", {})
        needed, needs = set(old.get("required", ())), set(new.get("required", ()))
        for name in dict.fromkeys([*was, *sorted(needed), *now, *sorted(needs)]):
            field = place.below(name)
            had, has = name in was or name in needed, name in now or name in needs
            if had and has:
                yield from _presence(name in needed, name in needs, field, direction)
                yield from self.changes(was.get(name, {}), now.get(name, {}), field, direction)
            elif had:
                yield field.change(f"{direction}-field-removed")
            else:
                yield field.change(_added(old, name in needs, direction))
                any_other = old.get("additionalProperties")
                if isinstance(any_other, dict):
                    # Until now a field of this name was one of many.
                    yield from self.changes(any_other, now.get(name, {}), field, direction)

    def _openness(
        self, old: Node, new: Node, place: Place, direction: Direction
    ) -> Iterator[Change]:
        for keyword in ("additionalProperties", "additionalItems"):
            was, now = old.get(keyword, True), new.get(keyword, True)
            if (was is False) != (now is False):
                state = "closed" if now is False else "opened"
                yield place.change(f"{direction}-{state}", f"{keyword}: {turned(was, now)}")
            else:
                yield from self._inside(was, now, place.below("*"), direction)

    def _items(self, old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
        was, now = old.get("items", True), new.get("items", True)
        if isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
            for index, (before, after) in enumerate(zip(was, now, strict=True)):
                yield from self.changes(before, after, place.below(str(index)), direction)
        elif isinstance(was, list) or isinstance(now, list):
            yield place.change("unknown", f"items: {turned(was, now)}")
        else:
            yield from self._inside(was, now, place.below("[]"), direction)

    def _inside(self, was: Any, now: Any, place: Place, direction: Direction) -> Iterator[Change]:
        """Judge what a schema says of its members; what it says nothing of may be anything."""
        if isinstance(was, dict) and isinstance(now, dict):
            yield from self.changes(was, now, place, direction)
        elif isinstance(was, dict) or isinstance(now, dict):
            more = not isinstance(now, dict)
            yield place.change(values.named("type", more, direction), turned(was, now))


def _node(schema: Any) -> Node:
    if isinstance(schema, dict):
        return schema
    return {} if schema is True else {"not": {}}


def _form_change(
    before: Node | None, after: Node | None, place: Place, direction: Direction
) -> Change:
    gone = after is None
    form = before if gone else after
    detail = turned(before or ABSENT, after or ABSENT)
    if form == {"type": "null"}:
        name = {"sent": ("null-taken", "null-refused"), "received": ("null-possible", "null-gone")}
        return place.change(f"{direction}-{name[direction][gone]}")
    return place.change(f"{direction}-form-{'removed' if gone else 'added'}", detail)


def _added(holder: Node, required: bool, direction: Direction) -> str:
    if direction == "sent":
        return "sent-field-required-added" if required else "sent-field-added"
    closed = holder.get("additionalProperties") is False
    return "received-field-added-to-closed" if closed else "received-field-added"


def _presence(was: bool, now: bool, field: Place, direction: Direction) -> Iterator[Change]:
    if was != now:
        yield field.change(f"{direction}-field-now-{'required' if now else 'optional'}")


def _around(old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
    """Judge what a reference and a union may have beside them too: default and words."""
    yield from _default(old, new, place, direction)
    yield from others(old, new, JUDGED, place)
    if not same(old.get(NAMES), new.get(NAMES)):
        yield place.change("renamed", NAMES)


def _default(old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
    # A default of null says no more than absence does (rule T1).
    was, now = old.get("default"), new.get("default")
    if not same(was, now):
        name = "sent-default-changed" if direction == "sent" else "received-default-told"
        yield place.change(name, turned(was, now))
