"""What a change of types, closed lists and bounds does: whether fewer or more values fit."""

from collections.abc import Iterator
from typing import Any

from .change import ABSENT, Change, Direction, Place, canonical, same, shown, turned
from .references import Node

_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_SHAPES = ("pattern", "format", "multipleOf", "uniqueItems")
_BOUNDS = frozenset((*_UPPER, *_LOWER, *_SHAPES))
JUDGED = frozenset(("type", "enum", "const", *_BOUNDS))
_FEWER = {
    "type": ("sent-type-narrowed", "received-type-narrowed"),
    "bound": ("sent-bound-tighter", "received-bound-tighter"),
}
_MORE = {
    "type": ("sent-type-widened", "received-type-widened"),
    "bound": ("sent-bound-looser", "received-bound-looser"),
}
_NUMBERS = {"integer": "number"}


def types_are_apart(old: Node, new: Node) -> bool:
    """Return whether no value can be of both; then nothing else is worth a look."""
    was, now = _type(old), _type(new)
    return bool(was and now and was != now and {was, now} != {"integer", "number"})


def type_change(old: Node, new: Node, place: Place, direction: Direction) -> Change:
    """Return the change of a type into another: it breaks who sends and who receives."""
    name = _FEWER["type"][0] if direction == "sent" else _MORE["type"][1]
    return place.change(name, turned(_type(old), _type(new)))


def changes(old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
    """Yield what changed of a value whose types meet."""
    was, now = _type(old), _type(new)
    if was != now:
        more = now is None or _NUMBERS.get(was or "") == now
        yield place.change(named("type", more, direction), turned(was or "any", now or "any"))
    yield from _closed_list(old, new, place, direction)
    for keyword in sorted(_BOUNDS & (old.keys() | new.keys())):
        yield from _bound(keyword, old, new, place, direction)


def _type(node: Node) -> str | None:
    """Return the one type of a value; None where it may have any."""
    written = node.get("type")
    return written[0] if isinstance(written, list) else written


def named(group: str, more: bool, direction: Direction) -> str:
    """Return the kind of a change by which more values fit, or fewer."""
    return (_MORE if more else _FEWER)[group][0 if direction == "sent" else 1]


def _closed_list(old: Node, new: Node, place: Place, direction: Direction) -> Iterator[Change]:
    was, now = _values(old), _values(new)
    if was is None or now is None:
        if was is not now:
            detail = turned(_listed(was), _listed(now))
            yield place.change(named("type", now is None, direction), detail)
        return
    gone = [value for key, value in was.items() if key not in now]
    come = [value for key, value in now.items() if key not in was]
    for name, members in (("removed", gone), ("added", come)):
        for value in members:
            yield place.change(f"{direction}-value-{name}", shown(value))


def _values(node: Node) -> dict[str, Any] | None:
    """Return the only values that fit, by their text; None where any does."""
    if "const" in node:
        return {canonical(node["const"]): node["const"]}
    return {canonical(value): value for value in node["enum"]} if "enum" in node else None


def _listed(values: dict[str, Any] | None) -> Any:
    return "any" if values is None else list(values.values())


def _bound(
    keyword: str, old: Node, new: Node, place: Place, direction: Direction
) -> Iterator[Change]:
    was, now = old.get(keyword, ABSENT), new.get(keyword, ABSENT)
    if same(was, now):
        return
    detail = f"{keyword}: {turned(was, now)}"
    if was is not ABSENT and now is not ABSENT and keyword in _SHAPES:
        # Another shape may take what the old one refused and refuse what it took.
        more = direction == "received"
    elif was is ABSENT or now is ABSENT:
        more = now is ABSENT
    else:
        more = (now > was) == (keyword in _UPPER)
    yield place.change(named("bound", more, direction), detail)
